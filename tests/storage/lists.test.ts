import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LurewatchDatabase } from '../../src/storage/database.ts';
import { GuardedDatabase } from '../../src/storage/guarded.ts';
import { CORE_LIST, Lists } from '../../src/storage/lists.ts';
import { StoredList } from '../../src/storage/stored-list.ts';
import { freshDatabase, verdict } from './fixtures.ts';

interface Live {
  version: number;
  packs: Record<string, { sha256: string }>;
}
interface Attempt {
  ok: boolean;
  at: string;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (given: Uint8Array | undefined) => given && new TextDecoder().decode(given);
const live = (version: number, ...hashes: string[]): Live => ({
  version,
  packs: Object.fromEntries(hashes.map((sha256, index) => [`pack-${index}`, { sha256 }])),
});

let factory: IDBFactory;
let database: LurewatchDatabase;
let guarded: GuardedDatabase;
let core: StoredList<Live, Attempt>;

beforeEach(() => {
  factory = new IDBFactory();
  database = freshDatabase(factory);
  guarded = new GuardedDatabase(database);
  core = new StoredList(CORE_LIST, guarded);
});

async function firstList(): Promise<void> {
  await core.putRoot(1, bytes('root 1'));
  await core.putMetadata('snapshot', bytes('snapshot 1'));
  await core.putFile('aa', bytes('signals 1'));
  await core.commit(live(1, 'aa'), { compiled: bytes('compiled 1') });
}

describe('a synced list', () => {
  test('is kept with its metadata, packs and what was made of them', async () => {
    await firstList();
    expect(await core.live()).toEqual(live(1, 'aa'));
    expect(text(await core.root())).toBe('root 1');
    expect(text(await core.metadata('snapshot'))).toBe('snapshot 1');
    expect(text(await core.file('aa'))).toBe('signals 1');
    expect(text(await core.product('compiled'))).toBe('compiled 1');
    await core.deleteMetadata(['snapshot', 'timestamp']);
    expect(await core.metadata('snapshot')).toBeUndefined();
  });

  test('lets go of files two lists back, and never of those in use', async () => {
    await firstList();
    await core.putFile('bb', bytes('signals 2'));
    await core.commit(live(2, 'bb'), { compiled: bytes('compiled 2') });
    expect(text(await core.file('aa'))).toBe('signals 1');
    await core.putFile('cc', bytes('signals 3'));
    await core.commit(live(3, 'cc'), { other: bytes('made anew') });
    expect(await core.file('aa')).toBeUndefined();
    expect(text(await core.file('bb'))).toBe('signals 2');
    expect(await core.product('compiled')).toBeUndefined();
    expect(text(await core.root())).toBe('root 1');
  });

  test('that is only vouched for anew keeps what was made of it', async () => {
    await firstList();
    await core.commit({ ...live(1, 'aa'), version: 1.5 });
    expect((await core.live())?.version).toBe(1.5);
    expect(text(await core.product('compiled'))).toBe('compiled 1');
  });

  test('with new packs keeps a product that holds for them too, without reading it', async () => {
    await firstList();
    await core.putFile('bb', bytes('addresses 2'));
    expect(await core.hasProduct('compiled')).toBe(true);
    await core.commit(live(2, 'bb'), { compiled: 'kept' });
    expect(text(await core.product('compiled'))).toBe('compiled 1');
    await core.putFile('cc', bytes('signals 3'));
    await core.commit(live(3, 'cc'), {});
    expect(await core.hasProduct('compiled')).toBe(false);
  });

  test('says how often in a row it could not be checked, and when it is due again', async () => {
    const lists = new Lists(guarded);
    await lists.plan(CORE_LIST, '2026-11-22T12:00:00Z');
    for (const ok of [false, false]) await core.record({ ok, at: '' });
    expect((await database.lists.get(CORE_LIST))?.failures).toBe(2);
    await core.record({ ok: true, at: '' });
    expect(await database.lists.get(CORE_LIST)).toMatchObject({ failures: 0, nextAt: '2026-11-22T12:00:00Z' });
    await lists.plan('gone', '2026-11-22T12:00:00Z');
    expect(await database.lists.get('gone')).toBeUndefined();
  });

  test('a failure is remembered beside the last success', async () => {
    const good = { ok: true, at: '2026-11-20T00:00:00Z' };
    const bad = { ok: false, at: '2026-11-21T00:00:00Z' };
    await core.record(good);
    await core.record(bad);
    expect(await core.history()).toEqual({ last: bad, lastGood: good });
  });
});

describe('a swap is all or nothing', () => {
  /** Makes the next write of rows of this table fail. */
  function failWriting(table: 'lists' | 'listFiles' | 'listChanges', name: string): void {
    const stop = () => {
      throw new DOMException('no', name);
    };
    database[table].hook('creating', stop);
    database[table].hook('updating', stop);
  }

  test.each([
    ['listFiles', 'QuotaExceededError'],
    ['lists', 'QuotaExceededError'],
    ['listChanges', 'QuotaExceededError'],
    ['lists', 'UnknownError'],
  ] as const)('writing %s fails with %s', async (table, name) => {
    await firstList();
    await core.putFile('bb', bytes('signals 2'));
    const described = new StoredList<Live, Attempt>(CORE_LIST, guarded, () => ({ at: 'now', change: {} }));
    failWriting(table, name);
    await expect(described.commit(live(2, 'bb'), { compiled: bytes('compiled 2') })).rejects.toMatchObject({
      name: name === 'QuotaExceededError' ? name : 'AbortError',
    });
    const later = new StoredList<Live, Attempt>(CORE_LIST, new GuardedDatabase(freshDatabase(factory)));
    expect(await later.live()).toEqual(live(1, 'aa'));
    expect(text(await later.product('compiled'))).toBe('compiled 1');
    expect(text(await later.file('aa'))).toBe('signals 1');
  });

  test('the background is stopped in the middle', async () => {
    await firstList();
    await core.putFile('bb', bytes('signals 2'));
    void core.commit(live(2, 'bb'), { compiled: bytes('compiled 2') }).catch(() => undefined);
    database.close();
    const later = new StoredList<Live, Attempt>(CORE_LIST, new GuardedDatabase(freshDatabase(factory)));
    const now = await later.live();
    const compiled = text(await later.product('compiled'));
    expect([
      [1, 'compiled 1'],
      [2, 'compiled 2'],
    ]).toContainEqual([now?.version, compiled]);
  });
});

describe('subscriptions', () => {
  const subscription = {
    address: 'https://lists.example/',
    root: 'ab',
    rootBytes: bytes('root'),
    name: 'Shore',
    prefix: 'shore',
    addedAt: '2026-11-22T00:00:00Z',
  };

  test('leave no trace when they are removed, and the core list stays', async () => {
    const lists = new Lists(guarded);
    await firstList();
    await lists.add('shore', subscription);
    const shore = new StoredList<Live, Attempt>('shore', guarded, () => ({ at: 'now', change: { added: 1 } }));
    await shore.putRoot(1, bytes('its root'));
    await shore.putFile('dd', bytes('its signals'));
    await shore.commit(live(1, 'dd'), { compiled: bytes('its rules') });
    await database.verdicts.put({ id: 'x', list: '1 + shore', verdict: verdict(), usedOn: 1 });
    expect(await lists.changes('shore')).toMatchObject([{ at: 'now', change: { added: 1 } }]);

    await lists.remove('shore');
    const left = JSON.stringify(await Promise.all(database.tables.map((table) => table.toArray())));
    expect(left).not.toMatch(/shore/);
    expect(await core.live()).toEqual(live(1, 'aa'));
  });

  test('a sync that still runs writes nothing back', async () => {
    const lists = new Lists(guarded);
    await lists.add('shore', subscription);
    const shore = new StoredList<Live, Attempt>('shore', guarded);
    await lists.remove('shore');
    for (const write of [
      () => shore.putFile('dd', bytes('late')),
      () => shore.commit(live(1, 'dd'), {}),
      () => shore.record({ ok: true, at: 'late' }),
    ])
      await expect(write()).rejects.toThrow();
    expect(await database.lists.count()).toBe(0);
    expect(await database.listFiles.count()).toBe(0);
  });

  test('changes are told newest first and not for ever', async () => {
    const lists = new Lists(guarded);
    for (let index = 0; index < 25; index += 1)
      await database.listChanges.add({ list: CORE_LIST, at: String(index), change: {} });
    await lists.prune(CORE_LIST);
    const changes = await lists.changes(CORE_LIST);
    expect(changes).toHaveLength(20);
    expect(changes[0]!.at).toBe('24');
    expect(await database.listChanges.count()).toBe(20);
  });
});
