import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { SCHEMAS } from '../../src/storage/database.ts';
import { flag, freshDatabase } from './fixtures.ts';

test.each(SCHEMAS.map((_, index) => ({ version: index + 1 })))(
  'flags kept by database version $version survive an update',
  async ({ version }) => {
    const indexedDB = new IDBFactory();
    const old = new Dexie('test', { indexedDB, IDBKeyRange: IDBKeyRange as never });
    for (const [index, { tables }] of SCHEMAS.slice(0, version).entries()) old.version(index + 1).stores(tables);
    await old.open();
    await old.table('flags').put(flag('kept'));
    old.close();

    const database = freshDatabase(indexedDB);
    await database.open();
    expect(await database.flags.get('kept')).toEqual(flag('kept'));
    expect(database.verno).toBe(SCHEMAS.length);
  },
);

test('a released version is never edited', () => {
  expect(SCHEMAS.slice(0, 2)).toEqual([
    { tables: { verdicts: 'id, list, usedOn', flags: 'id, at', dismissals: 'id, at' } },
    { tables: { lists: 'id', listFiles: '[list+name], list', listChanges: '++id, list' } },
  ]);
});

test('two contexts: the older one lets go when a newer version opens', async () => {
  const indexedDB = new IDBFactory();
  const older = freshDatabase(indexedDB);
  await older.open();
  const newer = new Dexie('test', { indexedDB, IDBKeyRange: IDBKeyRange as never });
  newer.version(SCHEMAS.length + 1).stores({ verdicts: 'id, list, usedOn', flags: 'id, at', dismissals: 'id, at' });
  await newer.open();
  expect(newer.isOpen()).toBe(true);
});
