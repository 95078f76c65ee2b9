import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchBrowser, SKIPPED } from './browser.ts';
import { type Gallery, serveGallery } from './gallery/serve.ts';

const LINK = 'https://union.example/#lurewatch-list=https%3A%2F%2Flists.example%2F&root=ab';

describe.skipIf(!chromiumPath)(`page of lists${chromiumPath ? '' : ` (${SKIPPED})`}`, () => {
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

  async function open(scenario: string, hash = ''): Promise<void> {
    await page.goto('about:blank');
    await page.goto(gallery.address('lists', { scenario }) + hash);
    await page.locator('.list-box').first().waitFor();
  }
  const text = () => page.locator('main').innerText();

  it('says version, age, next check and what changed', async () => {
    await open('lists');
    const shown = await text();
    expect(shown).toContain('Version 2026.11.22.2015');
    expect(shown).toContain('Checked 2 hours ago. Next check in 48 minutes.');
    expect(shown).toContain('46 signs, 312 contacts, and 1,204 known addresses');
    await page.locator('.changes summary').first().click();
    expect(await text()).toContain('New signs: Deposit for a uniform and Interview only in chat');
    expect(await text()).toContain('Known addresses: from 1,180 to 1,204');
  });

  it('shows how far a check is, and stops it', async () => {
    await open('lists');
    await page.getByRole('button', { name: 'Check now' }).click();
    await page.getByText('Asking for news…').waitFor();
    expect(await page.locator('progress').getAttribute('value')).toBeTruthy();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('button', { name: 'Check now' }).waitFor();
  });

  it('says in plain words what went wrong, and that nothing is lost', async () => {
    await open('lists-trouble');
    const shown = await text();
    expect(shown).toContain('It was refused. The list you have stays in use.');
    expect(shown).toContain('The address did not answer.');
    expect(shown).toContain('It still works, but it may lack what is new.');
    expect(shown).not.toContain('rollback');
    await page.locator('.said summary').first().click();
    expect(await text()).toContain('rollback, timestamp: The timestamp is version 6');
  });

  it('says when there is no address yet', async () => {
    await open('lists-packaged');
    expect(await text()).toContain('No address to check yet; the list in the package is in use.');
    expect(await page.getByRole('button', { name: 'Check now' }).count()).toBe(0);
  });

  it('says when nothing can be kept', async () => {
    await open('private');
    expect(await text()).toContain('new lists cannot be used');
  });

  it('shows a list before it is added, with what it cannot do', async () => {
    await open('lists');
    await page.locator('#list-link').fill('https://union.example/');
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByText('This is not the link of a list.').waitFor();
    await page.locator('#list-link').fill(LINK);
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.locator('.preview').waitFor();
    const shown = await page.locator('.preview').innerText();
    expect(shown).toContain('Kept by Union of Example Seafarers');
    expect(shown).toContain('It brings 3 signs, 2 contacts, and 120 known addresses.');
    expect(shown).toContain('Raise a strong warning by itself.');
    expect(shown).toContain('3f5a 9c0d');
    await page.getByRole('button', { name: 'Add this list' }).click();
    await page.getByText('“Shore watch” was added and is in use.').waitFor();
  });

  it('removes a list with a second press only', async () => {
    await open('lists');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    expect(await page.locator('.list-box').count()).toBe(2);
    await page.getByRole('button', { name: 'Remove with everything from it' }).click();
    await page.getByText('Those you add will stand here.').waitFor();
  });

  it('is looked at without another press when it was opened from a page', async () => {
    await open('lists', `#look=${encodeURIComponent(LINK)}`);
    await page.locator('.preview').waitFor();
    expect(await page.locator('#list-link').inputValue()).toBe(LINK);
  });

  it('leaves what a policy set alone', async () => {
    await open('lists-managed');
    const shown = await text();
    expect(shown).toContain('has switched off fetching lists');
    expect(shown).toContain('Set by whoever manages this device.');
    expect(await page.locator('#list-link').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Remove' }).count()).toBe(0);
  });

  it('is offered in the popup on a page that carries a link', async () => {
    await page.goto(gallery.address('popup', { scenario: 'offered' }));
    await page.getByRole('button', { name: 'See what is in it' }).waitFor();
  });
});
