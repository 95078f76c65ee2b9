import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchBrowser, SKIPPED } from './browser.ts';
import { type Gallery, serveGallery } from './gallery/serve.ts';

describe.skipIf(!chromiumPath)(`badge and panel in a page${chromiumPath ? '' : ` (${SKIPPED})`}`, () => {
  let gallery: Gallery;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [gallery, browser] = await Promise.all([serveGallery(), launchBrowser()]);
    page = await browser.newPage({ viewport: { width: 800, height: 700 } });
    // Closed roots, kept before the page has a say.
    await page.addInitScript(() => {
      const roots = new WeakMap<Element, ShadowRoot>();
      const real = Element.prototype.attachShadow;
      Element.prototype.attachShadow = function (init) {
        const root = real.call(this, init);
        roots.set(this, root);
        return root;
      };
      Object.assign(globalThis, { rootOf: (host: Element) => roots.get(host) });
    });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });

  async function open(parameters: Record<string, string> = {}): Promise<void> {
    await page.goto(gallery.address('board', parameters));
    await page.waitForSelector('[data-ready]');
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50))));
  }
  const record = () => page.evaluate(() => (globalThis as unknown as { record: string[] }).record);
  /** Role and name of all that a screen reader is given; the browser's own tree sees into closed roots. */
  async function spoken(): Promise<string[]> {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    return nodes.filter((node) => !node.ignored).map((node) => `${node.role?.value} ${node.name?.value}`);
  }
  const badge = (index: number) => page.locator('.card').nth(index).locator('span');
  /** Where the badge is drawn: its host has no size. */
  const drawn = (index: number) =>
    badge(index).evaluate((host) => {
      const { rootOf } = globalThis as unknown as { rootOf(of: Element): ShadowRoot };
      return rootOf(host).querySelector('.badge')!.getBoundingClientRect().toJSON() as DOMRect;
    });
  async function press(index: number, part: 'word' | 'hide'): Promise<void> {
    const box = await drawn(index);
    await page.mouse.click(part === 'word' ? box.x + 30 : box.x + box.width - 10, box.y + 12);
  }

  it('stands in the advert, one line high, whatever the site styles', async () => {
    await open();
    for (let index = 0; index < 10; index++) expect((await drawn(index)).height).toBe(22);
  });

  it.each([
    { width: 800, dir: 'ltr' },
    { width: 800, dir: 'rtl' },
    { width: 360, dir: 'ltr' },
    { width: 320, dir: 'rtl' },
  ])('moves nothing and covers neither words nor buttons: $width px, $dir', async ({ width, dir }) => {
    await page.setViewportSize({ width, height: 700 });
    await open({ dir });
    for (const card of await page.locator('.card').all()) {
      const found = await card.evaluate((element) => {
        const { rootOf } = globalThis as unknown as { rootOf(of: Element): ShadowRoot };
        const host = element.querySelector('span')!;
        const own = rootOf(host).querySelector('.badge')!.getBoundingClientRect();
        const range = document.createRange();
        const boxes = [...element.children].flatMap((child) => {
          range.selectNodeContents(child);
          return child === host ? [] : [...(child.tagName === 'BUTTON' ? child : range).getClientRects()];
        });
        const covered = boxes.filter(
          (box) =>
            box.left < own.right &&
            box.right > own.left &&
            box.top + 0.1 * box.height < own.bottom &&
            box.bottom - 0.1 * box.height > own.top,
        );
        const outer = element.getBoundingClientRect();
        const inside = own.left >= outer.left && own.right <= outer.right && own.bottom <= outer.bottom;
        host.remove();
        return { covered: covered.length, inside, moved: outer.height - element.getBoundingClientRect().height };
      });
      expect(found).toEqual({ covered: 0, inside: true, moved: 0 });
    }
    await page.setViewportSize({ width: 800, height: 700 });
  });

  it('tells the page nothing: no open root, no class, no attribute, no text', async () => {
    await open();
    const host = await badge(0).evaluate((node) => ({
      root: node.shadowRoot,
      attributes: node.attributes.length,
      text: node.textContent,
    }));
    expect(host).toEqual({ root: null, attributes: 0, text: '' });
  });

  it('keeps its presses to itself, and goes and comes back with one press each', async () => {
    await open();
    const wide = (await drawn(0)).width;
    await press(0, 'hide');
    expect((await drawn(0)).width).toBeLessThan(30);
    await press(0, 'hide');
    expect((await drawn(0)).width).toBe(wide);
    expect(await record()).toEqual(['away en', 'back en']);
  });

  it('opens the panel by keyboard, closes it with Escape and gives the focus back', async () => {
    await open();
    await page.locator('.card button').first().focus();
    // The badge stands in the words, before the site's own button: its two buttons backwards.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    const hosts = () => page.evaluate(() => document.documentElement.querySelectorAll(':scope > span').length);
    expect(await hosts()).toBe(1);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.parentElement?.tagName)).toBe('HTML');
    await page.keyboard.press('Escape');
    expect(await hosts()).toBe(0);
    expect(await badge(0).evaluate((node) => node === document.activeElement)).toBe(true);
    expect(await record()).toEqual(['closed']);
  });

  it('is modal to nobody: the page stays in use and Escape still closes', async () => {
    await open({ open: 'zh' });
    await page
      .locator('.card')
      .nth(0)
      .click({ position: { x: 5, y: 5 } });
    expect(await record()).toEqual(['card en']);
    await page.keyboard.press('Escape');
    expect(await record()).toEqual(['card en', 'closed']);
  });

  it('is drawn in the top layer, over anything the site stacks', async () => {
    await open({ open: 'en' });
    const host = await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647';
      document.body.append(cover);
      return document.elementFromPoint(innerWidth - 100, 60)?.parentElement?.tagName;
    });
    expect(host).toBe('HTML');
  });

  it('speaks the level, the signs and what a button does', async () => {
    await open();
    const words = await spoken();
    expect(words).toContain('button Strong warning · 5 signs · Show why');
    expect(words).toContain('button Hide this warning');
    expect(words).toContain('button Nothing found · This is not proof');
  });

  it('announces a warning politely, one at a time', async () => {
    await open();
    await page.waitForTimeout(300);
    const words = await spoken();
    expect(words.filter((word) => word.startsWith('status'))).toHaveLength(10);
    expect(words.filter((word) => word === 'StaticText Strong warning · 5 signs')).toHaveLength(3);
  });

  it('does not move with reduced motion', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await open({ open: 'en' });
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('keeps markup in an advert as text', async () => {
    await open({ open: 'markup' });
    expect(await page.evaluate(() => (globalThis as { hacked?: boolean }).hacked)).toBeUndefined();
  });
});
