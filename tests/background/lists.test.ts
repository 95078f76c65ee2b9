import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readPacks } from '../../src/command-line/read-rules.ts';
import type { ShownList } from '../../src/list-messages.ts';
import type { FromUi } from '../../src/messages.ts';
import type { Packs } from '../../src/packs/pack-files.ts';
import { installFakePackage, ORIGIN } from './fake-package.ts';
import { Mirror, reachMirrors } from './mirror.ts';

/** Lists of sites and contacts alone: nothing to compile, so that each check takes no time. */
let packs: Packs;
let core: Mirror;
const union = new Mirror('union');
let ask: <K extends keyof FromUi>(type: K, payload?: FromUi[K]['in']) => Promise<FromUi[K]['out']>;
let background: {
  knowledge: typeof import('../../entrypoints/background/knowledge.ts');
  check: typeof import('../../entrypoints/background/check-lists.ts');
  alarm: typeof import('../../entrypoints/background/list-alarm.ts');
  store: typeof import('../../entrypoints/background/store.ts')['store'];
};
const told: { type: string; payload: unknown }[] = [];
let policy: Record<string, unknown> | null = null;

beforeAll(async () => {
  vi.stubEnv('MODE', 'demo');
  installFakePackage();
  packs = readPacks();
  core = new Mirror('core');
  reachMirrors(core, union);
  Object.assign(fakeBrowser.storage, {
    managed: {
      get: async () => {
        if (!policy) throw new Error('No policy');
        return policy;
      },
    },
  });
  const { answer } = await import('../../entrypoints/background/answer.ts');
  ask = async (type, payload = {} as never) => {
    const given = await answer({ type, payload }, { id: 'lurewatch', url: `${ORIGIN}options.html` });
    if (!given.ok) throw new Error(given.error);
    return given.value as never;
  };
  background = {
    knowledge: await import('../../entrypoints/background/knowledge.ts'),
    check: await import('../../entrypoints/background/check-lists.ts'),
    alarm: await import('../../entrypoints/background/list-alarm.ts'),
    store: (await import('../../entrypoints/background/store.ts')).store,
  };
}, 60_000);

beforeEach(async () => {
  policy = null;
  told.length = 0;
  await fakeBrowser.storage.local.set({
    'tried-list-source': { mirrors: [core.url], root: Buffer.from(core.root).toString('hex') },
  });
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 1 }] as never);
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation((async (_: number, message: never) => {
    told.push(message);
  }) as never);
});
afterEach(() => vi.restoreAllMocks());

const shown = async (): Promise<ShownList[]> => (await ask('ui:lists')).lists;
const own = async (): Promise<ShownList> => (await shown())[0]!;
const check = () => background.check.checkLists('all');

/** The packaged sites with one of them changed. */
function sitesWith(site: string, change: object): object {
  return {
    sites: packs.sites.sites.map((rule) => (rule.site === site ? { ...rule, revision: 999, ...change } : rule)),
  };
}
const siteNow = async (site: string) => (await background.knowledge.loadSites()).find((rule) => rule.site === site)!;

