import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchBrowser, SKIPPED } from './browser.ts';
import { type Gallery, serveGallery } from './gallery/serve.ts';

describe.skipIf(!chromiumPath)(`popup${chromiumPath ? '' : ` (${SKIPPED})`}`, () => {
  let gallery: Gallery;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [gallery, browser] = await Promise.all([serveGallery(), launchBrowser()]);
    const context = await browser.newContext({
      viewport: { width: 360, height: 560 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    page = await context.newPage();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });

  async function open(scenario: string, kind: 'popup' | 'check' = 'popup', home = 'KE'): Promise<void> {
    await page.goto(gallery.address(kind, { scenario, home }));
    await page.waitForSelector('.tabs');
  }
  const text = () => page.locator('main').textContent();

  it('shows level, the riskiest advert, its signs and the first step without scrolling', async () => {
    await open('one');
    await page.locator('.card .main').waitFor();
    expect(await page.locator('h1').textContent()).toBe('1 strong warning on this page');
    expect(await page.locator('.card mark').count()).toBe(2);
    expect(await page.locator('.first').textContent()).toContain('official register');
    const { scroll, client } = await page
      .locator('main')
      .evaluate((main) => ({ scroll: main.scrollHeight, client: main.clientHeight }));
    // The switch for the site alone may lie below.
    expect(scroll - client).toBeLessThanOrEqual(60);
    expect((await page.locator('textarea').boundingBox())!.y).toBeLessThan(500);
  });

  it('lists the others riskiest first and the quiet ones only on request', async () => {
    await open('mixed');
    const rows = page.locator('.rows li');
    expect(await rows.allInnerTexts()).toEqual([
      expect.stringContaining('Strong'),
      expect.stringContaining('Strong'),
      expect.stringContaining('careful'),
    ]);
    await page.locator('.rows > .plain').click();
    expect(await rows.count()).toBe(18);
  });

  it('says what was not read, and why', async () => {
    await open('mixed');
    await page.locator('details.unread summary').click();
    expect(await page.locator('details.unread li').allInnerTexts()).toEqual([
      '2 not read: A part of the advert was not where this site usually puts it.',
      '1 not read: The page was still loading.',
    ]);
  });

  it.each([
    ['quiet', 'No known signs found on this page', 'That is not proof.'],
    ['nothing', 'No job advert found on this page', 'copy its text'],
    ['unread', 'We could not read this page', ''],
    ['no-access', 'This page was not read', 'Read this page now'],
    ['on-request', 'This page can hold private messages', 'Read this page now'],
    ['off', 'You switched reading off on this site', 'Read this site again'],
    ['checking', 'Reading this page', ''],
    ['no-answer', '', 'did not answer'],
    ['private', '1 strong warning on this page', 'History is off in this window'],
  ])('has its own words when the page is %s', async (scenario, heading, more) => {
    await open(scenario);
    await page
      .locator(scenario === 'no-answer' ? '.notice' : 'h1')
      .first()
      .waitFor();
    if (heading) expect(await page.locator('h1').textContent()).toBe(heading);
    if (more) await page.getByText(more).first().waitFor();
    expect(await text()).not.toMatch(/\bsafe\b/i);
  });

  it('opens everything about an advert and comes back', async () => {
    await open('one');
    await page.locator('.card .main').click();
    await page.getByText('Who to ask or tell').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('heading');
    await page.getByRole('button', { name: 'Flag and keep a copy' }).click();
    await page.getByText('A copy stays on this device only').waitFor();
    await page.getByRole('button', { name: 'This is a mistake' }).click();
    await page.getByText('will not be warned about again').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByRole('button', { name: 'Back' }).click();
    await page.locator('.card').waitFor();
  });

  it('copies advert and reasons as plain text', async () => {
    await open('one');
    await page.locator('.card .main').click();
    await page.getByRole('button', { name: 'Copy as text' }).click();
    await page.getByText('Copied.').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('Contact only on Telegram @example_hr');
    expect(copied).toContain('“Mae Sot”');
  });

  it('checks a pasted text in place', async () => {
    await open('quiet');
    await page.locator('.check .main').click();
    await page.getByText('Paste some text first.').waitFor();
    await page.locator('textarea').fill('We are hiring chat support agents for our new office.');
    await page.locator('.check .main').click();
    await page.getByText('This advert shows 5 signs').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await page.locator('.result .card').count()).toBe(0);
  });

  it('takes the text that the menu hands over, and never from the address', async () => {
    await open('handed-over', 'check');
    await page.getByText('This advert shows 5 signs').waitFor();
    expect(await page.locator('textarea').inputValue()).toContain('We are hiring');
    expect(page.url()).not.toContain('hiring');
  });

  it('gives numbers by situation and country, with source and date', async () => {
    await open('one', 'popup', '');
    await page.locator('nav button').nth(1).click();
    await page.getByText('With your country we can show').waitFor();
    await page.selectOption('#home', 'KE');
    await page.getByText('+254 700 555 0100').waitFor();
    expect(await page.locator('a.telephone').first().getAttribute('href')).toBe('tel:+2547005550100');
    expect(await text()).toContain('Source, checked February 2026');
    expect(await text()).toContain('Last checked March 2021. It may have changed since.');
    await page.getByText('Someone cannot leave').click();
    await page.selectOption('#job', 'TH');
    await page.getByText('Where the job is: Thailand').waitFor();
    expect(await page.locator('.contact .name').first().textContent()).toBe('Embassy in Bangkok');
    await page.selectOption('#job', 'FR');
    await page.getByText('We have no checked contact of France for this yet.').waitFor();
  });

  it('deletes a kept advert with a second press only', async () => {
    await open('one');
    await page.locator('nav button').nth(2).click();
    await page.locator('.kept > li').first().waitFor();
    await page.getByRole('button', { name: 'Delete' }).first().click();
    expect(await page.locator('.kept > li').count()).toBe(2);
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.kept > li').length === 1);
  });

  it('opens at once', async () => {
    await open('mixed');
    const ready = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0);
    expect(ready).toBeLessThan(1000);
  });
});
