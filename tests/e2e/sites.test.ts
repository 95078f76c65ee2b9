import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSavedPage } from '../../src/command-line/browsers/serve-saved-page.ts';
import { ENGINE, Session, until } from './session.ts';

const LURE = '/job/id-3';
const BOARD = 'https://www.bayt.com/en/job/7';
const BOARD_PAGE = `<!doctype html><html lang="en"><head><title>Vacancy: chat operator</title></head>
<body><main><h1>Chat operator, vacancy</h1><p>We take chat operators for our Asian office, twelve people, this week.
1,500 to 2,200 dollars a month, commission on deposits. No experience, no diploma, 18 to 30. Ticket, room and food are on
us. You enter as a tourist through Bangkok and our driver takes you to Myawaddy, papers are done there. Write only on
Telegram @myw_desk000 and send the first page of your passport.</p></main></body></html>`;

let session: Session;
let sites: Page;
beforeAll(async () => {
  // Firefox then answers the question for a permission with yes; Chromium has no such answer.
  session = await Session.start({ 'extensions.webextOptionalPermissionPrompts': false });
  await showSites();
});
afterAll(() => session?.close());

async function showSites(): Promise<void> {
  sites = await session.opened.openOwnPage('options.html');
  await sites.bringToFront();
  await sites.waitForSelector('.tabs');
  await sites.click('.tabs button:nth-child(2)');
  await sites.waitForSelector('.site');
}

const row = (id: string) => sites.$eval(`.site:has(#site-${id})`, (it) => (it as HTMLElement).innerText);
const press = async (selector: string) => {
  await sites.bringToFront();
  await sites.click(selector);
};
const hasBadge = async (page: Page) => (await session.inside(page, '.badge')).length > 0;

/** Access to every site as the person sets it where the browser lists its extensions. */
async function setAccess(to: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  const extensions = await session.opened.browser.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(
    (change) =>
      (
        globalThis as unknown as {
          chrome: { developerPrivate: { updateExtensionConfiguration(change: object): Promise<void> } };
        }
      ).chrome.developerPrivate.updateExtensionConfiguration(change),
    { extensionId: new URL(sites.url()).host, hostAccess: to },
  );
  await extensions.close();
}

async function withdrawAll(): Promise<void> {
  if (ENGINE === 'chromium') return setAccess('ON_CLICK');
  await sites.evaluate(() => {
    const { permissions, runtime } = (
      globalThis as unknown as {
        browser: {
          permissions: { remove(what: object): Promise<boolean> };
          runtime: { getManifest(): { host_permissions: string[] } };
        };
      }
    ).browser;
    return permissions.remove({ origins: runtime.getManifest().host_permissions });
  });
}

test('every site of the package stands there, with how it is read', async () => {
  expect((await sites.$$('.site')).length).toBeGreaterThan(50);
  expect(await row('indeed')).toContain('Read automatically');
  expect(await row('bayt')).toContain('Allow automatic reading');
  expect(await row('gmail')).toContain('Read when you ask');
});

test('a switch is remembered', async () => {
  await press('#site-indeed');
  await until('the site to be off', async () => (await row('indeed')).includes('Off.'));
  await sites.close();
  await showSites();
  expect(await row('indeed')).toContain('Off.');
  await press('#site-indeed');
  await until('the site to be on', async () => (await row('indeed')).includes('Read automatically'));
});

describe.runIf(ENGINE === 'firefox')('a site of a board', () => {
  let page: Page;

  test('is read by itself after one press, also where it is open already', async () => {
    page = await session.opened.browser.newPage();
    await serveSavedPage(page, BOARD, BOARD_PAGE);
    await page.goto(BOARD, { waitUntil: 'domcontentloaded' });
    expect(await hasBadge(page)).toBe(false);
    await press('#site-bayt-allow');
    await until('the permission', async () => (await row('bayt')).includes('Read automatically'));
    await page.bringToFront();
    await session.first(page, '.badge');
  });

  test('is left alone at once when the permission is taken back', async () => {
    await press('#site-bayt-give-back');
    await until('the badge to go', async () => !(await hasBadge(page)));
    expect(await row('bayt')).toContain('Read when you ask');
  });
});

test('permissions withdrawn in the browser stop pages that are open, and the page of sites says so', async () => {
  const page = await session.open(LURE);
  await session.first(page, '.badge');
  await withdrawAll();
  await until('the badge to go', async () => !(await hasBadge(page)));
  await until('the list to follow', async () => (await row('indeed')).includes('Allow automatic reading'));
});