describe('a check', () => {
  test('that brings other site rules makes open pages read anew; hosts stay as packaged', async () => {
    const hosts = (await siteNow('indeed')).hosts;
    await core.publish({ sites: sitesWith('indeed', { name: 'Mended', hosts: ['*.bank.example'] }) }, '2099.1.1');
    await check();
    expect(await siteNow('indeed')).toMatchObject({ name: 'Mended', hosts });
    expect(told).toEqual([{ type: 'tab:lists-changed', payload: { again: true } }]);
    expect(await own()).toMatchObject({ version: '2099.1.1', packaged: false });
    expect((await own()).changes[0]!.change).toMatchObject({ to: '2099.1.1', sites: { mended: ['Mended'] } });
  });

  test('that brings other contacts alone has pages scored again, and no more', async () => {
    const help = { help: packs.help.help.slice(1) };
    await core.publish({ sites: sitesWith('indeed', { name: 'Mended' }), help }, '2099.1.2');
    await check();
    expect(told).toEqual([{ type: 'tab:lists-changed', payload: { again: false } }]);
    expect(await background.knowledge.loadHelp()).toHaveLength(packs.help.help.length - 1);
    expect((await background.knowledge.loadScorer()).version).toBe('2099.1.2');
  });

  test('that finds nothing new disturbs nobody', async () => {
    await check();
    expect(told).toEqual([]);
    expect((await own()).error).toBeUndefined();
  });

  test('with a full disk leaves the last list, says so, and the next one is taken', async () => {
    await core.publish({ sites: sitesWith('indeed', { name: 'Later' }) }, '2099.1.3');
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      throw new DOMException(`no room in ${this.name}`, 'QuotaExceededError');
    });
    const add = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    await check();
    put.mockRestore();
    add.mockRestore();
    expect((await siteNow('indeed')).name).toBe('Mended');
    expect(await own()).toMatchObject({ version: '2099.1.2' });
    await check();
    expect(await own()).toMatchObject({ version: '2099.1.3' });
    expect((await siteNow('indeed')).name).toBe('Later');
  });

  test('that cannot reach the mirror keeps the last success beside the failure, and waits longer each time', async () => {
    const { lastGood } = await own();
    core.down = true;
    const waits: number[] = [];
    for (let times = 0; times < 3; times += 1) {
      await check();
      waits.push((Date.parse((await own()).nextCheck!) - Date.now()) / 60_000);
    }
    core.down = false;
    expect(await own()).toMatchObject({ lastGood, error: { name: 'network', attack: false } });
    expect(waits[0]).toBeLessThanOrEqual(30);
    expect(waits[1]).toBeGreaterThanOrEqual(29);
    expect(waits[2]).toBeGreaterThanOrEqual(59);
    await check();
    expect((await own()).error).toBeUndefined();
  });

  test('that a person asks for is more than the one in hand for what was due', async () => {
    core.asked.length = 0;
    const due = background.check.checkLists('due');
    await background.check.checkLists('all');
    await due;
    expect(core.asked).toContain('metadata/timestamp.json');
  });

  test('can be stopped', async () => {
    await core.publish({ sites: sitesWith('indeed', { name: 'Never' }) }, '2099.1.4');
    await ask('ui:check-lists');
    await ask('ui:stop-check');
    expect((await ask('ui:lists')).checking).toBeNull();
    expect((await siteNow('indeed')).name).toBe('Later');
    await check();
  });

  test('of a list older than the package keeps the package in use', async () => {
    const old = new Mirror('core');
    await old.publish({ help: { help: [] } }, '2001.1.1');
    await fakeBrowser.storage.local.set({
      'tried-list-source': { mirrors: [old.url], root: Buffer.from(old.root).toString('hex') },
    });
    await background.store.database.run('insist', async ({ lists, listFiles, listChanges }) => {
      await Promise.all([lists.clear(), listFiles.clear(), listChanges.clear()]);
    });
    reachMirrors(old, union);
    background.knowledge.forgetKnowledge();
    await check();
    expect(await own()).toMatchObject({ packaged: true, changes: [] });
    expect((await background.knowledge.loadHelp()).length).toBe(packs.help.help.length);
  });
});

describe('the alarm', () => {
  test('is set at once after install, and after each check by what is due', async () => {
    await background.alarm.setListAlarm('soon');
    const first = (await fakeBrowser.alarms.get(background.alarm.CHECK_LISTS))!.scheduledTime - Date.now();
    expect(first).toBeGreaterThan(0);
    await background.alarm.onListAlarm();
    const next = (await fakeBrowser.alarms.get(background.alarm.CHECK_LISTS))!.scheduledTime - Date.now();
    expect(next / 3_600_000).toBeGreaterThan(0.2);
  });

  test('does not go off every minute where there is no address or nothing can be kept', async () => {
    await fakeBrowser.storage.local.clear();
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no', 'UnknownError');
    });
    await background.store.database.run('insist', ({ lists }) => lists.clear());
    await background.alarm.onListAlarm();
    const next = (await fakeBrowser.alarms.get(background.alarm.CHECK_LISTS))!.scheduledTime - Date.now();
    expect(next / 3_600_000).toBeGreaterThan(2);
  });
});

