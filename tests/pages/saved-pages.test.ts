import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launchBrowser, SKIPPED } from '../ui/browser.ts';
import { loadSites } from './load-sites.ts';
import { openPage, type Reading } from './open-page.ts';

/**
 * Pages of real sites, saved by others, which are not part of this repository: `../shared/sites/pages`.
 * `count` is what a person sees; `shown` how many of those show each field; `first` the first one's fields.
 */
interface SavedPage {
  file: string;
  url: string;
  count: number;
  shown?: Record<'title' | 'company' | 'location', number>;
  first?: Partial<Record<'title' | 'company' | 'location', string>>;
}

const FOLDER = new URL('../../../shared/sites/pages/', import.meta.url);
const PAGES: SavedPage[] = JSON.parse(readFileSync(new URL('./saved-pages.json', import.meta.url), 'utf8'));
const present = existsSync(FOLDER);
const why = present ? (chromiumPath ? '' : ` (${SKIPPED})`) : ' (skipped: ../shared/sites/pages is not here)';
if (why) console.warn(`Saved pages${why}`);

const FIELDS = ['title', 'company', 'location'] as const;

describe.skipIf(Boolean(why))(`saved pages${why}`, () => {
  let browser: Browser;
  const rows: Record<string, string | number>[] = [];
  const totals = {
    count: 0,
    found: 0,
    generic: 0,
    shown: { title: 0, company: 0, location: 0 },
    read: { title: 0, company: 0, location: 0 },
  };

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    console.table(rows);
  });

  test.each(PAGES)('$file', { timeout: 60_000 }, async ({ file, url, count, shown, first }) => {
    const html = gunzipSync(readFileSync(new URL(`${file}.html.gz`, FOLDER)));
    const opened = await openPage(browser, url, html);
    const reading: Reading = await opened.read(loadSites());
    const generic: Reading = await opened.read([]);
    await opened.close();
    const postings = reading.postings.map(({ posting }) => posting);
    const read = (field: 'title' | 'company' | 'location' | 'text') =>
      postings.filter((posting) => posting[field]).length;
    rows.push({
      page: file,
      expected: count,
      found: postings.length,
      title: read('title'),
      company: read('company'),
      location: read('location'),
      text: read('text'),
      adapter: reading.adapter,
      view: reading.view,
      generic: generic.postings.length,
    });
    totals.count += count;
    totals.found += Math.min(postings.length, count);
    totals.generic += Math.min(generic.postings.length, count);
    expect(postings.length).toBeGreaterThanOrEqual(0.95 * count);
    expect(postings.length).toBeLessThanOrEqual(1.05 * count);
    // Silence is never the answer: nothing found means a reason told.
    if (count === 0) expect(reading.unread).not.toEqual([]);
    for (const field of FIELDS) {
      totals.shown[field] += shown?.[field] ?? 0;
      totals.read[field] += Math.min(read(field), shown?.[field] ?? 0);
    }
    if (first) expect(postings[0]).toMatchObject(first);
    for (const { title, company } of postings) {
      if (title === undefined) continue;
      expect(title.length).toBeLessThanOrEqual(250);
      expect(title).not.toMatch(/\n/);
      expect(title).not.toBe(company);
    }
    expect(new Set(reading.postings.map(({ key }) => key)).size).toBe(postings.length);
  });

  test('all pages together', () => {
    const share = (part: number, whole: number) => part / Math.max(whole, 1);
    console.info(
      'postings',
      totals.found,
      'of',
      totals.count,
      '· without site rules',
      totals.generic,
      '· fields',
      totals.read,
      'of',
      totals.shown,
    );
    expect(share(totals.found, totals.count)).toBeGreaterThanOrEqual(0.98);
    expect(share(totals.generic, totals.count)).toBeGreaterThanOrEqual(0.8);
    expect(share(totals.read.title, totals.shown.title)).toBeGreaterThanOrEqual(0.98);
    expect(share(totals.read.company, totals.shown.company)).toBeGreaterThanOrEqual(0.95);
    expect(share(totals.read.location, totals.shown.location)).toBeGreaterThanOrEqual(0.95);
  });
});
