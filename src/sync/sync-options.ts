import type { PackId } from '../packs/pack-ids.ts';
import type { ListStore, LiveList, Products, SyncRecord } from './list-store.ts';
import type { Result, SyncError } from './sync-error.ts';

/** What `fetch` of browsers and Node gives; tests give their own. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Time from outside, so that tests own it. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back once after so many milliseconds; returns a function that cancels. */
  after(ms: number, call: () => void): () => void;
}

/** A pack whose bytes are the signed ones, on its way to becoming live. */
export interface VerifiedPack {
  id: PackId;
  version: string;
  bytes: Uint8Array;
  /** Lowercase hex of the bytes, when it is known. */
  sha256?: string;
}

/** What was made of the packs, by name, e.g. the compiled rules; stored together with the list that it belongs to. */
export type Accepted = Result<Products>;

/**
 * Checks packs, compiles them beside the live ones and runs the self-test. `packs` are those of the new list; the caller
 * adds packaged ones where a pack is absent. Must not change anything that is live.
 */
export type AcceptPacks = (packs: ReadonlyMap<PackId, VerifiedPack>) => Promise<Accepted>;

export interface SyncOptions {
  /** Addresses of folders that hold `metadata/` and `targets/`; tried in turn. */
  mirrors: readonly string[];
  /** Root metadata that the client was shipped with, or pinned for a subscription. */
  root: Uint8Array;
  store: ListStore;
  fetch: Fetch;
  clock: Clock;
  accept: AcceptPacks;
  /**
   * Ask whether the small timestamp file changed instead of fetching it. The hash that is sent is that of its public
   * content, never a word of the server's, so that it cannot mark a person. Browsers ask a mirror's leave first (CORS).
   */
  conditional?: boolean;
  /** Index of the mirror to begin with; a number that changes from poll to poll keeps a stale mirror from hiding news. */
  startAt?: number;
  /** Told as the sync proceeds, for a progress line. */
  onStep?: (step: SyncStep) => void;
  /** Ends the sync early; what was live stays live. */
  signal?: AbortSignal;
}

export type SyncStep =
  | { step: 'metadata'; mirror: string; role: 'root' | 'timestamp' | 'snapshot' | 'targets' }
  | { step: 'pack'; mirror: string; pack: PackId; bytes: number }
  | { step: 'accept' }
  | { step: 'commit' };

export interface SyncOutcome {
  /** The newest list that any mirror offers is live (whether or not it was before). */
  ok: boolean;
  /** A new list became live. */
  changed: boolean;
  /** What is live now; absent when only the packaged list is. */
  live?: LiveList;
  /** Past its expiry: still in use, and to be said. */
  expired: boolean;
  error?: SyncError;
  /** What each mirror that was asked answered. */
  mirrors: { mirror: string; error?: SyncError }[];
  record: SyncRecord;
}

/** Shape of `syncList` in `sync-list.ts`. Never throws: whatever goes wrong is in the outcome, and the live list stays. */
export type SyncList = (options: SyncOptions) => Promise<SyncOutcome>;
