import { IDBFactory } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { contentId } from '../../src/storage/content-id.ts';
import { Dismissals } from '../../src/storage/dismissals.ts';
import { Flags } from '../../src/storage/flags.ts';
import { GuardedDatabase } from '../../src/storage/guarded.ts';
import { VerdictCache } from '../../src/storage/verdict-cache.ts';
import { flag, freshDatabase, posting, verdict } from './fixtures.ts';

test('a content id follows the words, not their spacing or address', async () => {
  const id = await contentId(posting({ text: 'Work  abroad\nnow', link: 'https://example.org/1' }));
  expect(id).toMatch(/^[0-9a-f]{32}$/);
  expect(await contentId(posting({ text: ' Work abroad now', link: 'https://example.org/2' }))).toBe(id);
  expect(await contentId(posting({ text: 'Work abroad today' }))).not.toBe(id);
  expect(await contentId(posting({ text: 'Work abroad now', poster: 'Someone else' }))).not.toBe(id);
});

test('words cannot move from one field to the next unseen', async () => {
  const one = await contentId({ title: 'a', company: 'b', text: '' });
  expect(await contentId({ title: 'a b', text: '' })).not.toBe(one);
});

test('verdicts outlive the background and are bound to their list', async () => {
  const indexedDB = new IDBFactory();
  await new VerdictCache(new GuardedDatabase(freshDatabase(indexedDB))).put(new Map([['a', verdict()]]), '1');

  const later = new VerdictCache(new GuardedDatabase(freshDatabase(indexedDB)));
  expect((await later.get(['a', 'b'], '1')).size).toBe(1);
  expect((await later.get(['a'], '2')).size).toBe(0);
});

test('the least recently used verdicts go first, other lists before them', async () => {
  const day = 86_400_000;
  let now = 100 * day;
  const database = freshDatabase();
  const cache = new VerdictCache(new GuardedDatabase(database), { cap: 10, memoryCap: 1, now: () => now });
  await cache.put(new Map([['other', verdict()]]), '0');
  for (let index = 0; index < 12; index += 1) {
    now += day;
    await cache.put(new Map([[`v${index}`, verdict()]]), '1');
    await cache.get(['v0'], '1');
  }
  const ids = (await database.verdicts.toCollection().primaryKeys()).map((id) => id.split(' ')[0]);
  expect(ids).toHaveLength(10);
  expect(ids).toContain('v0');
  expect(ids).not.toContain('v1');
  expect(ids).not.toContain('other');
});

test('a verdict is given anew once a listed address in it has ended', async () => {
  let now = Date.parse('2026-11-20T12:00:00Z');
  const listed = {
    kind: 'telegram',
    sourceClass: 'police',
    source: { title: 'Police', url: 'https://police.example' },
    added: '2026-06-01',
    expires: '2026-11-20',
    list: '',
  } as const;
  const reasons = [{ signal: 'known-indicator', weight: 2, spans: [], indicators: [listed] }];
  const indexedDB = new IDBFactory();
  const cacheOf = () => new VerdictCache(new GuardedDatabase(freshDatabase(indexedDB)), { now: () => now });
  const cache = cacheOf();
  await cache.put(new Map([['a', { ...verdict(), reasons }]]), '1');
  expect((await cache.get(['a'], '1')).size).toBe(1);
  now += 86_400_000;
  expect((await cache.get(['a'], '1')).size).toBe(0);
  expect((await cacheOf().get(['a'], '1')).size).toBe(0);
});

test('a private window leaves nothing on disk', async () => {
  const database = freshDatabase();
  const guarded = new GuardedDatabase(database);
  const cache = new VerdictCache(guarded);
  const dismissals = new Dismissals(guarded);
  await cache.put(new Map([['a', verdict()]]), '1', false);
  await dismissals.set('a', 'dismissed', false);

  expect((await cache.get(['a'], '1')).size).toBe(1);
  expect((await dismissals.get(['a'])).get('a')).toBe('dismissed');
  expect(await database.verdicts.count()).toBe(0);
  expect(await database.dismissals.count()).toBe(0);
});

test('flags: kept once, newest first, taken back', async () => {
  const guarded = new GuardedDatabase(freshDatabase());
  const flags = new Flags(guarded, new VerdictCache(guarded));
  await flags.add(flag('old', '2026-01-01T00:00:00.000Z'));
  await flags.add(flag('new', '2026-02-01T00:00:00.000Z'));
  await flags.add(flag('new', '2026-02-02T00:00:00.000Z'));
  expect((await flags.all()).flags.map(({ id }) => id)).toEqual(['new', 'old']);
  expect(await flags.which(['old', 'other'])).toEqual(new Set(['old']));
  expect(await flags.remove('new')).toEqual({ ok: true });
  expect((await flags.all()).flags).toHaveLength(1);
});

test('dismissals outlive the background', async () => {
  const indexedDB = new IDBFactory();
  await new Dismissals(new GuardedDatabase(freshDatabase(indexedDB))).set('a', 'dismissed');
  const later = new Dismissals(new GuardedDatabase(freshDatabase(indexedDB)));
  expect(await later.get(['a'])).toEqual(new Map([['a', 'dismissed']]));
  await later.set('a', null);
  expect(await later.get(['a'])).toEqual(new Map());
});
