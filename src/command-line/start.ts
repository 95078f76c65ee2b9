/**
 * `npm start [-- --headless] [-- --browser firefox]`: builds the extension, serves the demonstration site on this
 * machine, opens a browser with the extension on it and prints what was found. With a display the browser stays open;
 * without one the same happens unseen and pictures are left in `.screenshots/`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'puppeteer-core';
import { adverts } from '../../tests/demo-site/adverts.ts';
import { serveDemo } from '../../tests/demo-site/serve.ts';
import type { ScoredPosting, TabReport } from '../messages.ts';
import { buildExtension, ROOT } from './browsers/build-extension.ts';
import { findInside } from './browsers/closed-roots.ts';
import { type FoundBrowser, findBrowser, findChromiumFamily } from './browsers/find-browser.ts';
import { ensureBrowser } from './browsers/install-browser.ts';
import { type OpenedBrowser, openBrowser } from './browsers/open-browser.ts';
import { askBackground, settledReport, tabIdOf } from './browsers/own-page.ts';

const SCREENSHOTS = join(ROOT, '.screenshots');

/** What a person would look at, and the name of its picture. */
const TOUR: [path: string, name: string][] = [
  ['/feed', 'feed'],
  ['/jobs', 'jobs'],
  ['/channel', 'channel'],
  ...adverts.filter(({ where }) => where === 'detail').map(({ id }): [string, string] => [`/job/${id}`, `job-${id}`]),
  ['/empty', 'empty'],
  ['/unreadable', 'unreadable'],
];

const LEVELS = { high: 'STRONG', caution: 'caution', none: '-', 'cannot-read': 'unread' };

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Made-up adverts carry their language; what the site says besides has none. */
function languageOf({ posting }: ScoredPosting): string {
  const words = squeeze(posting.text);
  const start = (text: string) => squeeze(text).slice(0, 24);
  return adverts.find(({ text }) => start(text) !== '' && words.includes(start(text)))?.lang ?? '';
}

function column(text: string, width: number): string {
  const shown = [...text];
  return shown.length > width ? `${shown.slice(0, width - 1).join('')}…` : text + ' '.repeat(width - shown.length);
}

function printRow(cells: string[]): void {
  const widths = [14, 38, 8, 8, 6, 64];
  console.log(
    cells
      .map((cell, index) => column(cell, widths[index] ?? 20))
      .join('  ')
      .trimEnd(),
  );
}

function printReport(path: string, report: TabReport): void {
  for (const scored of report.postings) {
    const { posting, verdict } = scored;
    const reasons = verdict.reasons.filter(({ weight }) => weight > 0).slice(0, 3);
    printRow([
      path,
      squeeze(posting.title || posting.text),
      languageOf(scored),
      LEVELS[verdict.level],
      verdict.score.toFixed(2),
      reasons.map(({ signal }) => signal).join(', '),
    ]);
  }
  for (const { why, count } of report.unread)
    printRow([path, `not read: ${why}`, '', '', '', count ? `${count}×` : '']);
}

/** Steps without getting any further after which a page has no more to show: it may still be fetching. */
const STILL_STEPS = 6;

/** Goes to the end of an endless page, the way a person scrolls. */
async function scrollThrough(page: Page): Promise<void> {
  for (let step = 0, still = 0; step < 400 && still < STILL_STEPS; step += 1) {
    const hasMoved = await page.evaluate(() => {
      const before = scrollY;
      window.scrollBy(0, innerHeight * 0.8);
      return scrollY > before;
    });
    still = hasMoved ? 0 : still + 1;
    await new Promise((resolve) => setTimeout(resolve, 120));
  }
}

async function tour(opened: OpenedBrowser, origin: string, ownPage: Page): Promise<Page> {
  printRow(['PAGE', 'ADVERT', 'LANGUAGE', 'LEVEL', 'SCORE', 'STRONGEST SIGNS']);
  const page = await opened.browser.newPage();
  await page.bringToFront();
  let warnings = 0;
  let read = 0;
  for (const [path, name] of TOUR) {
    await page.goto(origin + path, { waitUntil: 'domcontentloaded' });
    await scrollThrough(page);
    const tabId = await tabIdOf(ownPage, page.url());
    // Scrolling past at this speed, only what came to rest was read: ask for the rest, as the popup's button does.
    await askBackground(ownPage, 'ui:read-now', { tabId });
    const report = await settledReport(ownPage, tabId);
    printReport(path, report);
    read += report.postings.length;
    warnings += report.postings.filter(({ verdict }) => verdict.level === 'high' || verdict.level === 'caution').length;
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
  }
  console.log(`\n${read} adverts read on ${TOUR.length} pages, ${warnings} of them with a warning.`);
  return page;
}

/** Back on the feed, with the first warning opened and the popup beside it. */
async function showReasons(opened: OpenedBrowser, page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/feed`, { waitUntil: 'domcontentloaded' });
  for (let tries = 0; tries < 50; tries += 1) {
    const [badge] = await findInside(opened, page, 'button.open');
    if (badge) {
      await badge.press(page);
      break;
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await new Promise((resolve) => setTimeout(resolve, 800));
  await page.screenshot({ path: join(SCREENSHOTS, 'reasons.png') });
  const popup = await opened.openPopup(page);
  await new Promise((resolve) => setTimeout(resolve, 800));
  await popup.screenshot(join(SCREENSHOTS, 'popup.png'));
  await popup.close();
}

function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function chooseBrowser(wanted: string | undefined): FoundBrowser {
  const found =
    wanted === 'firefox' || wanted === 'chrome' || wanted === 'edge' || wanted === 'chromium'
      ? findBrowser(wanted)
      : (findChromiumFamily() ?? findBrowser('firefox'));
  if (found) return found;
  const installed = ensureBrowser(wanted === 'firefox' ? 'firefox' : 'chromium');
  if (!installed.ok) throw new Error(installed.advice);
  return installed.found;
}

async function start(): Promise<void> {
  const { values } = parseArgs({ options: { headless: { type: 'boolean' }, browser: { type: 'string' } } });
  const headless = values.headless ?? !hasDisplay();
  const found = chooseBrowser(values.browser);
  console.log('Building the extension…');
  const folder = await buildExtension(found.kind === 'firefox' ? 'firefox' : 'chrome', 'demo');
  mkdirSync(SCREENSHOTS, { recursive: true });
  const site = await serveDemo();
  const opened = await openBrowser(found, folder, { headless });
  try {
    console.log(`Browser: ${found.path}${headless ? ' (without a window)' : ''}\nDemonstration site: ${site.url}\n`);
    const ownPage = await opened.openOwnPage('check.html');
    const page = await tour(opened, site.url, ownPage);
    await askBackground(ownPage, 'ui:list', {});
    await showReasons(opened, page, site.url);
    console.log(`Pictures of each page, the reasons and the popup: ${SCREENSHOTS}`);
    if (headless) return;
    await ownPage.close();
    await page.bringToFront();
    console.log('The browser stays open for you to look around. Close it, or press Ctrl+C here, to end.');
    await new Promise((resolve) => opened.browser.once('disconnected', resolve));
  } finally {
    await opened.close().catch(() => undefined);
    await site.close();
  }
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