describe('a subscription', () => {
  const card = { prefix: 'shore', name: 'Shore watch', by: 'Union of Example Seafarers' };
  const contact = {
    id: 'shore-line',
    name: 'Seafarers’ line',
    kind: 'ngo',
    for: ['suspicious-ad'],
    languages: ['en'],
    source: { url: 'https://union.example/' },
    verified: '2026-11',
  };
  const help = { list: card, help: [{ country: 'INT', name: 'Anywhere', entries: [contact] }] };

  test('is looked at without being kept, added, kept up to date and removed', async () => {
    await union.publish({ help }, '2026.1.1');
    const preview = await ask('ui:preview-list', { link: union.link });
    expect(preview).toMatchObject({ ok: true, preview: { name: 'Shore watch', contacts: [{ country: 'INT' }] } });
    expect(await shown()).toHaveLength(1);

    expect(await ask('ui:add-list', { link: union.link })).toMatchObject({ ok: true });
    expect(await ask('ui:preview-list', { link: union.link })).toEqual({ ok: false, fault: 'already-added' });
    const contacts = async () =>
      (await ask('ui:help', { from: '' })).filter(({ fromList }) => fromList).map(({ entry }) => entry.name);
    expect(await contacts()).toEqual(['Seafarers’ line']);

    const renamed = { ...help.help[0], entries: [{ ...contact, name: 'New line' }] };
    await union.publish({ help: { ...help, help: [renamed] } }, '2026.1.2');
    await check();
    expect(await contacts()).toEqual(['New line']);

    const [, added] = await shown();
    expect(await ask('ui:remove-list', { id: added!.id })).toEqual({ removed: true });
    expect(await contacts()).toEqual([]);
    expect(await shown()).toHaveLength(1);
  });

  test('that changes its prefix is refused, and its last list stays', async () => {
    await ask('ui:add-list', { link: union.link });
    await union.publish({ help: { ...help, list: { ...card, prefix: 'other' } } }, '2026.1.3');
    await check();
    expect((await shown())[1]).toMatchObject({ version: '2026.1.2', error: { name: 'schema' } });
    await ask('ui:remove-list', { id: (await shown())[1]!.id });
  });

  test.each([
    ['the beginning of our own ids', { ...card, prefix: 'pay' }, 'prefix-taken'],
    ['no name', { prefix: 'shore' }, 'no-card'],
  ])('with %s is refused', async (_, list, fault) => {
    const other = new Mirror(`other-${fault}`);
    reachMirrors(other);
    await other.publish({ help: { ...help, list } }, '1');
    expect(await ask('ui:preview-list', { link: other.link })).toEqual({ ok: false, fault });
  });

  test('that a policy sets is added by itself, cannot be removed, and goes with the policy', async () => {
    const { followPolicy } = await import('../../entrypoints/background/subscriptions.ts');
    const fresh = new Mirror('policy');
    reachMirrors(fresh);
    await fresh.publish({ help }, '7');
    policy = { subscriptions: [fresh.link] };
    await followPolicy();
    const [, added] = await shown();
    expect(added).toMatchObject({ name: 'Shore watch', managed: true });
    expect(await ask('ui:remove-list', { id: added!.id })).toEqual({ removed: false });
    policy = {};
    await followPolicy();
    expect(await shown()).toHaveLength(1);
  });

  test('nothing is fetched where a policy forbids it', async () => {
    policy = { syncDisabled: true };
    union.asked.length = 0;
    await check();
    expect(union.asked).toEqual([]);
    expect((await ask('ui:lists')).syncOff).toBe(true);
  });
});

describe('rules compiled by another version of the extension', () => {
  test('give way to those of the package until they are compiled again', async () => {
    const whole = new Mirror('core');
    reachMirrors(whole);
    await fakeBrowser.storage.local.set({
      'tried-list-source': { mirrors: [whole.url], root: Buffer.from(whole.root).toString('hex') },
    });
    await background.store.database.run('insist', async ({ lists, listFiles }) => {
      await Promise.all([lists.clear(), listFiles.clear()]);
    });
    background.knowledge.forgetKnowledge();
    const { signals, 'places-pay': placesPay } = packs;
    await whole.publish({ signals, 'places-pay': placesPay }, '2099.5.1');
    await check();
    expect(await background.knowledge.loadScorer()).toMatchObject({ version: '2099.5.1', outdated: false });

    await background.store.database.run('insist', async ({ listFiles }) => {
      const row = await listFiles
        .where('list')
        .equals('core')
        .filter(({ name }) => name.startsWith('products/'))
        .first();
      await listFiles.put({ ...row!, bytes: row!.bytes.slice(0, 100) });
    });
    background.knowledge.forgetKnowledge();
    expect((await background.knowledge.loadScorer()).outdated).toBe(true);
    await check();
    expect((await background.knowledge.loadScorer()).outdated).toBe(false);
  }, 120_000);
});
