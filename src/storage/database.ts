import { Dexie, type Table } from 'dexie';
import type { Verdict } from '../engine/verdict.ts';
import type { Flag } from '../messages.ts';

/** A verdict kept so that an advert met again is not scored again. Holds no text of the advert. */
export interface CachedVerdict {
  id: string;
  /** Version of the rule list that gave it. */
  list: string;
  verdict: Verdict;
  /** Day of the last use, in days since 1970: enough to know what is old, and nothing about the hour of a visit. */
  usedOn: number;
}

/** A warning the person put away. Holds no text of the advert. */
export interface Dismissal {
  id: string;
  as: 'dismissed' | 'mistake';
  at: string;
}

/**
 * Tables of each released version, oldest first. A released entry is never edited: a change adds an entry, with
 * `upgrade` where rows must change, and `tests/storage/migration.test.ts` opens a database of every earlier version.
 */
export const SCHEMAS: { tables: Record<string, string | null> }[] = [
  { tables: { verdicts: 'id, list, usedOn', flags: 'id, at', dismissals: 'id, at' } },
];

export class LurewatchDatabase extends Dexie {
  declare verdicts: Table<CachedVerdict, string>;
  declare flags: Table<Flag, string>;
  declare dismissals: Table<Dismissal, string>;

  constructor(name = 'lurewatch', options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } = {}) {
    super(name, options);
    for (const [index, { tables }] of SCHEMAS.entries()) this.version(index + 1).stores(tables);
    // Another context of ours wants a newer version (the extension was updated): let go, reopen on the next use.
    this.on('versionchange', () => this.close({ disableAutoOpen: false }));
  }
}
