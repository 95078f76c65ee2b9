import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askBackground } from '../../src/command-line/browsers/own-page.ts';
import { readSavedPage, serveSavedPage } from '../../src/command-line/browsers/serve-saved-page.ts';
import { Session, until } from './session.ts';

const SAVED_PAGE = fileURLToPath(
  new URL('../../../shared/sites/pages/linkedin-guestdetail-1.html.gz', import.meta.url),
);

/** Letters alone: spaces, dates and counters stand differently in a page and in what was read of it. */
const wordsOf = (text: string) => text.replace(/[^\p{L}\p{M}]+/gu, '');

let session: Session;
beforeAll(async () => {
  session = await Session.start();
});
afterAll(() => session?.close());

describe('a person meets an advert in a feed', () => {
  let page: Page;

  test('a badge stands by the lure and by nothing else near it', async () => {
    page = await session.open('/feed');
    await session.first(page, 'button.open');
    const report = await session.report(page);
    const warned = report.postings.filter(({ verdict }) => verdict.level !== 'none');
    expect(warned).toHaveLength((await session.badges(page)).length);
    expect(warned[0]!.posting.text).toContain('THAILAND IS CALLING');
    expect(report.postings.length).toBeGreaterThan(warned.length);
  });

  test('pressing it opens the reasons, in the words of the advert, and ways to report it', async () => {
    const badge = await session.first(page, 'button.open');
    expect(await badge.text()).toMatch(/^Strong warning · \d+ signs/);
    await badge.press(page);
    expect(await (await session.first(page, '.panel .heading')).text()).toMatch(/\d+ signs/);
    const quotes = await Promise.all((await session.inside(page, '.panel mark')).map((mark) => mark.text()));
    expect(quotes.join(' ')).toContain('THAILAND');
    const links = await Promise.all((await session.inside(page, '.panel a')).map((link) => link.attribute('href')));
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(link).toMatch(/^(https?|tel|mailto|sms):/);
  });

  test('they flag it; the flag is kept', async () => {
    await (await session.first(page, '.panel button.keep')).press(page);
    const kept = await until('the flag', async () => {
      const { flags } = await askBackground(session.ownPage, 'ui:flags', {});
      return flags[0];
    });
    expect(kept.url).toBe(page.url());
    expect(kept.posting.text).toContain('THAILAND IS CALLING');
  });

  test('the popup lists the page, also after the background was stopped', async () => {
    await session.opened.stopBackground();
    const popup = await session.opened.openPopup(page);
    const warned = /\d+ strong warnings? on this page/;
    await until('the popup to show the page', async () => warned.test(await popup.text()));
    await popup.close();
    const { flags } = await askBackground(session.ownPage, 'ui:flags', {});
    expect(flags).toHaveLength(1);
  });

  test('they put the warning away; it stays away after a reload, and comes back when they ask', async () => {
    await (await session.first(page, '.panel button.close')).press(page);
    await until('the panel to close', async () => (await session.inside(page, '.panel')).length === 0);
    await (await session.first(page, 'button.hide')).press(page);
    await session.first(page, 'button.restore');
    await page.reload({ waitUntil: 'domcontentloaded' });
    await (await session.first(page, 'button.restore')).press(page);
    await until('the warning to be back', async () => (await session.inside(page, 'button.restore')).length === 0);
    await session.first(page, 'button.open');
  });
});

describe.runIf(existsSync(SAVED_PAGE))('a saved page of LinkedIn, at its own address', () => {
  let page: Page;

  test('is read by its site rule and says that it was read', async () => {
    const url = 'https://www.linkedin.com/jobs/view/4000000001/';
    page = await session.opened.browser.newPage();
    await page.bringToFront();
    await serveSavedPage(page, url, readSavedPage(SAVED_PAGE));
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    await session.first(page, '.badge');
    const report = await session.report(page);
    expect(report).toMatchObject({ site: 'linkedin', state: 'read' });
    expect(report.postings[0]).toMatchObject({ adapter: 'linkedin', view: 'detail', verdict: { level: 'none' } });
    await (await session.first(page, 'button.open')).press(page);
    await session.first(page, '.panel .heading');
  });

  test('is left alone at once when the person switches the site off, and read again when they switch it on', async () => {
    await askBackground(session.ownPage, 'ui:set-settings', { sitesOff: ['linkedin'] });
    await until('the badge to go', async () => (await session.inside(page, '.badge')).length === 0);
    expect(await session.report(page)).toMatchObject({ state: 'off', postings: [] });
    await askBackground(session.ownPage, 'ui:set-settings', { sitesOff: [] });
    await session.first(page, '.badge');
  });
});

describe('pages that change without loading', () => {
  test('a job board: each advert that is opened gets its own answer', async () => {
    const page = await session.open('/jobs');
    const report = await session.report(page);
    expect(report.postings.length).toBeGreaterThan(3);
    const links = await page.$$('a[href^="/jobs/"]');
    const seen = new Set<string>();
    for (const link of links.slice(0, 3)) {
      const address = await link.evaluate((it) => (it as HTMLAnchorElement).href);
      await link.click();
      await until(`the address ${address}`, async () => page.url() === address);
      const opened = await until(`the advert at ${address}`, async () => {
        const now = await session.report(page);
        return now.url === address && now.postings.find(({ view }) => view === 'detail');
      });
      seen.add(opened.posting.title ?? opened.posting.text.slice(0, 40));
    }
    expect(seen.size).toBe(3);
  });

  test('a feed that uses its nodes again: a badge never stays on another post', async () => {
    const page = await session.open('/feed?virtual=1');
    const warned = new Set<string>();
    for (let step = 0; step < 10; step += 1) {
      await page.evaluate(() => window.scrollBy(0, innerHeight * 0.8));
      const { postings } = await session.report(page);
      for (const { posting, verdict } of postings) {
        if (verdict.level === 'high' || verdict.level === 'caution') warned.add(wordsOf(posting.text));
      }
      await until('every badge to stand by a post that is warned about', async () => {
        const wearing = await page.evaluate(() =>
          [...document.querySelectorAll<HTMLElement>('.post[role="article"]')]
            .filter((post) => post.querySelector(':scope > .message .text > span'))
            .map((post) => post.innerText),
        );
        return wearing.every((text) => [...warned].some((words) => wordsOf(text).includes(words.slice(6, 22))));
      });
    }
    expect(warned.size).toBeGreaterThan(3);
  });
});

describe('what is not read is said', () => {
  test('a page without adverts', async () => {
    const page = await session.open('/empty');
    const report = await session.report(page);
    expect(report.postings).toEqual([]);
    expect(report.unread.map(({ why }) => why)).toEqual(['no-postings']);
    expect(await session.inside(page, '.badge')).toEqual([]);
  });
});
