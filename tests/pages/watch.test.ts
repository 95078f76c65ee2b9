import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SiteRule } from '../../src/packs/site-rule.ts';
import type { WatchOptions } from '../../src/pages/watch.ts';
import { chromiumPath, launchBrowser, SKIPPED } from '../ui/browser.ts';
import { type OpenedPage, openPage } from './open-page.ts';

const URL_SHOWN = 'https://board.example/jobs';
const RULE: SiteRule = {
  site: 'board',
  name: 'Board',
  hosts: ['board.example'],
  confidence: 'high',
  revision: 1,
  minEngine: 1,
  views: [
    {
      view: 'list',
      posting: ['.card'],
      fields: { id: { select: ['a'], attribute: 'href' }, title: { select: ['a'] }, text: { select: ['p'] } },
      required: ['title'],
      more: ['.more'],
      container: ['#list'],
    },
    {
      view: 'detail',
      posting: ['#pane'],
      fields: { title: { select: ['h1'] }, text: { select: ['p'] } },
      required: ['title', 'text'],
    },
  ],
  sources: [],
};

/** Lives in the page: what the watch has told so far. */
interface Log {
  events: string[];
  watch: { rescan(url?: string): void; readNow(): number; stop(): void };
}
declare const log: Log;

const card = (id: number | string, text = `Text ${id}`): string =>
  `<div class="card" style="height:200px"><a href="/${id}">Cook ${id}</a><p>${text}</p></div>`;
const list = (count: number): string =>
  `<div id="list">${Array.from({ length: count }, (_, at) => card(at)).join('')}</div>`;

