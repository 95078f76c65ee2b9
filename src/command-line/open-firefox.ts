import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, launch, type Page } from 'puppeteer-core';
import type { FoundBrowser } from './find-browser.ts';
import type { OpenedBrowser, OpenOptions } from './open-browser.ts';

/** Keeps Firefox from what it does by itself on a first start. */
const PREFERENCES = {
  'app.update.auto': false,
  'browser.aboutwelcome.enabled': false,
  'browser.newtabpage.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.getAddons.cache.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.enabled': false,
};

/** Firefox over WebDriver BiDi. Its own window is scripted for what remote control of pages cannot do. */
export async function openFirefox(
  found: FoundBrowser,
  extensionFolder: string,
  { headless, language, offline, preferences }: OpenOptions,
): Promise<OpenedBrowser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: found.path,
    headless,
    defaultViewport: null,
    args: ['-remote-allow-system-access', '-width', '1280', '-height', '900'],
    extraPrefsFirefox: {
      ...PREFERENCES,
      ...(language ? { 'intl.locale.requested': language } : {}),
      // Every name leads to a port of this machine where nobody answers.
      ...(offline
        ? {
            'network.proxy.type': 1,
            'network.proxy.http': '127.0.0.1',
            'network.proxy.http_port': 9,
            'network.proxy.ssl': '127.0.0.1',
            'network.proxy.ssl_port': 9,
            'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
          }
        : {}),
      ...preferences,
    },
  });
  const id = await browser.installExtension(extensionFolder);
  const inWindow = await windowScript(browser);
  return {
    kind: 'firefox',
    browser,
    openOwnPage: (path) => openOwnPage(browser, inWindow, id, path),
    async openPopup(page) {
      await page.bringToFront();
      return openOwnPage(browser, inWindow, id, 'popup.html');
    },
    stopBackground: async () =>
      void (await inWindow(`WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.terminateBackground()`)),
    close: () => browser.close(),
  };
}

/** Runs an expression in the browser's own window and gives its value. */
type WindowScript = (expression: string) => Promise<unknown>;

interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: never }>;
}

async function windowScript(browser: Browser): Promise<WindowScript> {
  // Puppeteer keeps the connection to itself, and Firefox admits only one session.
  const { connection } = browser as unknown as { connection: BidiConnection };
  const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { contexts } = tree.result as { contexts: { context: string; url: string }[] };
  const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
  if (!window) throw new Error('Firefox has no window.');
  return async (expression) => {
    const answer = await connection.send('script.evaluate', {
      expression,
      awaitPromise: true,
      target: { context: window.context },
    });
    const done = answer.result as { type: string; result?: { value?: unknown }; exceptionDetails?: { text: string } };
    if (done.type !== 'success') throw new Error(done.exceptionDetails?.text);
    return done.result?.value;
  };
}

async function openOwnPage(browser: Browser, inWindow: WindowScript, id: string, path: string): Promise<Page> {
  const before = new Set(await browser.pages());
  const host = await inWindow(`WebExtensionPolicy.getByID(${JSON.stringify(id)}).mozExtensionHostname`);
  const address = `moz-extension://${host}/${path}`;
  await inWindow(`void gBrowser.addTab(${JSON.stringify(address)}, {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  })`);
  for (let tries = 0; tries < 200; tries += 1) {
    for (const page of await browser.pages()) {
      if (before.has(page)) continue;
      const ready = await page.evaluate(() => `${document.readyState} ${location.href}`).catch(() => '');
      if (ready === `complete ${address}`) return page;
    }
    await wait(50);
  }
  throw new Error(`Firefox did not open ${path}.`);
}
