import type { ElementHandle, Page, Realm } from 'puppeteer-core';
import type { OpenedBrowser } from './open-browser.ts';

/** An element inside one of our closed shadow roots, which the page itself cannot reach. */
export interface InsideElement {
  text(): Promise<string>;
  attribute(name: string): Promise<string | null>;
  /** Scrolls it into view and presses it with the mouse, as a person does. */
  press(page: Page): Promise<void>;
}

/** Elements that match inside any closed shadow root of the page, in document order. */
export function findInside({ kind }: OpenedBrowser, page: Page, selector: string): Promise<InsideElement[]> {
  return kind === 'firefox' ? findByBidi(page, selector) : findByScriptWorld(page, selector);
}

/** Chromium: through the world of the page script, which may open closed roots. */
async function findByScriptWorld(page: Page, selector: string): Promise<InsideElement[]> {
  const [realm] = page.extensionRealms();
  if (!realm) return [];
  const list = await (realm as Realm).evaluateHandle((wanted) => {
    const { dom } = (
      globalThis as unknown as { chrome: { dom: { openOrClosedShadowRoot(of: Element): ShadowRoot | null } } }
    ).chrome;
    return [...document.querySelectorAll<HTMLElement>('span')].flatMap((host) => [
      ...(dom.openOrClosedShadowRoot(host)?.querySelectorAll<HTMLElement>(wanted) ?? []),
    ]);
  }, selector);
  const elements = [...(await list.getProperties()).values()].flatMap((handle) => handle.asElement() ?? []);
  return elements.map((element) => inChromium(element as ElementHandle<HTMLElement>));
}

function inChromium(element: ElementHandle<HTMLElement>): InsideElement {
  return {
    text: () => element.evaluate((it) => it.textContent ?? ''),
    attribute: (name) => element.evaluate((it, wanted) => it.getAttribute(wanted), name),
    press: () => element.click(),
  };
}

interface BidiNode {
  sharedId: string;
  value?: { shadowRoot?: (BidiNode & { value?: { mode?: string } }) | null };
}

interface BidiPage {
  mainFrame(): { _id: string };
  browser(): { connection: { send(method: string, parameters: object): Promise<{ result: never }> } };
}

/** Firefox: WebDriver BiDi serialises closed roots too, and searches inside them. */
async function findByBidi(page: Page, selector: string): Promise<InsideElement[]> {
  const { connection } = (page as unknown as BidiPage).browser();
  const context = (page as unknown as BidiPage).mainFrame()._id;
  const ask = async <T>(method: string, parameters: object): Promise<T> =>
    (await connection.send(method, parameters)).result as T;
  const locate = async (value: string, startNodes?: object[]) =>
    (
      await ask<{ nodes: BidiNode[] }>('browsingContext.locateNodes', {
        context,
        locator: { type: 'css', value },
        ...(startNodes ? { startNodes } : {}),
        serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
      })
    ).nodes;
  const call = async <T>(sharedId: string, functionDeclaration: string): Promise<T> =>
    (
      await ask<{ result: { value: T } }>('script.callFunction', {
        functionDeclaration,
        awaitPromise: false,
        arguments: [{ sharedId }],
        target: { context },
      })
    ).result.value;

  const roots = (await locate('span')).flatMap(({ value }) => value?.shadowRoot ?? []);
  const found: BidiNode[] = [];
  for (const { sharedId } of roots) found.push(...(await locate(selector, [{ sharedId }])));
  return found.map(({ sharedId }) => ({
    text: () => call<string>(sharedId, '(it) => it.textContent'),
    attribute: (name) => call<string | null>(sharedId, `(it) => it.getAttribute(${JSON.stringify(name)})`),
    async press(on) {
      const place = await call<string>(
        sharedId,
        `(it) => { it.scrollIntoView({ block: 'center' }); const box = it.getBoundingClientRect(); return box.x + box.width / 2 + ' ' + (box.y + box.height / 2); }`,
      );
      const [x, y] = place.split(' ').map(Number) as [number, number];
      await on.mouse.click(x, y);
    },
  }));
}
