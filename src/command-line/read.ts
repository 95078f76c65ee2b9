/**
 * `npm run -s read -- --url URL [--generic] FILE.html[.gz]`: reads a saved page as the extension reads it in a browser
 * at that address, and prints one JSON object: adapter, view, postings with their scores, and what was not read.
 * `--generic` leaves the site rules out.
 */
import { parseArgs } from 'node:util';
import type { ScoredPosting, TabReport } from '../messages.ts';
import { buildExtension } from './build-extension.ts';
import { ensureBrowser } from './install-browser.ts';
import { openBrowser } from './open-browser.ts';
import { askBackground, settledReport, tabIdOf } from './own-page.ts';
import { readSavedPage, serveSavedPage } from './serve-saved-page.ts';

interface Request {
  url: string;
  file: string;
  generic: boolean;
}

function readArguments(): Request | string {
  const usage = 'Usage: npm run -s read -- --url URL [--generic] FILE.html[.gz]';
  try {
    const { values, positionals } = parseArgs({
      options: { url: { type: 'string' }, generic: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (!values.url || !file || positionals.length > 1) return usage;
    if (!/^https?:$/.test(URL.parse(values.url)?.protocol ?? '')) return `Not a web address: ${values.url}\n${usage}`;
    return { url: new URL(values.url).href, file, generic: values.generic };
  } catch (error) {
    return `${error instanceof Error ? error.message : error}\n${usage}`;
  }
}

/** What most of the postings say, or the first thing that was not read. */
function mainly(report: TabReport, field: 'adapter' | 'view'): string {
  const counts = new Map<string, number>();
  for (const posting of report.postings) counts.set(posting[field], (counts.get(posting[field]) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const [unread] = report.unread;
  return most?.[0] ?? (field === 'adapter' ? unread?.site : unread?.view) ?? 'none';
}

function toOutput({ posting, verdict }: ScoredPosting) {
  const { title, company, location, salary, text, link, poster } = posting;
  const words = { title, company, location, salary, text, link, poster };
  const fields = Object.fromEntries(Object.entries(words).map(([name, value]) => [name, value ?? '']));
  return { ...fields, level: verdict.level, score: verdict.score };
}

async function read({ url, file, generic }: Request): Promise<object> {
  const body = readSavedPage(file);
  const browser = ensureBrowser('chromium');
  if (!browser.ok) throw new Error(browser.advice);
  const extension = await buildExtension('chrome', generic ? 'read-generic' : 'read');
  const opened = await openBrowser(browser.found, extension, { headless: true, offline: true });
  try {
    const ownPage = await opened.openOwnPage('check.html');
    // Compiles the rules before the page is met, so that they do not count as time in which nothing changes.
    await askBackground(ownPage, 'ui:list', {});
    const page = await opened.browser.newPage();
    await serveSavedPage(page, url, body);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    const tabId = await tabIdOf(ownPage, page.url());
    await settledReport(ownPage, tabId, { quietMs: 800 });
    // By itself the page script reads only what comes near the screen.
    await askBackground(ownPage, 'ui:read-now', { tabId });
    const report = await settledReport(ownPage, tabId, { quietMs: 500 });
    return {
      adapter: mainly(report, 'adapter'),
      view: mainly(report, 'view'),
      postings: report.postings.map(toOutput),
      unread: report.state === 'read' ? report.unread : [{ why: report.state }, ...report.unread],
    };
  } finally {
    await opened.close();
  }
}

const request = readArguments();
if (typeof request === 'string') {
  console.error(request);
  process.exitCode = 2;
} else {
  try {
    console.log(JSON.stringify(await read(request)));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
