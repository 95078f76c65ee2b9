/**
 * What the page script costs the page it reads: a feed of 1,000 posts scrolled to its end, and 50 changes of address
 * without loading. The same pages at an address where the extension does not run are measured beside it.
 */
import type { CDPSession, Page } from 'puppeteer-core';
import { serveDemo } from '../../../tests/demo-site/serve.ts';
import { buildExtension } from '../browsers/build-extension.ts';
import { ensureBrowser } from '../browsers/install-browser.ts';
import { openBrowser } from '../browsers/open-browser.ts';
import { countsOf, objectsIn, type PageCounts, type ScriptTime, startProfile } from '../browsers/page-measures.ts';

const POSTS = 1000;
const NAVIGATIONS = 50;
const WARM_UP = 10;
const STEP_MS = 50;
const OBJECTS = ['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'EventListener'];

function report(name: string, value: number, unit: string, more: object = {}): void {
  console.log(JSON.stringify({ name, value: Math.round(value * 1000) / 1000, unit, ...more }));
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

interface Scrolled {
  counts: PageCounts;
  script: ScriptTime;
  posts: number;
  shift: number;
  longTasks: number;
  /** Nodes that are not the page's own: our badges. */
  badges: number;
}

/** Notes layout shifts, as the browser counts them for CLS (those right after a press do not), and tasks over 50 ms. */
async function watchShifts(page: Page): Promise<void> {
  await page.evaluateOnNewDocument(() => {
    const noted = { shift: 0, longTasks: 0 };
    Object.assign(window, { noted });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) noted.shift += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      noted.longTasks += list.getEntries().length;
    }).observe({ type: 'longtask', buffered: true });
  });
}

async function scrollFeed(page: Page, session: CDPSession, address: string, script: string): Promise<Scrolled> {
  await watchShifts(page);
  const stop = await startProfile(session);
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await wait(1500);
  for (let still = 0; still < 20; ) {
    const moved = await page.evaluate(() => {
      const before = scrollY;
      scrollBy(0, innerHeight * 0.9);
      return scrollY > before;
    });
    still = moved ? 0 : still + 1;
    await wait(STEP_MS);
  }
  await wait(1500);
  const time = await stop(script);
  const noted = await page.evaluate(() => ({
    ...(window as unknown as { noted: { shift: number; longTasks: number } }).noted,
    posts: document.querySelectorAll('#feed > [role="article"]').length,
    badges: document.querySelectorAll('#feed .text > span, #feed .words > span').length,
  }));
  return { counts: await countsOf(page, session), script: time, ...noted };
}

/** Opens one job after another beside the list; the page's own script changes the address. */
async function openJobs(page: Page, count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    await page.evaluate((turn) => {
      const links = document.querySelectorAll<HTMLElement>('a.job-link');
      links[turn % links.length]!.click();
    }, at);
    await wait(450);
  }
  await page.evaluate(() => document.querySelector<HTMLElement>('a.back')?.click());
  await wait(4500);
}

async function navigate(page: Page, session: CDPSession, address: string) {
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  await openJobs(page, WARM_UP);
  const before = { ...(await countsOf(page, session)), ...(await objectsIn(session, OBJECTS)) };
  await openJobs(page, NAVIGATIONS);
  const after = { ...(await countsOf(page, session)), ...(await objectsIn(session, OBJECTS)) };
  const left = Object.fromEntries(
    Object.entries(after).map(([name, value]) => [name, value - ((before as Record<string, number>)[name] ?? 0)]),
  );
  return { left, after: after as Record<string, number> };
}

export async function run(): Promise<void> {
  const found = ensureBrowser('chromium');
  if (!found.ok) throw new Error(found.advice);
  const site = await serveDemo();
  const opened = await openBrowser(found.found, await buildExtension('chrome', 'demo'), { headless: true });
  const { port } = new URL(site.url);
  // The extension runs on the first; the second leads to the same machine by a name that it does not know.
  const places = { with: site.url, without: `http://plain.localhost:${port}` };
  try {
    const own = await opened.openOwnPage('check.html');
    const script = own.url().replace(/check\.html$/, '');
    const inPage = async <T>(act: (page: Page, session: CDPSession) => Promise<T>): Promise<T> => {
      const page = await opened.browser.newPage();
      await page.bringToFront();
      try {
        return await act(page, await page.createCDPSession());
      } finally {
        await page.close();
      }
    };
    const path = `/feed?length=${POSTS}`;
    const plain = await inPage((page, session) => scrollFeed(page, session, places.without + path, script));
    const read = await inPage((page, session) => scrollFeed(page, session, places.with + path, script));
    report('feed: posts', read.posts, 'posts', { without: plain.posts });
    report('feed: badges after scrolling', read.badges, 'badges', { without: plain.badges });
    report('feed: time of the page script', read.script.total, 'ms', { goal: 30 });
    report('feed: longest task of the page script', read.script.longest, 'ms', { goal: 16 });
    for (const name of ['task', 'layout', 'style'] as const)
      report(`feed: ${name} time of the page`, read.counts[name], 'ms', { without: Math.round(plain.counts[name]) });
    report('feed: tasks over 50 ms', read.longTasks, 'tasks', { without: plain.longTasks });
    report('feed: heap added', (read.counts.heap - plain.counts.heap) / 1e6, 'MB', { goal: 2 });
    report('feed: layout shift added', read.shift - plain.shift, 'CLS', { goal: 0.01, without: plain.shift });
    if (process.argv.includes('--functions'))
      for (const [name, ms] of read.script.functions.slice(0, 25)) report(`  ${name}`, ms, 'ms');
    if (process.argv.includes('--feed')) return;
    const { left, after } = await inPage((page, session) => navigate(page, session, `${places.with}/jobs`));
    const { left: leftPlain } = await inPage((page, session) => navigate(page, session, `${places.without}/jobs`));
    for (const name of ['nodes', 'listeners', 'detached', ...OBJECTS])
      report(`${NAVIGATIONS} navigations: ${name} left`, left[name] ?? 0, 'things', {
        there: after[name],
        without: leftPlain[name],
      });
    report(`${NAVIGATIONS} navigations: heap left`, (left.heap ?? 0) / 1e6, 'MB', {
      without: Math.round((leftPlain.heap ?? 0) / 1e4) / 100,
    });
  } finally {
    await opened.close();
    await site.close();
  }
}
