import type { ScoredPosting, TabReport } from '../../messages.ts';
import { buildExtension } from './build-extension.ts';
import { ensureBrowser } from './install-browser.ts';
import { openBrowser } from './open-browser.ts';
import { askBackground, settledReport, tabIdOf } from './own-page.ts';
import { serveSavedPage } from './serve-saved-page.ts';

/** Fields of a posting as text; empty where there is none. */
export interface ReadPosting {
  title: string;
  company: string;
  location: string;
  salary: string;
  text: string;
  link: string;
  poster: string;
  level: string;
  score: number;
}

export interface ReadPage {
  adapter: string;
  view: string;
  postings: ReadPosting[];
  unread: { why: string }[];
}

export interface SavedPageReader {
  read(url: string, body: Buffer): Promise<ReadPage>;
  close(): Promise<void>;
}

/** What most of the postings say, or the first thing that was not read. */
function mainly(report: TabReport, field: 'adapter' | 'view'): string {
  const counts = new Map<string, number>();
  for (const posting of report.postings) counts.set(posting[field], (counts.get(posting[field]) ?? 0) + 1);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const [unread] = report.unread;
  return most?.[0] ?? (field === 'adapter' ? unread?.site : unread?.view) ?? 'none';
}

function toOutput({ posting, verdict }: ScoredPosting): ReadPosting {
  const { title = '', company = '', location = '', salary = '', text, link = '', poster = '' } = posting;
  return { title, company, location, salary, text, link, poster, level: verdict.level, score: verdict.score };
}

/** A browser with the extension, which reads saved pages as if they came from their sites. `generic`: without site rules. */
export async function openSavedPageReader(generic: boolean): Promise<SavedPageReader> {
  const browser = ensureBrowser('chromium');
  if (!browser.ok) throw new Error(browser.advice);
  const extension = await buildExtension('chrome', generic ? 'read-generic' : 'read');
  const opened = await openBrowser(browser.found, extension, { headless: true, offline: true });
  const ownPage = await opened.openOwnPage('check.html');
  // Compiles the rules before the first page is met, so that they do not count as time in which nothing changes.
  await askBackground(ownPage, 'ui:list', {});
  return {
    async read(url, body) {
      const page = await opened.browser.newPage();
      try {
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
        await page.close();
      }
    },
    close: () => opened.close(),
  };
}
