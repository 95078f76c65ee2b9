import type { Browser, Page } from 'playwright-core';
import type { Posting } from '../../src/engine/posting.ts';
import type { Unread } from '../../src/messages.ts';
import type { SiteRule } from '../../src/packs/site-rule.ts';
import { bundleReader } from './bundle.ts';

export interface Reading {
  postings: { key: string; view: string; adapter: string; element: string; badgeInside: boolean; posting: Posting }[];
  unread: Unread[];
  adapter: string;
  view: string;
  /** Milliseconds in the page. */
  ms: number;
}

export interface OpenedPage {
  page: Page;
  read(sites: SiteRule[]): Promise<Reading>;
  close(): Promise<void>;
}

let bundle: Promise<string> | undefined;

/** Serves a page at its own address without any network, and puts the reader into it. */
export async function openPage(browser: Browser, url: string, html: Buffer | string): Promise<OpenedPage> {
  bundle ??= bundleReader();
  const code = await bundle;
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.route('**/*', (route) => {
    const request = route.request();
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    return isPage ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' }) : route.abort();
  });
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.evaluate(code);
  return {
    page,
    read: (sites) =>
      page.evaluate(
        ([address, rules]) =>
          (globalThis as unknown as { lurewatch: { read(url: string, sites: SiteRule[]): Reading } }).lurewatch.read(
            address,
            rules,
          ),
        [url, sites] as const,
      ),
    close: () => context.close(),
  };
}
