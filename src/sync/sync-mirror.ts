import { PACK_IDS, type PackId } from '../packs/pack-ids.ts';
import { fetchPacks } from './fetch-packs.ts';
import { fromStore } from './guard-store.ts';
import type { LiveList } from './list-store.ts';
import type { Mirror } from './mirror.ts';
import { newestVersion } from './newest-version.ts';
import { fault, type Result } from './sync-error.ts';
import type { VerifiedPack } from './sync-options.ts';
import { loadRoot, loadTrusted, type Trusted } from './trusted.ts';
import { updateRoot } from './update-root.ts';
import { updateSnapshot } from './update-snapshot.ts';
import { updateTargets } from './update-targets.ts';
import { updateTimestamp } from './update-timestamp.ts';
import { packsToBeLive, wantedPacks } from './wanted-packs.ts';

/** All four roles, each held against the one before (TUF 5.2 to 5.6). */
export async function updateMetadata(mirror: Mirror): Promise<Result<Required<Trusted>>> {
  const { store, root: packaged } = mirror.options;
  const start = await loadRoot(store, packaged);
  if (!start.ok) return start;
  const root = await updateRoot(mirror, start.value);
  if (!root.ok) return root;
  const known = await loadTrusted(store, root.value);
  if (!known.ok) return known;
  const timestamp = await updateTimestamp(mirror, known.value);
  if (!timestamp.ok) return timestamp;
  const snapshot = await updateSnapshot(mirror, { ...known.value, timestamp: timestamp.value });
  if (!snapshot.ok) return snapshot;
  const fresh = { root: root.value, timestamp: timestamp.value, snapshot: snapshot.value };
  const targets = await updateTargets(mirror, { ...fresh, targets: known.value.targets });
  return targets.ok ? { ok: true, value: { ...fresh, targets: targets.value } } : targets;
}

function describe(
  trusted: Required<Trusted>,
  packs: LiveList['packs'],
  leftOut: LiveList['leftOut'],
  at: number,
): LiveList {
  const { root, timestamp, snapshot, targets } = trusted;
  const roles = [root, timestamp, snapshot, targets];
  return {
    version: newestVersion(Object.values(packs).map(({ version }) => version)),
    versions: {
      root: root.signed.version,
      timestamp: timestamp.signed.version,
      snapshot: snapshot.signed.version,
      targets: targets.signed.version,
    },
    packs,
    leftOut,
    expires: new Date(Math.min(...roles.map(({ signed }) => signed.expires))).toISOString(),
    at: new Date(at).toISOString(),
  };
}

const contents = ({ packs, leftOut }: LiveList): string =>
  JSON.stringify([Object.entries(packs).sort(([a], [b]) => (a < b ? -1 : 1)), leftOut]);

interface Prepared {
  list: LiveList;
  packs: Map<PackId, VerifiedPack>;
}

/** Fetches what is to be live, and describes it. Packs in `refused` stay as they were. */
async function prepare(
  mirror: Mirror,
  trusted: Required<Trusted>,
  before: LiveList | undefined,
  refused: ReadonlyMap<PackId, string>,
): Promise<Result<Prepared>> {
  const named = wantedPacks(trusted.targets.signed, trusted.root.signed.consistentSnapshot);
  if (!named.ok) return named;
  const wanted = named.value.map((pack) => (refused.has(pack.id) ? { ...pack, leftOut: refused.get(pack.id) } : pack));
  const toBeLive = packsToBeLive(wanted, before);
  const packs = await fetchPacks(mirror, wanted, toBeLive);
  if (!packs.ok) return packs;
  const leftOut = wanted.flatMap(({ id, version, leftOut: reason }) => (reason ? [{ pack: id, version, reason }] : []));
  if (packs.value.size === 0)
    return fault('newer-engine', 'list', leftOut[0]?.reason ?? 'The list holds nothing that this extension can use.');
  const live = Object.fromEntries([...packs.value.keys()].map((id) => [id, toBeLive[id]])) as LiveList['packs'];
  const list = describe(trusted, live, leftOut, mirror.options.clock.now());
  return { ok: true, value: { list, packs: packs.value } };
}

/** The same packs vouched for anew: only versions and expiry move. */
async function renew(mirror: Mirror, list: LiveList, before: LiveList): Promise<Result<Synced>> {
  const next = { ...list, at: before.at };
  const value = { list: next, changed: false };
  if (JSON.stringify(next) === JSON.stringify(before)) return { ok: true, value };
  const kept = await fromStore(mirror.options.store, 'making the list live', (to) => to.commit(next));
  return kept.ok ? { ok: true, value } : kept;
}

export interface Synced {
  list: LiveList;
  /** Its packs are others than before. */
  changed: boolean;
}

/** Brings the live list up to what one mirror offers. */
export async function syncMirror(mirror: Mirror): Promise<Result<Synced>> {
  const { store, accept, onStep, signal } = mirror.options;
  const trusted = await updateMetadata(mirror);
  if (!trusted.ok) return trusted;
  const before = await fromStore(store, 'reading the live list', (from) => from.live());
  if (!before.ok) return before;

  const refused = new Map<PackId, string>();
  for (;;) {
    const prepared = await prepare(mirror, trusted.value, before.value, refused);
    if (!prepared.ok) return prepared;
    const { list, packs } = prepared.value;
    if (before.value && contents(before.value) === contents(list)) return renew(mirror, list, before.value);
    onStep?.({ step: 'accept' });
    const accepted = await accept(packs);
    if (accepted.ok) {
      if (signal?.aborted) return fault('stopped', 'list', 'The check was stopped before the new list was put to use.');
      onStep?.({ step: 'commit' });
      const committed = await fromStore(store, 'making the list live', (to) => to.commit(list, accepted.value));
      return committed.ok ? { ok: true, value: { list, changed: true } } : committed;
    }
    // A pack for a newer engine is left out and the rest is taken; anything else refuses the whole update.
    const id = PACK_IDS.find((pack) => pack === accepted.error.role);
    if (accepted.error.fault !== 'newer-engine' || !id || refused.has(id)) return accepted;
    refused.set(id, accepted.error.message);
  }
}
