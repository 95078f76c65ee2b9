import { fetchPacks } from './fetch-packs.ts';
import { fromStore } from './guard-store.ts';
import type { LiveList } from './list-store.ts';
import { newestVersion } from './list-version.ts';
import type { Mirror } from './mirror.ts';
import { fault, type Result } from './sync-error.ts';
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

/** Brings the live list up to what one mirror offers. Says whether its packs changed. */
export async function syncMirror(mirror: Mirror): Promise<Result<{ list: LiveList; changed: boolean }>> {
  const { store, clock, accept, onStep, signal } = mirror.options;
  const trusted = await updateMetadata(mirror);
  if (!trusted.ok) return trusted;
  const wanted = wantedPacks(trusted.value.targets.signed, trusted.value.root.signed.consistentSnapshot);
  if (!wanted.ok) return wanted;
  const before = await fromStore(store, 'reading the live list', (from) => from.live());
  if (!before.ok) return before;

  const packs = packsToBeLive(wanted.value, before.value);
  const leftOut = wanted.value.flatMap(({ id, version, leftOut: reason }) =>
    reason ? [{ pack: id, version, reason }] : [],
  );
  const list = describe(trusted.value, packs, leftOut, clock.now());
  const same = before.value !== undefined && contents(before.value) === contents(list);
  const verified = await fetchPacks(mirror, wanted.value, packs);
  if (!verified.ok) return verified;
  if (verified.value.size === 0)
    return fault('newer-engine', 'list', leftOut[0]?.reason ?? 'The list holds nothing that this extension can use.');
  if (same) {
    const next = { ...list, at: before.value!.at };
    if (JSON.stringify(next) === JSON.stringify(before.value))
      return { ok: true, value: { list: next, changed: false } };
    const kept = await fromStore(store, 'making the list live', (to) => to.commit(next));
    return kept.ok ? { ok: true, value: { list: next, changed: false } } : kept;
  }

  onStep?.({ step: 'accept' });
  const accepted = await accept(verified.value);
  if (!accepted.ok) return accepted;
  if (signal?.aborted) return fault('stopped', 'list', 'The check was stopped before the new list was put to use.');
  onStep?.({ step: 'commit' });
  const committed = await fromStore(store, 'making the list live', (to) => to.commit(list, accepted.value));
  return committed.ok ? { ok: true, value: { list, changed: true } } : committed;
}
