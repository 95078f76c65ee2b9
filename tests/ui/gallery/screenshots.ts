import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromiumFamily } from '../../../src/command-line/browsers/find-browser.ts';
import { serveGallery } from './serve.ts';

/**
 * Saves pictures of everything a person sees under `.screenshots/`: `node tests/ui/gallery/screenshots.ts [part of a
 * name]`.
 */
const folder = fileURLToPath(new URL('../../../.screenshots/', import.meta.url));
mkdirSync(folder, { recursive: true });
const found = findChromiumFamily();
if (!found) throw new Error('No Chromium, Chrome or Edge on this machine');

const DESK = { width: 1100, height: 860 };
const PHONE = { width: 360, height: 640 };
const NARROW = { width: 320, height: 640 };
const POPUP = { width: 360, height: 560 };

interface Shot {
  name: string;
  page: 'board' | 'popup' | 'check' | 'lists';
  parameters?: Record<string, string>;
  look?: BrowserContextOptions;
  after?: (page: Page) => Promise<void>;
  whole?: boolean;
}

const dark: BrowserContextOptions = { colorScheme: 'dark' };
const forced: BrowserContextOptions = { forcedColors: 'active' };
const tab = (name: string) => (page: Page) => page.locator('nav button', { hasText: name }).click();
const details = (page: Page) => page.locator('.card .main').click();
/** Makes the scrolled part as tall as it is, to see all of it. */
const stretch = (page: Page) => page.addStyleTag({ content: '.app{block-size:auto!important}' }).then(() => {});

