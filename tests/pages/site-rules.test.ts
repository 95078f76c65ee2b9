import { readdirSync, readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumPath, launchBrowser, SKIPPED } from '../ui/browser.ts';
import { loadSites } from './load-sites.ts';
import { openPage, type Reading } from './open-page.ts';

const FOLDER = new URL('./fixtures/', import.meta.url);
const sites = loadSites();

interface Expected {
  url: string;
  adapter?: string;
  /** Each names only what it checks; `null`: absent. */
  postings: Record<string, unknown>[];
  unread?: unknown[];
}

const cases = readdirSync(FOLDER).flatMap((site) =>
  readdirSync(new URL(`${site}/`, FOLDER))
    .filter((file) => file.endsWith('.html'))
    .map((file) => [site, file.replace(/\.html$/, '')] as const),
);

describe.skipIf(!chromiumPath)(
  `site rules read pages built like their sites${chromiumPath ? '' : ` (${SKIPPED})`}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await launchBrowser();
    });
    afterAll(() => browser?.close());

    test.each(cases)('%s: %s', async (site, name) => {
      const expected: Expected = JSON.parse(readFileSync(new URL(`${site}/${name}.json`, FOLDER), 'utf8'));
      const page = await openPage(browser, expected.url, readFileSync(new URL(`${site}/${name}.html`, FOLDER)));
      const reading: Reading = await page.read(sites);
      await page.close();
      const found = reading.postings.map(({ key, view, posting }) => ({ key, view, ...posting }));
      expect(found).toHaveLength(expected.postings.length);
      for (const [at, fields] of expected.postings.entries()) {
        const wanted = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value ?? undefined]));
        expect(found[at]).toMatchObject(wanted);
      }
      if (expected.unread) expect(reading.unread).toEqual(expected.unread);
      expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
      if (found.length > 0) expect(reading.adapter).toBe(expected.adapter ?? site);
    });

    test('every site rule has a page', () => {
      const have = new Set(cases.map(([site]) => site));
      expect(sites.map(({ site }) => site).filter((site) => !have.has(site))).toEqual([]);
    });
  },
);
