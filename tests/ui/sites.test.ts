import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShownSite } from '../../src/site-messages.ts';
import { findSites } from '../../src/ui/sites/find-sites.ts';
import { chromiumPath, launchBrowser, SKIPPED } from './browser.ts';
import { type Gallery, serveGallery } from './gallery/serve.ts';

describe('finding a site', () => {
  const site = (name: string, ...hosts: string[]) => ({ ids: [name], names: [name], hosts }) as unknown as ShownSite;
  const SITES = [site('Việc Làm', '*.viec.vn'), site('Gmail', 'mail.google.com'), site('104 人力銀行', '*.104.com.tw')];
  it.each([
    ['', 3],
    ['viec lam', 1],
    ['GMAIL', 1],
    ['人力', 1],
    ['104.com', 1],
    ['https://www.104.com.tw/job/1?x=2', 1],
    ['https://mail.google.com/', 1],
    ['www.104.com.tw/job', 1],
    ['https://evil-104.com.tw.example/', 0],
    ['https://x.mail.google.com/', 0],
    ['nothing like it', 0],
  ])('%j', (typed, count) => {
    expect(findSites(SITES, typed)).toHaveLength(count);
  });
});

describe.skipIf(!chromiumPath)(`page of sites${chromiumPath ? '' : ` (${SKIPPED})`}`, () => {
  let gallery: Gallery;
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    [gallery, browser] = await Promise.all([serveGallery(), launchBrowser()]);
    page = await browser.newPage();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await gallery?.close();
  });

  async function open(scenario = 'lists'): Promise<void> {
    await page.goto('about:blank');
    await page.goto(gallery.address('lists', { scenario }));
    await page.getByRole('button', { name: 'Sites' }).click();
    await page.locator('.site').first().waitFor();
  }
  const row = (name: string) => page.locator('.site', { hasText: name });
  const asked = () =>
    page.evaluate(
      () =>
        (globalThis as unknown as { permissions: { asked: { origins: string[]; pressed: boolean }[] } }).permissions
          .asked,
    );

  it('says of each site how it is read', async () => {
    await open();
    expect(await row('Indeed').innerText()).toContain('Read automatically');
    expect(await row('Craigslist').innerText()).toContain('Read when you ask');
    expect(await row('Gmail').innerText()).toContain('Read when you ask');
    expect(await row('TopCV').innerText()).toContain('Off. Not read, even when you ask.');
    expect(await row('Naukri').innerText()).toContain('A list switched off the rules for this site');
    expect(await row('Bayt').locator('.tag').innerText()).toBe('experimental');
    expect(await row('Indeed').locator('.tag').count()).toBe(0);
    expect(await row('Telegram').innerText()).toContain('Telegram Web A and Telegram Web K');
    expect(await row('SEEK').innerText()).toContain('seek.com.au, seek.com, and 2 more');
  });

  it('switches a site off and on, by keyboard too', async () => {
    await open();
    const its = page.getByRole('switch', { name: 'Indeed' });
    expect(await its.isChecked()).toBe(true);
    await its.focus();
    await page.keyboard.press('Space');
    await row('Indeed').getByText('Off. Not read, even when you ask.').waitFor();
    expect(await its.isChecked()).toBe(false);
    expect(await its.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Space');
    await row('Indeed').getByText('Read automatically').waitFor();
    expect(await its.isChecked()).toBe(true);
  });

  it('says so when a switch could not be kept', async () => {
    await open('private');
    await page.getByRole('switch', { name: 'Indeed' }).click();
    await row('Indeed').getByText('the switch stays as it was').waitFor();
    expect(await page.getByRole('switch', { name: 'Indeed' }).isChecked()).toBe(true);
  });

  it('asks for a permission by one press, for that site alone, with the reason', async () => {
    await open();
    const allow = page.getByRole('button', { name: 'Allow automatic reading Craigslist' });
    const why = await allow.getAttribute('aria-describedby');
    expect(await page.locator(`#${why}`).innerText()).toContain(
      'With your permission, adverts are read while you look',
    );
    await allow.click();
    await row('Craigslist').getByText('Read automatically', { exact: true }).waitFor();
    expect(await asked()).toEqual([{ origins: ['https://*.craigslist.org/*'], pressed: true }]);
    const its = page.getByRole('switch', { name: 'Craigslist' });
    await expect.poll(() => its.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('never asks for chats and mail, nor for what is switched off', async () => {
    await open();
    for (const name of ['Gmail', 'Telegram', 'TopCV'])
      expect(await row(name).getByRole('button').count(), name).toBe(0);
  });

  it('says when the browser refused', async () => {
    await open('sites-refused');
    await row('Craigslist').getByRole('button').click();
    await row('Craigslist').getByText('Your browser did not give the permission.').waitFor();
  });

  it('takes a permission back, and follows one that was withdrawn elsewhere', async () => {
    await open();
    await row('Bayt').getByRole('button', { name: 'Take the permission back' }).click();
    await row('Bayt').getByText('Read when you ask').waitFor();
    await page.evaluate(() =>
      (globalThis as unknown as { permissions: { remove(what: object): Promise<boolean> } }).permissions.remove({
        origins: ['https://*.indeed.com/*'],
      }),
    );
    await row('Indeed').getByText('Read when you ask').waitFor();
    await row('Indeed').getByRole('button', { name: 'Allow automatic reading' }).waitFor();
  });

  it('is opened from the settings of the popup', async () => {
    await page.goto(gallery.address('popup'));
    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'See all sites' }).click();
    await page.goto('about:blank');
    await page.goto(`${gallery.address('lists')}#sites`);
    await page.locator('.site').first().waitFor();
  });

  it('finds a site, and says what to do about one that is not there', async () => {
    await open();
    await page.getByLabel('Find a site').fill('topcv.vn');
    await page.getByText('1 site found').waitFor();
    expect(await page.locator('.site').count()).toBe(1);
    await page.getByLabel('Find a site').fill('unheard of');
    await page.getByText('You can have any page read').waitFor();
    expect(await page.locator('section').count()).toBe(0);
  });
});
