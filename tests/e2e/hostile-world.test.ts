import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askBackground, tabIdOf } from '../../src/command-line/browsers/own-page.ts';
import { ENGINE, Session, until } from './session.ts';

/** Read by the build for demonstration; answered from memory, so that each page may run what it likes. */
const ADDRESS = 'http://localhost/hostile-world';

const LURE = `We take chat operators for our Asian office, twelve people, this week. 1,500 to 2,200 dollars a month, commission
on deposits. No experience, no diploma, 18 to 30. Ticket, room and food are on us. You enter as a tourist through Bangkok and
our driver takes you to Myawaddy, papers are done there. Write only on Telegram @world_desk000 and send the first page of
your passport.`;

const FEED = `<main><div role="feed">${[
  LURE,
  'The heron is back at the mill pond.',
  'Choir practice moves to Thursday, same room.',
]
  .map((text) => `<div role="article" class="post"><h3>Somebody</h3><div class="text" dir="auto">${text}</div></div>`)
  .join('')}</div></main>`;

let session: Session;
beforeAll(async () => {
  session = await Session.start();
});
afterAll(() => session?.close());

async function show(head: string, body = FEED): Promise<Page> {
  const page = await session.opened.browser.newPage();
  await page.bringToFront();
  await page.setRequestInterception(true);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Work abroad</title>${head}</head><body>${body}</body></html>`;
  page.on('request', (request) => {
    const answered = request.isNavigationRequest()
      ? request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: html })
      : request.abort();
    answered.catch(() => undefined);
  });
  await page.goto(ADDRESS, { waitUntil: 'domcontentloaded' });
  return page;
}

const warned = async (page: Page) => {
  const { postings } = await askBackground(session.ownPage, 'ui:tab', {
    tabId: await tabIdOf(session.ownPage, page.url()),
  });
  return postings.filter(({ verdict }) => verdict.level === 'high');
};

describe(`a page whose own world is rigged (${ENGINE})`, () => {
  test('prototypes and observers that lie or throw change nothing', async () => {
    const page = await show(`<script>
      const refuse = () => { throw new Error('refused'); };
      for (const name of ['map', 'filter', 'find', 'push', 'flatMap', 'slice', 'includes']) Array.prototype[name] = refuse;
      JSON.parse = JSON.stringify = refuse;
      window.MutationObserver = window.IntersectionObserver = class { observe() {} disconnect() {} };
      for (const name of ['querySelectorAll', 'querySelector', 'matches', 'closest', 'getAttribute'])
        Element.prototype[name] = Document.prototype[name] = () => null;
      Object.defineProperty(Node.prototype, 'textContent', { get: () => 'Nothing to see' });
      window.getComputedStyle = refuse;
    </script>`);
    await until('the warning', async () => (await warned(page)).length === 1);
    await session.first(page, 'button.open');
    await page.close();
  });

  test('custom elements and patched makers of elements neither see nor break what is added', async () => {
    const page = await show(`<script>
      window.calls = [];
      for (const name of ['lurewatch-badge', 'lure-watch', 'x-badge', 'wxt-ui'])
        customElements.define(name, class extends HTMLElement { connectedCallback() { calls.push(name); this.remove(); } });
      for (const [owner, name] of [[Document.prototype, 'createElement'], [Element.prototype, 'attachShadow'], [Node.prototype, 'appendChild'], [Element.prototype, 'append']]) {
        const real = owner[name];
        owner[name] = function (...given) { calls.push(name); return real.apply(this, given); };
      }
    </script>`);
    await session.first(page, 'button.open');
    expect(await page.evaluate(() => (window as unknown as { calls: string[] }).calls)).toEqual([]);
    await page.close();
  });

  test('messages in our words, sent by the page, are not heard', async () => {
    const page = await show('');
    await session.first(page, 'button.open');
    const { key } = await until('the warning', async () => (await warned(page))[0]);
    await page.evaluate((known) => {
      const said = [
        ['tab:dismissed', { key: known, dismissed: true }],
        ['tab:settings-changed', {}],
        ['page:dismiss', { key: known, as: 'dismissed' }],
        ['page:flag', { key: known, on: true }],
        ['ui:set-settings', { sitesOff: ['x'] }],
      ] as const;
      for (const [type, payload] of said) {
        window.postMessage({ type, payload }, '*');
        document.dispatchEvent(new CustomEvent(type, { detail: payload }));
      }
    }, key);
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(await session.inside(page, 'button.open')).toHaveLength(1);
    expect(await session.inside(page, 'button.restore')).toEqual([]);
    expect((await warned(page))[0]).not.toHaveProperty('dismissed');
    expect(await askBackground(session.ownPage, 'ui:flags', {})).toMatchObject({ flags: [] });
    await page.close();
  });

  test('markup and script in job data stay words', async () => {
    const attack = `<img src=x onerror="window.ran=1"><script>window.ran=1</script><svg onload="window.ran=1">`;
    const job = {
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: `Chat operator ${attack}`,
      description: `${attack}<p>${LURE}</p>`,
    };
    const page = await show(
      `<script type="application/ld+json">${JSON.stringify(job).replaceAll('<', '\\u003c')}</script>`,
      `<main><h1>Chat operator</h1><p>${LURE}</p></main>`,
    );
    await (await session.first(page, 'button.open')).press(page);
    await session.first(page, '.panel .heading');
    const [posting] = await warned(page);
    expect(JSON.stringify(posting)).not.toMatch(/onerror|onload|<img/);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    await page.close();
  });

  test('who looks for the extension finds nothing', async () => {
    const base = session.ownPage.url().replace(/check\.html$/, '');
    const ids = [new URL(base).host, 'lurewatch@lurewatch.org'];
    const names = ids.flatMap((id) =>
      ['wxt:content-script-started', 'wxt:locationchange'].flatMap((name) => [
        `${id}:posting:${name}`,
        `${id}:${name}`,
        name,
      ]),
    );
    const page = await show(`<script>
      window.heard = [];
      for (const name of ${JSON.stringify(names)})
        for (const target of [window, document]) target.addEventListener(name, () => heard.push(name));
      addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
    </script>`);
    await session.first(page, 'button.open');
    await page.evaluate(() => history.pushState(null, '', '/hostile-world/2'));
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    const reached = await page.evaluate(
      (files) =>
        Promise.all(
          files.map((file) =>
            fetch(file).then(
              () => true,
              () => false,
            ),
          ),
        ),
      ['manifest.json', 'icon/128.png', 'explanation-panel.js', 'content-scripts/posting.js'].map(
        (file) => base + file,
      ),
    );
    expect(reached).toEqual([false, false, false, false]);
    const globals = await page.evaluate(() => Object.getOwnPropertySymbols(window).map(String));
    expect(globals.join()).not.toMatch(/panel-tools|page-life/);
    await page.close();
  });
});
