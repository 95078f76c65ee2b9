import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askBackground } from '../../src/command-line/browsers/own-page.ts';
import { Session, until } from './session.ts';

/** What the hostile page notes about the nodes of others. */
interface Hostile {
  foreignSeen: string[];
  tracesSeen: string[];
}

let session: Session;
beforeAll(async () => {
  session = await Session.start();
});
afterAll(() => session?.close());

const leaked = (page: Page) => page.evaluate(() => (window as unknown as Hostile).tracesSeen);

describe('a page that fights what is added to it', () => {
  test('takes the badge out again and again: the toolbar still tells, and the fight ends', async () => {
    const page = await session.open('/hostile?case=remove');
    const report = await session.report(page);
    expect(report.postings.map(({ verdict }) => verdict.level)).toEqual(['high']);
    const fought = async () => page.evaluate(() => (window as unknown as Hostile).foreignSeen.length);
    const before = await fought();
    await new Promise((resolve) => setTimeout(resolve, 3000));
    expect((await fought()) - before).toBeLessThan(5);
    const popup = await session.opened.openPopup(page);
    await until('the popup to tell', async () => (await popup.text()).includes('1 strong warning'));
    await popup.close();
  });

  test.each(['cover', 'restyle', 'clone', 'click', 'storm'])(
    '%s: the warning is counted once and the page learns nothing',
    async (name) => {
      const page = await session.open(`/hostile?case=${name}`);
      const report = await session.report(page);
      expect(report.postings.filter(({ verdict }) => verdict.level === 'high')).toHaveLength(1);
      expect(await leaked(page)).toEqual([]);
      const { flags } = await askBackground(session.ownPage, 'ui:flags', {});
      expect(flags).toEqual([]);
      if (name !== 'restyle') expect(await session.inside(page, 'button.open')).not.toEqual([]);
    },
  );

  test('pressing the badge by script neither opens nor hides anything', async () => {
    const page = await session.open('/hostile?case=click');
    await session.report(page);
    expect(await session.inside(page, '.panel')).toEqual([]);
    expect(await session.inside(page, 'button.restore')).toEqual([]);
  });

  test('an honest post that turns into a lure is read again', async () => {
    const page = await session.open('/hostile?case=change');
    const lure = await until('the change to be seen', async () => {
      const { postings } = await session.report(page);
      return postings.find(({ verdict }) => verdict.level === 'high');
    });
    expect(lure.posting.text).toContain('chat operators');
    await session.first(page, 'button.open');
  });

  test('words out of sight do not count against an honest post', async () => {
    const page = await session.open('/hostile?case=hidden');
    const { postings } = await session.report(page);
    expect(postings.map(({ verdict }) => verdict.level)).not.toContain('high');
  });

  test.each(['deep', 'big'])('%s: the page stays in use, and what is not read is said', async (name) => {
    const page = await session.open(`/hostile?case=${name}`);
    const started = Date.now();
    const report = await session.report(page);
    expect(Date.now() - started).toBeLessThan(15_000);
    const isRead = report.postings.some(({ verdict }) => verdict.level === 'high');
    expect(isRead || report.unread.length > 0).toBe(true);
    const delay = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const asked = performance.now();
          setTimeout(() => resolve(performance.now() - asked), 0);
        }),
    );
    expect(delay).toBeLessThan(1000);
  });

  test('nothing in the page names the extension', async () => {
    const page = await session.open('/feed');
    await (await session.first(page, 'button.open')).press(page);
    await session.first(page, '.panel .heading');
    const markup = await page.evaluate(() => document.documentElement.outerHTML);
    expect(markup).not.toMatch(/extension:\/\/|lurewatch/i);
    const resources = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(resources.filter((name) => !name.startsWith(session.site.url))).toEqual([]);
  });
});
