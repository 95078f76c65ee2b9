import type { PackId } from '../packs/pack-ids.ts';
import type { SyncError } from './sync-error.ts';

/** One pack of the live list; `sha256` (lowercase hex) is also its name in the store. */
export interface LivePack {
  /** List version of the pack's content, e.g. "2026.11.22.2015". */
  version: string;
  sha256: string;
  /** Bytes. */
  length: number;
}

/** Versions as in the TUF metadata that vouched for the list. */
export interface MetadataVersions {
  root: number;
  timestamp: number;
  snapshot: number;
  targets: number;
}

/** The synced list that is in use. Packs that are absent come from the package. */
export interface LiveList {
  /** Highest version among its packs; compared with that of the packaged list (`packagedWins`). */
  version: string;
  versions: MetadataVersions;
  packs: Partial<Record<PackId, LivePack>>;
  /** Packs that were left as they were, and why (they ask for a newer engine). */
  leftOut: { pack: PackId; version: string; reason: string }[];
  /** Earliest expiry among the metadata, ISO. Past it the list still works and says so. */
  expires: string;
  /** When it became live, ISO. */
  at: string;
}

/** One attempt to sync. The last attempt and the last success are kept apart: a failure never hides when it last worked. */
export interface SyncRecord {
  /** ISO. */
  at: string;
  ok: boolean;
  /** Versions that were live after the attempt. */
  versions?: MetadataVersions;
  error?: SyncError;
}

export interface SyncHistory {
  last?: SyncRecord;
  lastGood?: SyncRecord;
}

/** What was made from the packs, by name, e.g. the compiled rules; `kept`: the live one holds for the new list too. */
export type Products = Record<string, Uint8Array | 'kept'>;

/**
 * Where the client keeps what it trusts. Every method may reject (full disk, blocked database); the client turns that
 * into a `store` or `store-full` error and the live list stays.
 *
 * Order of writing, so that a stop at any step leaves the last good list: verified metadata first (root, then timestamp,
 * snapshot, targets: what the client has seen must never be forgotten, or a rollback would pass), then pack files under
 * their hash beside the live ones, then `commit`, the only step that changes what is live.
 */
export interface ListStore {
  /** The newest root that was accepted; undefined before the first. */
  root(): Promise<Uint8Array | undefined>;
  /** Durable when it resolves; keeps the newest at least. */
  putRoot(version: number, bytes: Uint8Array): Promise<void>;
  metadata(role: 'timestamp' | 'snapshot' | 'targets'): Promise<Uint8Array | undefined>;
  putMetadata(role: 'timestamp' | 'snapshot' | 'targets', bytes: Uint8Array): Promise<void>;
  deleteMetadata(roles: ('timestamp' | 'snapshot' | 'targets')[]): Promise<void>;
  /** A pack file by the lowercase hex SHA-256 of its bytes. */
  file(sha256: string): Promise<Uint8Array | undefined>;
  putFile(sha256: string, bytes: Uint8Array): Promise<void>;
  live(): Promise<LiveList | undefined>;
  /**
   * Makes `list` live, with what was made from its packs (e.g. the compiled rules, by name), in one atomic step: afterwards
   * either all of it is live or nothing changed. Without `products` the packs are those of before, and so are the products.
   * Afterwards files that the list does not name may be deleted.
   */
  commit(list: LiveList, products?: Products): Promise<void>;
  /** Remembers an attempt; when `record.ok`, as the last success too. */
  record(record: SyncRecord): Promise<void>;
  history(): Promise<SyncHistory>;
}
