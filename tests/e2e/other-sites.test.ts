import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSavedPage } from '../../src/command-line/browsers/serve-saved-page.ts';
import { Session, until } from './session.ts';

const LURE = `We take chat operators for our Asian office, twelve people, this week. 1,500 to 2,200 dollars a month,
commission on deposits. No experience, no diploma, 18 to 30. Ticket, room and food are on us. You enter as a tourist
through Bangkok and our driver takes you to Myawaddy, papers are done there. Write only on Telegram @myw_desk000 and send
the first page of your passport.`;

const JOB_PAGE = `<!doctype html><html lang="en"><head><title>Vacancy: chat operator</title></head>
<body><main><h1>Chat operator, vacancy</h1><p>${LURE}</p></main></body></html>`;

/** The same words as a message in the markup of Telegram Web K. */
const CHAT_PAGE = `<!doctype html><html lang="en"><head><title>Telegram Web</title></head><body>
<div class="bubbles-inner"><div class="bubble is-in" data-mid="101" data-peer-id="-100123"><div class="bubble-content-wrapper">
<div class="bubble-content"><div class="name"><span class="peer-title" data-peer-id="-100123">Overseas desk</span></div>
<div class="message spoilers-container"><span class="translatable-message">${LURE}</span>
<span class="time"><span class="i18n">12:00</span></span></div></div></div></div></div></body></html>`;

let session: Session;
beforeAll(async () => {
  session = await Session.start();
});
afterAll(() => session?.close());

async function show(url: string, body: string): Promise<Page> {
  const page = await session.opened.browser.newPage();
  await page.bringToFront();
  await serveSavedPage(page, url, body);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return page;
}

describe.each([
  ['a site that is in no list', 'https://jobs.unlisted.example/vacancy/7', JOB_PAGE],
  ['a private conversation', 'https://web.telegram.org/k/#-100123', CHAT_PAGE],
])('%s', (_, url, body) => {
  let page: Page;

  test('is not read by itself', async () => {
    page = await show(url, body);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await session.inside(page, '.badge')).toEqual([]);
  });

  test('is read when the person asks in the popup, and warns in the page and in the popup', async () => {
    const popup = await session.opened.openPopup(page);
    await until('the button to read the page', async () => {
      await popup.press('.summary button.main');
      return true;
    });
    await until('the popup to warn', async () => /\d strong warning/.test(await popup.text()));
    await popup.close();
    expect(await (await session.first(page, 'button.open')).text()).toMatch(/^Strong warning/);
  });
});
