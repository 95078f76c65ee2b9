import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchBrowser, SKIPPED } from './browser.ts';
import { type Gallery, serveGallery } from './gallery/serve.ts';

/**
 * WCAG 2.2 AA by axe-core: everything in light; what holds every kind of part also dark, right to left and 320 pixels
 * wide.
 */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  // The pages of the gallery are made up; what stands around our panel is not ours.
  rules: { region: { enabled: false } },
};

const LOOKS: [string, BrowserContextOptions, dir: string][] = [
  ['light', { viewport: { width: 360, height: 560 } }, 'ltr'],
  ['dark', { viewport: { width: 360, height: 560 }, colorScheme: 'dark' }, 'ltr'],
  ['right to left', { viewport: { width: 360, height: 560 } }, 'rtl'],
  ['narrow', { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true }, 'ltr'],
];

const tab = (index: number) => (page: Page) => page.locator('nav button').nth(index).click();

const PLACES: [
  string,
  page: 'board' | 'popup' | 'check' | 'lists',
  parameters: Record<string, string>,
  after?: (page: Page) => Promise<void>,
][] = [
  ['badges', 'board', { open: '' }],
  ['panel', 'board', { open: 'en' }],
  ['panel of a careful warning', 'board', { open: 'zh', home: '' }],
  ['panel with nothing found', 'board', { open: 'honest' }],
  ['popup', 'popup', { scenario: 'mixed' }],
  ['popup on a page that was not read', 'popup', { scenario: 'no-access' }],
  ['popup on a quiet page', 'popup', { scenario: 'quiet' }],
  ['details', 'popup', { scenario: 'one' }, (page) => page.locator('.card .main').click()],
  ['help', 'popup', { home: '' }, tab(1)],
  [
    'help of someone who cannot leave',
    'popup',
    {},
    async (page) => {
      await tab(1)(page);
      await page.locator('fieldset label').nth(3).click();
    },
  ],
  ['kept adverts', 'popup', {}, tab(2)],
  ['settings', 'popup', {}, tab(3)],
  ['page for checking a text', 'check', { scenario: 'handed-over' }],
  ['popup on a page that offers a list', 'popup', { scenario: 'offered' }],
  [
    'lists',
    'lists',
    {},
    async (page) => {
      for (const summary of await page.locator('summary').all()) await summary.click();
    },
  ],
  ['lists while checking', 'lists', { scenario: 'lists-checking' }],
  ['lists with trouble', 'lists', { scenario: 'lists-trouble' }],
  ['lists before any is published', 'lists', { scenario: 'lists-packaged' }],
  [
    'sites',
    'lists',
    {},
    async (page) => {
      await tab(1)(page);
      await page.locator('.site').first().waitFor();
    },
  ],
  [
    'a list before it is added',
    'lists',
    {},
    async (page) => {
      await page.locator('#list-link').fill('https://union.example/#lurewatch-list=x');
      await page.locator('.add-list .main').click();
      await page.locator('.preview').waitFor();
    },
  ],
];

describe.skipIf(!chromiumPath)(`accessibility${chromiumPath ? '' : ` (${SKIPPED})`}`, () => {
  let gallery: Gallery;
  let browser: Browser;
  beforeAll(async () => {
    [gallery, browser] = await Promise.all([serveGallery(), launchBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });

  describe.each(LOOKS)('%s', (name, look, dir) => {
    const everywhere = [
      'panel',
      'popup',
      'details',
      'help of someone who cannot leave',
      'page for checking a text',
      'a list before it is added',
      'sites',
    ];
    const places = name === 'light' ? PLACES : PLACES.filter(([place]) => everywhere.includes(place));
    it.each(places)('%s', async (_name, kind, parameters, after) => {
      const context = await browser.newContext(look);
      const page = await context.newPage();
      // axe cannot see into closed roots: here, and only here, they are opened.
      await page.addInitScript(() => {
        const attach = Element.prototype.attachShadow;
        Element.prototype.attachShadow = function (init) {
          return attach.call(this, { ...init, mode: 'open' });
        };
      });
      await page.goto(gallery.address(kind, { ...parameters, dir }));
      await page.waitForSelector(kind === 'board' ? '[data-ready]' : '.tabs');
      if (kind !== 'board') await page.evaluate((way) => document.documentElement.setAttribute('dir', way), dir);
      await after?.(page);
      // The single fade must be over before colours are measured.
      await page.waitForTimeout(200);
      await page.evaluate(axe);
      const results = await page.evaluate(
        (rules) => (globalThis as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(rules),
        RULES,
      );
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      );
      await context.close();
      expect(
        results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
      ).toEqual([]);
      expect(wide, 'scrolls sideways').toBe(false);
    });
  });
});
