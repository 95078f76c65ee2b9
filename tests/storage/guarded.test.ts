import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test, vi } from 'vitest';
import { Dismissals } from '../../src/storage/dismissals.ts';
import { Flags } from '../../src/storage/flags.ts';
import { faultOf, GuardedDatabase } from '../../src/storage/guarded.ts';
import { VerdictCache } from '../../src/storage/verdict-cache.ts';
import { flag, freshDatabase, verdict } from './fixtures.ts';

/** An IndexedDB whose every open fails as this error, the way browsers fail it. */
function failingFactory(name: string): IDBFactory {
  const factory = new IDBFactory();
  factory.open = () => {
    throw new DOMException('refused', name);
  };
  return factory;
}

describe('faults are named', () => {
  test.each([
    ['InvalidStateError', 'blocked'],
    ['SecurityError', 'blocked'],
    ['QuotaExceededError', 'full'],
    ['UnknownError', 'broken'],
  ])('%s on opening is %s', async (name, fault) => {
    const guarded = new GuardedDatabase(freshDatabase(failingFactory(name)));
    expect(await guarded.run('read', ({ flags }) => flags.count())).toEqual({ ok: false, fault });
    expect(guarded.state).toEqual({ ok: false, fault });
  });

  test('no IndexedDB at all is blocked', () => {
    expect(faultOf(new Dexie.MissingAPIError())).toBe('blocked');
  });

  test('a quota error inside a bulk write is full', () => {
    const quota = new Dexie.QuotaExceededError();
    expect(faultOf(new Dexie.AbortError('aborted', quota))).toBe('full');
    expect(faultOf(new Dexie.BulkError('some failed', { 0: quota }))).toBe('full');
  });

  test('anything else is broken', () => {
    expect(faultOf('odd')).toBe('broken');
  });
});

describe('a database that does not work holds nothing back', () => {
  test('a hanging open gives up after three seconds, and later questions are answered at once', async () => {
    vi.useFakeTimers();
    const factory = new IDBFactory();
    factory.open = () => ({}) as IDBOpenDBRequest;
    const guarded = new GuardedDatabase(freshDatabase(factory));
    const first = guarded.run('read', ({ flags }) => flags.count());
    await vi.advanceTimersByTimeAsync(3100);
    expect(await first).toEqual({ ok: false, fault: 'broken' });
    expect(await guarded.run('read', ({ flags }) => flags.count())).toEqual({ ok: false, fault: 'broken' });
    vi.useRealTimers();
  });

  test('it is tried again after a rest, and recovers', async () => {
    let now = 0;
    const factory = new IDBFactory();
    const open = factory.open.bind(factory);
    factory.open = () => {
      throw new DOMException('refused', 'UnknownError');
    };
    const guarded = new GuardedDatabase(freshDatabase(factory), () => now);
    await guarded.run('read', ({ flags }) => flags.count());
    factory.open = open;
    expect((await guarded.run('read', ({ flags }) => flags.count())).ok).toBe(false);
    now = 31_000;
    expect(await guarded.run('read', ({ flags }) => flags.count())).toEqual({ ok: true, value: 0 });
    expect(guarded.state).toEqual({ ok: true });
  });

  test('a blocked database: verdicts and dismissals live in memory, a flag says that it was not kept', async () => {
    const guarded = new GuardedDatabase(freshDatabase(failingFactory('InvalidStateError')));
    const cache = new VerdictCache(guarded);
    const flags = new Flags(guarded, cache);
    const dismissals = new Dismissals(guarded);

    await cache.put(new Map([['a', verdict({ level: 'high' })]]), '1');
    expect((await cache.get(['a'], '1')).get('a')?.level).toBe('high');

    await dismissals.set('a', 'mistake');
    expect(await dismissals.get(['a', 'b'])).toEqual(new Map([['a', 'mistake']]));
    await dismissals.set('a', null);
    expect(await dismissals.get(['a'])).toEqual(new Map());

    expect(await flags.add(flag('a'))).toEqual({ ok: false, fault: 'blocked' });
    expect(await flags.which(['a'])).toEqual(new Set());
    expect(await flags.all()).toEqual({ flags: [], storage: { ok: false, fault: 'blocked' } });
  });
});

describe('a full disk', () => {
  test('a flag takes the place of cached verdicts', async () => {
    const database = freshDatabase();
    const guarded = new GuardedDatabase(database);
    const cache = new VerdictCache(guarded);
    await cache.put(new Map([['a', verdict()]]), '1');
    // Full while verdicts are there: the shape of the error is the one Dexie gives for a failed request.
    const put = database.flags.put.bind(database.flags);
    database.flags.put = ((row: never) =>
      database.verdicts
        .count()
        .then((count) => (count > 0 ? Promise.reject(new Dexie.QuotaExceededError()) : put(row)))) as never;

    expect(await new Flags(guarded, cache).add(flag('a'))).toEqual({ ok: true });
    expect(await database.verdicts.count()).toBe(0);
    expect(await database.flags.count()).toBe(1);
  });

  test('a flag that finds no room at all is not half kept', async () => {
    const database = freshDatabase();
    database.flags.put = (() => Promise.reject(new Dexie.QuotaExceededError())) as never;
    const guarded = new GuardedDatabase(database);
    const flags = new Flags(guarded, new VerdictCache(guarded));
    expect(await flags.add(flag('a'))).toEqual({ ok: false, fault: 'full' });
    expect(await flags.which(['a'])).toEqual(new Set());
    expect(guarded.state).toEqual({ ok: false, fault: 'full' });
  });

  test('what is there can still be read', async () => {
    const database = freshDatabase();
    const guarded = new GuardedDatabase(database);
    const flags = new Flags(guarded, new VerdictCache(guarded));
    await flags.add(flag('a'));
    database.flags.put = (() => Promise.reject(new Dexie.QuotaExceededError())) as never;
    await flags.add(flag('b'));
    expect((await flags.all()).flags.map(({ id }) => id)).toEqual(['a']);
  });
});
