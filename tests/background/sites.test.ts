import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageSetup, TabReport } from '../../src/messages.ts';
import type { ShownSite } from '../../src/site-messages.ts';
import { installFakePackage, ORIGIN } from './fake-package.ts';

let ask: <T>(type: string, payload?: object) => Promise<T>;
let start: (url: string) => Promise<PageSetup>;
let grants: typeof import('../../entrypoints/background/granted-sites.ts');
let knowledge: typeof import('../../entrypoints/background/knowledge.ts');

const START = 'https://*.linkedin.com/*';
let granted: string[];

beforeAll(async () => {
  installFakePackage();
  Object.assign(browser.runtime, { getManifest: () => ({ version: '1.2.3', host_permissions: [START] }) });
  Object.assign(browser, {
    permissions: {
      getAll: async () => ({ origins: granted }),
      contains: async ({ origins }: { origins: string[] }) =>
        origins.every((origin) => granted.includes(origin) || granted.some((one) => isUnder(origin, one))),
    },
    scripting: {
      getRegisteredContentScripts: async () => [],
      registerContentScripts: vi.fn(async () => {}),
      executeScript: vi.fn(async () => []),
    },
  });
  const { answer } = await import('../../entrypoints/background/answer.ts');
  grants = await import('../../entrypoints/background/granted-sites.ts');
  knowledge = await import('../../entrypoints/background/knowledge.ts');
  const take = async (reply: ReturnType<typeof answer>) => {
    const given = await reply;
    if (!given.ok) throw new Error(given.error);
    return given.value as never;
  };
  ask = (type, payload = {}) => take(answer({ type, payload }, { id: 'lurewatch', url: `${ORIGIN}options.html` }));
  start = (url) =>
    take(answer({ type: 'page:start', payload: { url } }, { id: 'lurewatch', url, frameId: 0, tab: { id: 1 } }));
}, 60_000);

beforeEach(() => {
  fakeBrowser.reset();
  granted = [START];
});

/** Whether a host of `pattern` lies under that of `origin`: https://www.a.org/* under https://*.a.org/*. */
function isUnder(origin: string, pattern: string): boolean {
  const base = pattern.split('/')[2]!.replace('*.', '');
  return origin.split('/')[2]!.endsWith(base);
}

const sites = async () => (await ask<{ sites: ShownSite[] }>('ui:sites')).sites;
const named = async (id: string) => (await sites()).find(({ ids }) => ids.includes(id))!;

describe('the list of sites', () => {
  test('holds every site once, by name', async () => {
    const all = await sites();
    const rules = await knowledge.loadSites();
    expect(all.flatMap(({ ids }) => ids).toSorted()).toEqual(rules.map(({ site }) => site).toSorted());
    expect(new Set(all.map(({ hosts }) => hosts.join())).size).toBe(all.length);
  });

  test('says what was allowed from the start, what may be asked for, and what is private', async () => {
    expect(await named('linkedin')).toMatchObject({ fromStart: true, allowed: true, onRequest: false });
    expect(await named('craigslist')).toMatchObject({
      fromStart: false,
      allowed: false,
      origins: ['https://*.craigslist.org/*'],
    });
    expect(await named('whatsapp-web')).toMatchObject({ onRequest: true });
  });

  test('follows what the browser allows at this moment', async () => {
    granted = ['https://*.craigslist.org/*'];
    expect(await named('craigslist')).toMatchObject({ allowed: true });
    expect(await named('linkedin')).toMatchObject({ fromStart: true, allowed: false });
  });

  test('two programs on one host are switched together', async () => {
    const telegram = await named('telegram-a');
    expect(telegram.ids).toEqual(['telegram-a', 'telegram-k']);
    await ask('ui:switch-sites', { ids: telegram.ids, on: false });
    expect(await named('telegram-k')).toMatchObject({ off: true });
  });

  test('switches pressed at once do not undo each other', async () => {
    const off = (id: string) => ask('ui:switch-sites', { ids: [id], on: false });
    expect(await Promise.all([off('linkedin'), off('craigslist'), off('bayt')])).toEqual(Array(3).fill({ kept: true }));
    for (const id of ['linkedin', 'craigslist', 'bayt']) expect((await named(id)).off, id).toBe(true);
    expect((await start('https://www.linkedin.com/jobs/')).mode).toBe('off');
    await ask('ui:switch-sites', { ids: ['linkedin'], on: true });
    expect((await start('https://www.linkedin.com/jobs/')).mode).toBe('on');
  });
});

describe('a permission that was withdrawn', () => {
  const PAGE = 'https://www.craigslist.org/about';

  test('is respected by pages that are open, until it is given again', async () => {
    granted = [START, 'https://*.craigslist.org/*'];
    const tell = vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 7 }] as never);
    const send = vi.fn(async () => undefined);
    Object.assign(fakeBrowser.tabs, { sendMessage: send });
    expect((await start(PAGE)).mode).toBe('on');
    granted = [START];
    await grants.stopOnSites(['https://*.craigslist.org/*']);
    expect(send).toHaveBeenCalledWith(7, { type: 'tab:settings-changed', payload: {} }, { frameId: 0 });
    expect((await start(PAGE)).mode).toBe('on-request');
    expect((await start('https://www.linkedin.com/jobs/')).mode).toBe('on');
    granted = [START, 'https://*.craigslist.org/*'];
    await grants.startOnSites(['https://*.craigslist.org/*']);
    expect(browser.scripting.executeScript).toHaveBeenCalledWith(expect.objectContaining({ target: { tabId: 7 } }));
    expect((await start(PAGE)).mode).toBe('on');
    tell.mockRestore();
  });

  test('of a site that had it from the start is respected after a restart too', async () => {
    granted = [];
    const url = 'https://www.linkedin.com/jobs/';
    expect((await start(url)).mode).toBe('on-request');
    vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ id: 8, url } as never);
    expect((await ask<TabReport>('ui:tab', { tabId: 8 })).state).toBe('no-access');
  });

  test('is not told as a page of private messages', async () => {
    granted = [];
    await grants.stopOnSites(['*://*/*']);
    vi.spyOn(fakeBrowser.tabs, 'get').mockResolvedValue({ id: 9, url: PAGE } as never);
    expect((await ask<TabReport>('ui:tab', { tabId: 9 })).state).toBe('no-access');
  });
});

test('rules that a list switched off open no private page, and the switch still counts', async () => {
  const rules = await knowledge.loadSites();
  const telegram = rules.filter(({ hosts }) => hosts.includes('web.telegram.org'));
  for (const rule of telegram) rule.state = 'off';
  const setup = await start('https://web.telegram.org/a/');
  expect(setup).toMatchObject({ mode: 'on-request', sites: [] });
  expect(await named('telegram-a')).toMatchObject({ offByList: true });
  await ask('ui:switch-sites', { ids: ['telegram-a'], on: false });
  expect((await start('https://web.telegram.org/a/')).mode).toBe('off');
  for (const rule of telegram) rule.state = 'on';
});
