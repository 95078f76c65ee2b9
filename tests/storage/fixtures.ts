import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Posting } from '../../src/engine/posting.ts';
import type { Verdict } from '../../src/engine/verdict.ts';
import type { Flag } from '../../src/messages.ts';
import { LurewatchDatabase } from '../../src/storage/database.ts';
import type { SessionArea, TabPosting } from '../../src/storage/tab-reports.ts';

/** A database of its own on an IndexedDB in memory. */
export function freshDatabase(indexedDB: IDBFactory = new IDBFactory()): LurewatchDatabase {
  return new LurewatchDatabase('test', { indexedDB, IDBKeyRange: IDBKeyRange as never });
}

export function verdict(change: Partial<Verdict> = {}): Verdict {
  return { level: 'none', score: 0.02, kind: 'none', reasons: [], destinations: [], list: '1', ...change };
}

export function posting(change: Partial<Posting> = {}): Posting {
  return { title: 'Customer service', text: 'Work in an office by the sea.', ...change };
}

export function flag(id: string, at = '2026-01-01T00:00:00.000Z'): Flag {
  const url = 'https://example.org/jobs/1';
  return { id, posting: posting(), verdict: verdict(), url, at, list: '1', appVersion: '0.1.0' };
}

export function tabPosting(key: string, change: Partial<Verdict> = {}, text = 'Words.'): TabPosting {
  const keyed = { key, posting: posting({ text }), adapter: 'dense-block', view: 'detail' };
  return { ...keyed, id: `content-${key}`, verdict: verdict(change) };
}

/** Session storage in a Map, with the browser's limit when one is given (in characters of JSON). */
export function sessionArea(limit = Number.POSITIVE_INFINITY): SessionArea & { items: Map<string, unknown> } {
  const items = new Map<string, unknown>();
  return {
    items,
    get: async (key) =>
      key === null
        ? structuredClone(Object.fromEntries(items))
        : items.has(key)
          ? { [key]: structuredClone(items.get(key)) }
          : {},
    set: async (added) => {
      if (JSON.stringify(added).length > limit) throw new Error('QUOTA_BYTES quota exceeded');
      for (const [key, value] of Object.entries(added)) items.set(key, structuredClone(value));
    },
    remove: async (key) => void items.delete(key),
  };
}
