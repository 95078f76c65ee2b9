import { fromStore } from './guard-store.ts';
import type { SyncRecord } from './list-store.ts';
import { fault, type Result, type SyncError } from './sync-error.ts';
import { type Synced, syncMirror } from './sync-mirror.ts';
import type { Clock, SyncOptions, SyncOutcome } from './sync-options.ts';

/** Errors of the way to a mirror say less about the list than what a mirror answered. */
const WAYSIDE = new Set<unknown>(['network', 'http-status', 'stopped']);

async function tryMirror(url: string, options: SyncOptions): Promise<Result<Synced>> {
  try {
    return await syncMirror({ url, options });
  } catch (error) {
    // A fault of our own must not leave the background without an answer.
    return fault('compile', 'list', `The list could not be checked (${(error as Error)?.message ?? error}).`);
  }
}

function mostTelling(errors: (SyncError | undefined)[]): SyncError | undefined {
  const known = errors.filter((error) => error !== undefined);
  return known.find((error) => !WAYSIDE.has(error.fault)) ?? known[0];
}

/**
 * Checks for a newer list, mirror by mirror until one gives a complete, verified one, and makes it live. Never throws:
 * whatever goes wrong is in the outcome, and the live list stays.
 */
export async function syncList(given: SyncOptions): Promise<SyncOutcome> {
  const { mirrors, store, startAt = 0 } = given;
  // TUF 5.1: one moment for the whole update, so that nothing expires in the middle of it.
  const now = given.clock.now();
  const clock: Clock = { now: () => now, after: (ms, call) => given.clock.after(ms, call) };
  const options = { ...given, clock };
  const asked: SyncOutcome['mirrors'] = [];
  let done: Synced | undefined;
  for (let i = 0; i < mirrors.length && !done; i++) {
    const mirror = mirrors[(startAt + i) % mirrors.length]!;
    const result = await tryMirror(mirror, options);
    if (result.ok) done = result.value;
    asked.push(result.ok ? { mirror } : { mirror, error: result.error });
    if (!result.ok && (result.error.role === 'store' || options.signal?.aborted)) break;
  }
  const error = done
    ? undefined
    : (mostTelling(asked.map((answer) => answer.error)) ??
      fault('no-mirror', 'list', 'No address to fetch lists from is set.').error);
  const before = done ? undefined : await fromStore(store, 'reading the live list', (from) => from.live());
  const live = done?.list ?? (before?.ok ? before.value : undefined);
  const record: SyncRecord = { at: new Date(now).toISOString(), ok: !error, versions: live?.versions, error };
  await fromStore(store, 'remembering the check', (to) => to.record(record));
  return {
    ok: !error,
    changed: done?.changed ?? false,
    live,
    expired: live !== undefined && Date.parse(live.expires) <= now,
    error,
    mirrors: asked,
    record,
  };
}
