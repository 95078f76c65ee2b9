import type { ListedHelp } from '../../src/packs/help-rule.ts';
import type { ListCard } from '../../src/packs/list-card.ts';
import type { PackedSignal } from '../../src/packs/pack-files.ts';
import type { SubscriptionRow } from '../../src/storage/database.ts';
import { CORE_LIST } from '../../src/storage/lists.ts';
import { StoredList } from '../../src/storage/stored-list.ts';
import type { LiveList, SyncRecord } from '../../src/sync/list-store.ts';
import { packagedWins } from '../../src/sync/newest-version.ts';
import { once } from './once.ts';
import { loadPackagedList } from './packaged-list.ts';
import { store } from './store.ts';

export type KeptList = StoredList<LiveList, SyncRecord>;

export const coreList: KeptList = new StoredList(CORE_LIST, store.database);

export function subscribedList(id: string): KeptList {
  return new StoredList(id, store.database);
}

/** What was taken over of a subscription when it became live; kept beside its compiled rules. */
export interface TakenList {
  card: ListCard;
  signals: PackedSignal[];
  help: ListedHelp[];
  /** Entries that a subscription may not bring. */
  leftOut: number;
  indicators: number;
}

export const TAKEN = 'taken.json';

export interface LiveSubscription {
  id: string;
  subscription: SubscriptionRow;
  live: LiveList;
  kept: KeptList;
  taken: TakenList;
}

export interface LiveLists {
  /** The synced list in use; null when the one in the package is. */
  core: LiveList | null;
  /** Names the whole of `core`, or of the package. */
  version: string;
  subscriptions: LiveSubscription[];
}

/** Which lists are in use. Where the database does not answer, the package alone: it is always there. */
export const loadLiveLists = once<LiveLists>(async () => {
  const [packaged, rows] = await Promise.all([loadPackagedList(), store.lists.all()]);
  const synced = rows.ok ? (rows.value.find(({ id }) => id === CORE_LIST)?.live as LiveList | undefined) : undefined;
  const core = synced && !packagedWins(packaged.version, synced.version) ? synced : null;
  const subscriptions = await Promise.all(
    (rows.ok ? rows.value : []).map(async ({ id, subscription, live }): Promise<LiveSubscription[]> => {
      const kept = subscribedList(id);
      const bytes = subscription && live ? await kept.product(TAKEN).catch(() => undefined) : undefined;
      if (!bytes) return [];
      return [{ id, subscription: subscription!, live: live as LiveList, kept, taken: readTaken(bytes) }];
    }),
  );
  return { core, version: core?.version ?? packaged.version, subscriptions: subscriptions.flat() };
});

export function readTaken(bytes: Uint8Array): TakenList {
  return JSON.parse(new TextDecoder().decode(bytes)) as TakenList;
}