describe.skipIf(!chromiumPath)(`watching a page${chromiumPath ? '' : ` (${SKIPPED})`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());

  async function watch(
    html: string,
    sites: SiteRule[] = [RULE],
  ): Promise<OpenedPage & { events(): Promise<string[]>; until(event: string): Promise<string[]> }> {
    const opened = await openPage(browser, URL_SHOWN, `<!doctype html><body>${html}</body>`);
    await opened.page.evaluate(
      ([url, rules]) => {
        const events: string[] = [];
        const { lurewatch } = globalThis as unknown as {
          lurewatch: { watchPage(options: WatchOptions): Log['watch'] };
        };
        const started = lurewatch.watchPage({
          document,
          url,
          sites: rules,
          onPostings: (found) => {
            for (const { key, posting } of found) events.push(`+ ${key} ${posting.text}${posting.partial ? ' …' : ''}`);
          },
          onGone: (gone) => {
            for (const { key } of gone) events.push(`- ${key}`);
          },
          onUnread: (unread) => events.push(`? ${unread.map(({ why, count }) => `${why}${count ?? ''}`).join()}`),
        });
        Object.assign(globalThis, { log: { events, watch: started } });
      },
      [URL_SHOWN, sites] as const,
    );
    const events = () => opened.page.evaluate(() => log.events);
    return {
      ...opened,
      events,
      async until(event) {
        await opened.page.waitForFunction((wanted) => log.events.includes(wanted), event, { timeout: 8000 });
        return events();
      },
    };
  }

  test('reads what comes near the screen, as far as it is scrolled', async () => {
    const { page, until, events, close } = await watch(list(60));
    const first = await until('+ board/list//2 Text 2');
    expect(first.length).toBeLessThan(12);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await until('+ board/list//59 Text 59');
    expect(await events()).not.toContain('+ board/list//30 Text 30');
    await close();
  });

  test('reads everything at once when asked', async () => {
    const { page, events, close } = await watch(list(60));
    expect(await page.evaluate(() => log.watch.readNow())).toBe(60);
    expect((await events()).filter((event) => event.startsWith('+'))).toHaveLength(60);
    await close();
  });

  test('follows a list that grows while it is scrolled', async () => {
    const { page, until, close } = await watch(list(5));
    await until('+ board/list//0 Text 0');
    await page.evaluate((html) => document.querySelector('#list')!.insertAdjacentHTML('beforeend', html), card('new'));
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await until('+ board/list//new Text new');
    await close();
  });

  test('a list that grows while it flies by is read where a person stays, then and later', async () => {
    const { page, until, events, close } = await watch(list(5));
    await until('+ board/list//0 Text 0');
    for (let step = 0; step < 20; step++) {
      await page.evaluate(
        (cards) => {
          for (const html of cards) document.querySelector('#list')!.insertAdjacentHTML('beforeend', html);
          scrollTo(0, document.body.scrollHeight);
        },
        Array.from({ length: 10 }, (_, at) => card(1000 + 10 * step + at)),
      );
      await page.waitForTimeout(120);
    }
    await until('+ board/list//1199 Text 1199');
    expect((await events()).some((event) => event.includes('//1100'))).toBe(false);
    await page.evaluate(() => document.querySelector('[href="/1100"]')!.scrollIntoView());
    await until('+ board/list//1100 Text 1100');
    await close();
  });

  test('an answer that comes into a post later is a posting of its own', async () => {
    const post = (at: number) =>
      `<div role="article" style="height:200px">We are hiring cook ${at} in Leeds, salary 900 USD a month, apply now</div>`;
    const { page, close } = await watch(`<div role="feed">${[1, 2, 3, 4].map(post).join('')}</div>`, []);
    const told = () => page.evaluate(() => log.events.filter((event) => event.startsWith('+')).join());
    await expect.poll(told, { timeout: 8000 }).toContain('cook 4');
    await page.evaluate(() => {
      const answer = document.createElement('div');
      answer.setAttribute('role', 'article');
      answer.textContent = 'We are hiring waiters in Poipet too, salary 1500 USD a month, contact me on Telegram';
      document.querySelector('[role="article"]')!.append(answer);
    });
    await expect.poll(told, { timeout: 8000 }).toContain('waiters in Poipet');
    expect(await told()).not.toContain('apply now We are');
    await close();
  });

  test('a reused element is another posting', async () => {
    const { page, until, events, close } = await watch(list(2));
    await until('+ board/list//1 Text 1');
    await page.evaluate(() => {
      const element = document.querySelector('.card')!;
      element.querySelector('a')!.setAttribute('href', '/other');
      element.querySelector('a')!.textContent = 'Waiter';
      element.querySelector('p')!.textContent = 'Other text';
    });
    const told = await until('+ board/list//other Other text');
    expect(told).toContain('- board/list//0');
    expect((await events()).filter((event) => event.includes('//1'))).toHaveLength(1);
    await close();
  });

  test('an emptied element is gone, a placeholder is read once it is filled', async () => {
    const { page, until, close } = await watch(
      `<div id="list">${card(0)}<div class="card" style="height:200px"></div></div>`,
    );
    await until('? still-loading1');
    await page.evaluate(() => {
      const [full, empty] = [...document.querySelectorAll('.card')];
      empty!.innerHTML = '<a href="/late">Late</a><p>Filled</p>';
      full!.innerHTML = '';
    });
    const told = await until('+ board/list//late Filled');
    expect(told).toContain('- board/list//0');
    await close();
  });

  test('a text that grows is told again under the same key', async () => {
    const { page, until, events, close } = await watch(
      `<div id="list">${card(0, 'Start <span class="more">…</span>')}</div>`,
    );
    await until('+ board/list//0 Start … …');
    await page.evaluate(() => {
      document.querySelector('p')!.textContent = 'Start and the rest';
    });
    await until('+ board/list//0 Start and the rest');
    expect((await events()).filter((event) => event.startsWith('-'))).toEqual([]);
    await close();
  });

  test('a page that changes its address and content', async () => {
    const { page, until, close } = await watch(list(2));
    await until('+ board/list//1 Text 1');
    await page.evaluate(
      (html) => {
        document.body.innerHTML = html;
        log.watch.rescan('https://board.example/other');
      },
      `<div id="list">${card('next')}</div>`,
    );
    const told = await until('+ board/list//next Text next');
    expect(told).toEqual(expect.arrayContaining(['- board/list//0', '- board/list//1']));
    await close();
  });

  test('a container that the page replaces is followed further', async () => {
    const { page, until, close } = await watch(`<div><div>${list(1)}</div></div>`);
    await until('+ board/list//0 Text 0');
    await page.evaluate(
      (html) => {
        document.querySelector('#list')!.outerHTML = html;
      },
      list(1).replaceAll('0', '7'),
    );
    await until('+ board/list//7 Text 7');
    await page.evaluate((html) => document.querySelector('#list')!.insertAdjacentHTML('beforeend', html), card('8'));
    await until('+ board/list//8 Text 8');
    await close();
  });

  test('the card of the open advert is not told of beside it', async () => {
    const { page, until, events, close } = await watch(list(3));
    await until('+ board/list//2 Text 2');
    await page.evaluate(() =>
      document.body.insertAdjacentHTML('afterbegin', '<div id="pane"><h1>Cook 1</h1><p>The whole text</p></div>'),
    );
    await page.evaluate(() => log.watch.rescan());
    const told = await until('- board/list//1');
    expect(told.filter((event) => event.startsWith('+ board/detail/'))).toHaveLength(1);
    await page.evaluate(() => {
      document.querySelector('h1')!.textContent = 'Cook 2';
    });
    await until('- board/list//2');
    expect((await events()).filter((event) => event === '+ board/list//1 Text 1')).toHaveLength(2);
    await close();
  });

  test('our own nodes are no change, and one that the page throws out is told of a few times', async () => {
    const { page, until, events, close } = await watch(list(1));
    await until('+ board/list//0 Text 0');
    const addOurs = () =>
      page.evaluate(() => {
        const ours = document.createElement('b');
        ours.textContent = 'our badge';
        (globalThis as unknown as { lurewatch: { markOwn(node: Node): void } }).lurewatch.markOwn(ours);
        document.querySelector('.card')!.append(ours);
      });
    await addOurs();
    await page.waitForTimeout(500);
    expect((await events()).filter((event) => event.startsWith('+'))).toHaveLength(1);
    const told = () => log.events.filter((event) => event.startsWith('+')).length;
    for (let times = 2; times <= 4; times++) {
      await page.evaluate(() => document.querySelector('.card b')?.remove());
      await page.waitForFunction(
        (wanted) => log.events.filter((event) => event.startsWith('+')).length === wanted,
        times,
      );
      await addOurs();
      await page.waitForTimeout(300);
    }
    await page.evaluate(() => document.querySelector('.card b')?.remove());
    await page.waitForTimeout(1500);
    expect(await page.evaluate(told)).toBe(4);
    await close();
  });

  test('finding nothing is told once the page is quiet, and taken back', async () => {
    const { page, until, close } = await watch('<main><p>Nothing here yet.</p></main>', [
      { ...RULE, views: [{ ...RULE.views[0]!, expect: ['/jobs'] }] },
    ]);
    await until('? still-loading');
    await page.evaluate((html) => {
      document.body.innerHTML = html;
    }, list(1));
    const told = await until('+ board/list//0 Text 0');
    expect(told.indexOf('? still-loading')).toBe(0);
    await until('? ');
    await close();
  });

  test('nothing is read while the page is hidden', async () => {
    const { page, until, events, close } = await watch('<div id="list"></div>');
    await page.evaluate((html) => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => true });
      document.querySelector('#list')!.innerHTML = html;
    }, card(0));
    await page.waitForTimeout(900);
    expect((await events()).filter((event) => event.startsWith('+'))).toEqual([]);
    await page.evaluate(() => {
      Object.defineProperty(document, 'hidden', { configurable: true, get: () => false });
      document.dispatchEvent(new Event('visibilitychange'));
    });
    await until('+ board/list//0 Text 0');
    await close();
  });

  test('stop leaves nothing behind', async () => {
    const { page, until, events, close } = await watch(list(3));
    await until('+ board/list//2 Text 2');
    const before = await events();
    await page.evaluate((html) => {
      log.watch.stop();
      document.querySelector('#list')!.insertAdjacentHTML('afterbegin', html);
      document.querySelector('p')!.textContent = 'changed';
      document.dispatchEvent(new Event('visibilitychange'));
      document.body.click();
      log.watch.rescan('https://board.example/x');
      scrollTo(0, 500);
    }, card('after'));
    await page.waitForTimeout(2500);
    expect(await events()).toEqual(before);
    expect(await page.evaluate(() => log.watch.readNow())).toBe(0);
    await close();
  });
});
