import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildExtension } from '../../src/command-line/browsers/build-extension.ts';
import { findBrowser, findChromiumFamily } from '../../src/command-line/browsers/find-browser.ts';
import { type OpenedBrowser, openBrowser } from '../../src/command-line/browsers/open-browser.ts';
import { askBackground, tabIdOf } from '../../src/command-line/browsers/own-page.ts';
import { handleOf } from '../sites-bench/posts.ts';
import { BENCH_SITES, type BenchSite, benchPage } from '../sites-bench/site-pages.ts';
import { ENGINE, until } from './session.ts';

const BEHAVE = readFileSync(new URL('../sites-bench/behave.js', import.meta.url), 'utf8');

let opened: OpenedBrowser;
let ownPage: Page;
beforeAll(async () => {
  const found = ENGINE === 'firefox' ? findBrowser('firefox') : findChromiumFamily();
  if (!found) throw new Error(`No ${ENGINE} on this machine; npm test says how to install one.`);
  const folder = await buildExtension(ENGINE === 'firefox' ? 'firefox' : 'chrome', 'read');
  opened = await openBrowser(found, folder, { headless: true, offline: true, language: 'en-US' });
  ownPage = await opened.openOwnPage('check.html');
  await askBackground(ownPage, 'ui:list', {});
});
afterAll(() => opened?.close());

/** Answers every address with the re-created page, as its site would. */
async function show(site: BenchSite): Promise<Page> {
  const page = await opened.browser.newPage();
  await page.bringToFront();
  await page.setRequestInterception(true);
  const body = benchPage(site, BEHAVE);
  page.on('request', (request) => {
    const answered = request.isNavigationRequest()
      ? request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body })
      : request.abort();
    answered.catch(() => undefined);
  });
  await page.goto(site.url, { waitUntil: 'domcontentloaded' });
  return page;
}

/** Adverts with a warning that the background knows of this page. */
async function warned(page: Page, onRequest?: boolean) {
  const tabId = await tabIdOf(ownPage, page.url());
  if (onRequest) await askBackground(ownPage, 'ui:read-now', { tabId });
  const { postings } = await askBackground(ownPage, 'ui:tab', { tabId });
  return postings.filter(({ verdict }) => verdict.level === 'high' || verdict.level === 'caution');
}

const offerIn = (page: Page, id: number, onRequest?: boolean) =>
  until(`offer ${id} on ${page.url()}`, async () =>
    (await warned(page, onRequest)).find(({ posting }) => posting.text.includes(handleOf(id))),
  );

/** Words of the posts that wear a badge now: ours is the one element without a name, attribute or content. */
const wearing = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.unit')].flatMap((unit) => {
      const hosts = [...unit.querySelectorAll('span')].filter(
        (span) => span.attributes.length === 0 && span.childNodes.length === 0,
      );
      return hosts.map(() => unit.textContent ?? '');
    }),
  );

/** Layout shift since the page was opened, as the browser counts it for CLS; none where it does not count. */
const shift = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) sum += entry.value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 100);
      }),
  );

describe.each(BENCH_SITES)('a feed built like $name', (site) => {
  let page: Page;

  test('its offers abroad are warned about, and nothing else', async () => {
    page = await show(site);
    const offer = await offerIn(page, 2, site.onRequest);
    expect(offer).toMatchObject({ adapter: site.site });
    expect(offer.posting.text).not.toMatch(/12:00|Like|reactions|Sponsored|still open/);
    await until('a badge in the post', async () => (await wearing(page)).length > 0);
    for (const text of await wearing(page)) expect(text).toContain('chat operators');
    expect(await shift(page)).toBeLessThan(0.01);
  });

  test('so is what is scrolled to, and no badge stays on another post', async () => {
    for (let step = 0; step < 60; step++) {
      const isAtEnd = await page.evaluate(() => {
        scrollBy(0, innerHeight * 0.7);
        return Math.ceil(scrollY + innerHeight) >= document.documentElement.scrollHeight;
      });
      await new Promise((resolve) => setTimeout(resolve, 60));
      if (isAtEnd) break;
    }
    await offerIn(page, 22, site.onRequest);
    await until('badges to stand by offers alone', async () =>
      (await wearing(page)).every((text) => text.includes('chat operators')),
    );
    if (!site.next) await page.close();
  });

  if (!site.next) return;

  test('after a change of address without loading the new feed is read', async () => {
    await page.evaluate(() => (window as unknown as { goOn(): void }).goOn());
    await offerIn(page, 102);
    expect((await warned(page)).filter(({ posting }) => posting.text.includes(handleOf(2)))).toEqual([]);
    await page.close();
  });
});
