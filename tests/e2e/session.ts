import type { Page } from 'puppeteer-core';
import { buildExtension } from '../../src/command-line/browsers/build-extension.ts';
import { findInside, type InsideElement } from '../../src/command-line/browsers/closed-roots.ts';
import { findBrowser, findChromiumFamily } from '../../src/command-line/browsers/find-browser.ts';
import { type OpenedBrowser, openBrowser } from '../../src/command-line/browsers/open-browser.ts';
import { settledReport, tabIdOf } from '../../src/command-line/browsers/own-page.ts';
import type { TabReport } from '../../src/messages.ts';
import { type DemoSite, serveDemo } from '../demo-site/serve.ts';

/** Which browser this run is for: `npm test` runs every story in both. */
export const ENGINE = process.env.LUREWATCH_ENGINE === 'firefox' ? 'firefox' : 'chromium';

/** Patience for one thing to happen, on a machine that is busy with other tests. */
const PATIENCE_MS = 15_000;

/** Asks again and again until there is an answer; fails with `what` in words. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const started = Date.now();
  for (;;) {
    const answer = await ask().catch((error: Error) => {
      if (Date.now() - started > patienceMs) throw error;
      return null;
    });
    if (answer !== null && answer !== undefined && answer !== false) return answer;
    if (Date.now() - started > patienceMs) throw new Error(`Waited for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** A browser with the extension, the demonstration site, and a person's hands and eyes. */
export class Session {
  readonly opened: OpenedBrowser;
  readonly site: DemoSite;
  /** A page of the extension, through which the background is asked. */
  readonly ownPage: Page;

  static async start(preferences?: Record<string, boolean | number | string>): Promise<Session> {
    const found = ENGINE === 'firefox' ? findBrowser('firefox') : findChromiumFamily();
    if (!found) throw new Error(`No ${ENGINE} on this machine; npm test says how to install one.`);
    const folder = await buildExtension(ENGINE === 'firefox' ? 'firefox' : 'chrome', 'demo');
    const site = await serveDemo();
    const opened = await openBrowser(found, folder, { headless: true, offline: true, language: 'en-US', preferences });
    return new Session(opened, site, await opened.openOwnPage('check.html'));
  }

  private constructor(opened: OpenedBrowser, site: DemoSite, ownPage: Page) {
    this.opened = opened;
    this.site = site;
    this.ownPage = ownPage;
  }

  async open(path: string): Promise<Page> {
    const page = await this.opened.browser.newPage();
    await page.bringToFront();
    await page.goto(this.site.url + path, { waitUntil: 'domcontentloaded' });
    return page;
  }

  inside(page: Page, selector: string): Promise<InsideElement[]> {
    return findInside(this.opened, page, selector);
  }

  /** Waits for our first element of this kind on the page. */
  first(page: Page, selector: string): Promise<InsideElement> {
    return until(`${selector} on ${page.url()}`, async () => (await this.inside(page, selector))[0]);
  }

  /** Words of every badge on the page, as they stand, in document order. */
  async badges(page: Page): Promise<string[]> {
    return Promise.all((await this.inside(page, 'button.open .word')).map((word) => word.text()));
  }

  /** What the background knows of this page, when it no longer changes. */
  async report(page: Page): Promise<TabReport> {
    return settledReport(this.ownPage, await tabIdOf(this.ownPage, page.url()));
  }

  async close(): Promise<void> {
    await this.opened.close();
    await this.site.close();
  }
}
