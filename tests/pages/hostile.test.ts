import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteRule } from '../../src/packs/site-rule.ts';
import { chromiumPath, launchBrowser, SKIPPED } from '../ui/browser.ts';
import { openPage } from './open-page.ts';

const ADDRESS = 'https://agency.example/jobs/chat-agent';
const ADVERT = `<h1>Chat agent</h1><p>${'We are hiring chat agents for our office abroad. Salary 1,200 USD a month, room and flight paid. Write to us on Telegram @example_hr. '.repeat(4)}</p>`;

describe.skipIf(!chromiumPath)(`pages that fight the reader${chromiumPath ? '' : ` (${SKIPPED})`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function read(html: string, prepare?: () => void, sites: SiteRule[] = []) {
    const opened = await openPage(browser, ADDRESS, `<!doctype html>${html}`);
    if (prepare) await opened.page.evaluate(prepare);
    const reading = await opened.read(sites);
    await opened.close();
    return reading;
  }

  test('names that shadow the properties of forms and of the document', async () => {
    const names =
      'childNodes children parentElement nodeType textContent localName attributes getAttribute matches closest contains ownerDocument isConnected shadowRoot'.split(
        ' ',
      );
    const own =
      'querySelector querySelectorAll body head title documentElement defaultView baseURI createTreeWalker'.split(' ');
    const reading = await read(
      `<title>Jobs</title>${own.map((name) => `<img name="${name}"><form name="${name}"></form>`).join('')}
       <main><form>${names.map((name) => `<input name="${name}">`).join('')}${ADVERT}</form></main>`,
    );
    expect(reading.unread).toEqual([]);
    expect(reading.postings).toHaveLength(1);
    expect(reading.postings[0]?.posting.text).toContain('@example_hr');
  });

  test('nesting as deep as the browser itself bears, and deeper where nothing is drawn', async () => {
    const reading = await read(`<title>Jobs</title><main>${ADVERT}</main>`, () => {
      const nest = (depth: number, style: string) => {
        const top = document.createElement('div');
        top.setAttribute('style', style);
        let at: Element = top;
        for (let level = 0; level < depth; level++)
          at = at.appendChild(document.createElement(level % 2 ? 'div' : 'form'));
        at.textContent = `We are hiring at level ${depth}.`;
        document.querySelector('main')!.append(top);
      };
      nest(1500, '');
      nest(5000, 'display:none');
    });
    expect(reading.postings[0]?.posting.text).toContain('We are hiring at level 1500.');
    expect(reading.postings[0]?.posting.text).not.toContain('5000');
    expect(reading.ms).toBeLessThan(3000);
  });

  test('structured data of ten megabytes is left, the page is read', async () => {
    const reading = await read(`<title>Jobs</title><main>${ADVERT}</main>`, () => {
      const script = document.createElement('script');
      script.type = 'application/ld+json';
      script.textContent = JSON.stringify({
        '@type': 'JobPosting',
        title: 'Chat agent',
        description: 'x'.repeat(10_000_000),
      });
      document.head.append(script);
    });
    expect(reading.unread).toEqual([{ why: 'too-long', site: 'structured-data', count: 1 }]);
    expect(reading.postings).toHaveLength(1);
    expect(reading.ms).toBeLessThan(2000);
  });

  test('a text of a million characters is cut and marked', async () => {
    const reading = await read(`<title>Jobs</title><main>${ADVERT}<p>${'word '.repeat(200_000)}</p></main>`);
    expect(reading.postings[0]?.posting.text.length).toBeLessThanOrEqual(200_000);
    expect(reading.postings[0]?.posting.partial).toBe(true);
  });

  test('words hidden from people are not read, however they are hidden', async () => {
    const honest = 'Licensed agency, no fees.';
    const reading =
      await read(`<title>Jobs</title><style>.c{position:absolute;clip:rect(0 0 0 0)}.i{position:absolute;clip-path:inset(50%)}.w{display:contents}</style><main>${ADVERT}
      <p style="opacity:0">${honest}</p><p style="visibility:hidden">${honest}</p><p style="font-size:0">${honest}</p><p class="c">${honest}</p><p class="i">${honest}</p>
      <p hidden>${honest}</p><p style="display:none">${honest}</p><div class="w"><p>shown through a box-less parent</p></div></main>`);
    expect(reading.postings[0]?.posting.text).not.toContain(honest);
    expect(reading.postings[0]?.posting.text).toContain('shown through a box-less parent');
  });

  test('a fading page is read all the same', async () => {
    const reading = await read(`<title>Jobs</title><body style="opacity:0"><main>${ADVERT}</main></body>`);
    expect(reading.postings).toHaveLength(1);
  });

  test('selectors that do not parse match nothing', async () => {
    const broken = {
      site: 'broken',
      hosts: ['agency.example'],
      views: [
        {
          view: 'detail',
          when: [':::'],
          posting: ['main[', 'main'],
          fields: { title: { select: ['((', 'h1'] }, text: { select: ['p'] } },
          required: ['title'],
          skip: [')('],
        },
      ],
    };
    const reading = await read(`<title>Jobs</title><main>${ADVERT}</main>`, undefined, [broken as unknown as SiteRule]);
    expect(reading.postings).toHaveLength(1);
    expect(reading.adapter).toBe('dense-block');
  });

  test.each([
    [
      'a robot check',
      '<title>Just a moment...</title><main><h1>agency.example</h1><p>Verifying you are human.</p></main>',
      'still-loading',
    ],
    ['an empty frame', '<title>Jobs</title><div id="root"></div>', 'still-loading'],
    [
      'a log-in wall',
      '<title>Log in</title><main><h1>Sign in to see more</h1><p>Members see all openings here, sign in or make an account first.</p><form><input name="u"><input type="password"></form></main>',
      'login-wall',
    ],
    [
      'a page about something else',
      `<title>Birds</title><main><h1>Herons</h1><p>${'The heron stands in the shallow water and waits for a fish. '.repeat(40)}</p></main>`,
      'no-postings',
    ],
  ])('%s is told as unread', async (_, html, why) => {
    const reading = await read(html);
    expect(reading.postings).toEqual([]);
    expect(reading.unread).toMatchObject([{ why }]);
  });
});
