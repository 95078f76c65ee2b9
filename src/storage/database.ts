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

/** A synced list: the project's own (`core`) or a subscription. What it holds stands in the tables beside it. */
export interface ListRow {
  id: string;
  /** What is live of it, as the sync client gave it; absent before the first success. */
  live?: unknown;
  /** Last attempt and last success, apart. */
  history: { last?: unknown; lastGood?: unknown };
  /** Attempts that failed since the last success. */
  failures?: number;
  /** When it is to be looked at again, ISO time. */
  nextAt?: string;
  /** What the person, or a policy, subscribed to; absent for `core`. */
  subscription?: SubscriptionRow;
}

export interface SubscriptionRow {
  /** Folder with `metadata/` and `targets/`. */
  address: string;
  /** SHA-256 of the root metadata that was shown when it was added, lowercase hex. */
  root: string;
  /** The root metadata itself, to which every later one must lead back. */
  rootBytes: Uint8Array;
  name: string;
  /** Beginning of the ids that the list may use. */
  prefix: string;
  /** ISO time. */
  addedAt: string;
  /** Put here by whoever manages this device; the person cannot remove it. */
  managed?: boolean;
}

/** A file of a list: metadata under its role, a pack under its hash, a product under its name. */
export interface ListFileRow {
  list: string;
  name: string;
  bytes: Uint8Array;
}

/** What became different in a list at one time. */
export interface ListChangeRow {
  id?: number;
  list: string;
  /** ISO time. */
  at: string;
  change: unknown;
}

/**
 * Tables of each released version, oldest first. A released entry is never edited: a change adds an entry, with
 * `upgrade` where rows must change, and `tests/storage/migration.test.ts` opens a database of every earlier version.
 */
export const SCHEMAS: { tables: Record<string, string | null> }[] = [
  { tables: { verdicts: 'id, list, usedOn', flags: 'id, at', dismissals: 'id, at' } },
  { tables: { lists: 'id', listFiles: '[list+name], list', listChanges: '++id, list' } },
];

export class LurewatchDatabase extends Dexie {
  declare verdicts: Table<CachedVerdict, string>;
  declare flags: Table<Flag, string>;
  declare dismissals: Table<Dismissal, string>;
  declare lists: Table<ListRow, string>;
  declare listFiles: Table<ListFileRow, [list: string, name: string]>;
  declare listChanges: Table<ListChangeRow, number>;

  constructor(name = 'lurewatch', options: { indexedDB?: IDBFactory; IDBKeyRange?: typeof IDBKeyRange } = {}) {
    super(name, options);
    for (const [index, { tables }] of SCHEMAS.entries()) this.version(index + 1).stores(tables);
    // Another context of ours wants a newer version (the extension was updated): let go, reopen on the next use.
    this.on('versionchange', () => this.close({ disableAutoOpen: false }));
  }
}
