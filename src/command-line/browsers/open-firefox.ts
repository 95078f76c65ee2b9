import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, launch, type Page } from 'puppeteer-core';
import type { FoundBrowser } from './find-browser.ts';
import { FirefoxWindow } from './firefox-window.ts';
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

/** Every other name leads to a port of this machine where nobody answers. */
const OFFLINE = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
};

/** Firefox over WebDriver BiDi. */
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
      ...(offline ? OFFLINE : {}),
      ...preferences,
    },
  });
  const window = await FirefoxWindow.of(browser, await browser.installExtension(extensionFolder));
  return {
    kind: 'firefox',
    browser,
    openOwnPage: (path) => openOwnPage(browser, window, path),
    async openPopup(page) {
      await page.bringToFront();
      return window.openPopup();
    },
    inBackground: (statements) => window.inBackground(statements),
    stopBackground: () => window.stopBackground(),
    close: () => browser.close(),
  };
}

async function openOwnPage(browser: Browser, window: FirefoxWindow, path: string): Promise<Page> {
  const before = new Set(await browser.pages());
  const address = await window.openOwnTab(path);
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