const SHOTS: Shot[] = [
  { name: 'board-light', page: 'board', look: { viewport: DESK }, parameters: { away: 'ar' } },
  { name: 'board-dark', page: 'board', look: { viewport: DESK, ...dark } },
  { name: 'board-forced', page: 'board', look: { viewport: DESK, ...forced } },
  { name: 'board-rtl', page: 'board', look: { viewport: PHONE }, parameters: { dir: 'rtl' } },
  { name: 'panel-light', page: 'board', look: { viewport: DESK }, parameters: { open: 'en' } },
  { name: 'panel-tall', page: 'board', look: { viewport: { width: 500, height: 1700 } }, parameters: { open: 'en' } },
  {
    name: 'panel-dark',
    page: 'board',
    look: { viewport: { width: 500, height: 1700 }, ...dark },
    parameters: { open: 'vi', home: '' },
  },
  {
    name: 'panel-rtl',
    page: 'board',
    look: { viewport: { width: 500, height: 1700 } },
    parameters: { open: 'ar', dir: 'rtl' },
  },
  { name: 'panel-forced', page: 'board', look: { viewport: DESK, ...forced }, parameters: { open: 'th' } },
  { name: 'panel-phone', page: 'board', look: { viewport: PHONE }, parameters: { open: 'en' } },
  { name: 'panel-phone-narrow', page: 'board', look: { viewport: NARROW, ...dark }, parameters: { open: 'zh' } },
  { name: 'panel-none', page: 'board', look: { viewport: DESK }, parameters: { open: 'honest' } },
  { name: 'panel-unread', page: 'board', look: { viewport: DESK }, parameters: { open: 'unread' } },
  { name: 'panel-warning', page: 'board', look: { viewport: DESK }, parameters: { open: 'warning' } },
  ...[
    'mixed',
    'one',
    'caution',
    'quiet',
    'nothing',
    'unread',
    'no-access',
    'on-request',
    'off',
    'private',
    'no-answer',
  ].map(
    (scenario): Shot => ({
      name: `popup-${scenario}`,
      page: 'popup',
      look: { viewport: POPUP },
      parameters: { scenario },
    }),
  ),
  { name: 'popup-one-dark', page: 'popup', look: { viewport: POPUP, ...dark }, parameters: { scenario: 'one' } },
  { name: 'popup-one-forced', page: 'popup', look: { viewport: POPUP, ...forced }, parameters: { scenario: 'one' } },
  { name: 'popup-mixed-whole', page: 'popup', look: { viewport: POPUP }, after: stretch, whole: true },
  { name: 'popup-details', page: 'popup', look: { viewport: POPUP }, after: details },
  { name: 'popup-help', page: 'popup', look: { viewport: POPUP }, after: tab('Help') },
  { name: 'popup-help-empty', page: 'popup', look: { viewport: POPUP }, parameters: { home: '' }, after: tab('Help') },
  {
    name: 'popup-help-trapped',
    page: 'popup',
    look: { viewport: POPUP },
    after: async (page) => {
      await tab('Help')(page);
      await page.getByText('Someone cannot leave').click();
      await page.selectOption('#job', 'TH');
      await stretch(page);
    },
    whole: true,
  },
  { name: 'popup-kept', page: 'popup', look: { viewport: POPUP }, after: tab('Kept') },
  {
    name: 'popup-kept-empty',
    page: 'popup',
    look: { viewport: POPUP },
    parameters: { scenario: 'nothing' },
    after: tab('Kept'),
  },
  { name: 'popup-settings', page: 'popup', look: { viewport: POPUP, ...dark }, after: tab('Settings') },
  { name: 'popup-rtl', page: 'popup', look: { viewport: POPUP }, parameters: { scenario: 'one' }, after: turn },
  {
    name: 'popup-details-rtl',
    page: 'popup',
    look: { viewport: POPUP },
    parameters: { scenario: 'one' },
    after: async (page) => {
      await details(page);
      await turn(page);
    },
  },
  { name: 'check', page: 'check', look: { viewport: DESK } },
  { name: 'check-given', page: 'check', look: { viewport: DESK }, parameters: { scenario: 'handed-over' } },
  {
    name: 'check-phone',
    page: 'check',
    look: { viewport: NARROW, ...dark, hasTouch: true, isMobile: true },
    parameters: { scenario: 'handed-over' },
    whole: true,
  },
  ...(['lists', 'lists-packaged', 'lists-checking', 'lists-trouble', 'lists-managed'] as const).flatMap((scenario) => [
    { name: scenario, page: 'lists' as const, look: { viewport: DESK }, parameters: { scenario }, after: openChanges },
    {
      name: `${scenario}-phone`,
      page: 'lists' as const,
      look: { viewport: PHONE, ...dark, hasTouch: true, isMobile: true },
      parameters: { scenario },
      after: stretch,
      whole: true,
    },
  ]),
  ...(
    [
      ['list-preview', { viewport: PHONE }],
      ['list-preview-desk', { viewport: DESK, ...dark }],
      ['list-preview-forced', { viewport: PHONE, ...forced }],
    ] as const
  ).map(([name, look]): Shot => ({ name, page: 'lists', look, after: (page) => lookAtList(page), whole: true })),
  ...(
    [
      ['sites', { viewport: DESK }],
      ['sites-dark', { viewport: DESK, ...dark }],
      ['sites-phone', { viewport: PHONE }],
      ['sites-phone-dark', { viewport: PHONE, ...dark, hasTouch: true, isMobile: true }],
      ['sites-forced', { viewport: PHONE, ...forced }],
    ] as const
  ).map(([name, look]): Shot => ({ name, page: 'lists', look, after: showSites, whole: true })),
  { name: 'popup-offered', page: 'popup', look: { viewport: POPUP }, parameters: { scenario: 'offered' } },
];

async function openChanges(page: Page): Promise<void> {
  await stretch(page);
  for (const summary of await page.locator('.changes summary').all()) await summary.click();
}

async function lookAtList(page: Page): Promise<void> {
  await page.locator('#list-link').fill('https://union.example/#lurewatch-list=https%3A%2F%2Flists.example%2F&root=ab');
  await page.locator('.add-list .main').click();
  await page.locator('.preview').waitFor();
  await stretch(page);
}

async function showSites(page: Page): Promise<void> {
  await tab('Sites')(page);
  await page.locator('.site').first().waitFor();
  await stretch(page);
}

async function turn(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
}

const wanted = process.argv[2] ?? '';
const gallery = await serveGallery();
const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox'] });
for (const shot of SHOTS.filter(({ name }) => name.includes(wanted))) {
  const context = await browser.newContext({ deviceScaleFactor: 2, ...shot.look });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(shot.name, error.message));
  page.on('console', (message) => message.type() === 'error' && console.error(shot.name, message.text()));
  await page.goto(gallery.address(shot.page, shot.parameters));
  await page.waitForSelector(shot.page === 'board' ? '[data-ready]' : '.tabs');
  await page.waitForTimeout(250);
  await shot.after?.(page);
  await page.waitForTimeout(250);
  await page.screenshot({ path: `${folder}${shot.name}.png`, fullPage: shot.whole ?? false });
  await context.close();
}
await browser.close();
await gallery.close();
