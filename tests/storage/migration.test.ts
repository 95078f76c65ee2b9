import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { SCHEMAS } from '../../src/storage/database.ts';
import { flag, freshDatabase } from './fixtures.ts';

test.each(SCHEMAS.map((schema, index) => ({ version: index + 1, tables: schema.tables })))(
  'flags kept by database version $version survive an update',
  async ({ version, tables }) => {
    const indexedDB = new IDBFactory();
    const old = new Dexie('test', { indexedDB, IDBKeyRange: IDBKeyRange as never });
    old.version(version).stores(tables);
    await old.open();
    await old.table('flags').put(flag('kept'));
    old.close();

    const database = freshDatabase(indexedDB);
    await database.open();
    expect(await database.flags.get('kept')).toEqual(flag('kept'));
    expect(database.verno).toBe(SCHEMAS.length);
  },
);

test('two contexts: the older one lets go when a newer version opens', async () => {
  const indexedDB = new IDBFactory();
  const older = freshDatabase(indexedDB);
  await older.open();
  const newer = new Dexie('test', { indexedDB, IDBKeyRange: IDBKeyRange as never });
  newer.version(SCHEMAS.length + 1).stores({ verdicts: 'id, list, usedOn', flags: 'id, at', dismissals: 'id, at' });
  await newer.open();
  expect(newer.isOpen()).toBe(true);
});
