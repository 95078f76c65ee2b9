import { fromStore } from './guard-store.ts';
import type { ListStore } from './list-store.ts';
import { type Metadata, parseMetadata, type RoleName } from './metadata.ts';
import { fault, type Result } from './sync-error.ts';
import { isSignedBy } from './verify-signatures.ts';

/** What has been verified so far; later files are held against it. */
export interface Trusted {
  root: Metadata<'root'>;
  timestamp?: Metadata<'timestamp'>;
  snapshot?: Metadata<'snapshot'>;
  targets?: Metadata<'targets'>;
}

/** The newest root of the store and the package (TUF 5.2). An expired one may still begin the chain. */
export async function loadRoot(store: ListStore, packaged: Uint8Array): Promise<Result<Metadata<'root'>>> {
  const shipped = parseMetadata('root', packaged);
  if (!shipped.ok || !(await isSignedBy(shipped.value.signed, shipped.value)))
    return fault('no-trusted-root', 'root', 'The root file to begin with is broken or not signed by its own keys.');
  const stored = await fromStore(store, 'reading the root', (from) => from.root());
  if (!stored.ok) return stored;
  const kept = stored.value && parseMetadata('root', stored.value);
  // The higher version wins, so that neither an update of the extension nor a sync rolls the other back.
  if (!kept?.ok || kept.value.signed.version <= shipped.value.signed.version) return shipped;
  return (await isSignedBy(kept.value.signed, kept.value)) ? kept : shipped;
}

/**
 * Reads stored metadata that the current root still vouches for.
 *
 * TUF 5.3.11, fast-forward: when the timestamp or snapshot keys were rotated, what the old keys signed no longer counts,
 * however high its version; so a stolen key cannot block updates for ever. Judged here on every load, not only right after
 * the rotation, so that a stop between the two changes nothing.
 */
export async function loadTrusted(store: ListStore, root: Metadata<'root'>): Promise<Result<Trusted>> {
  let rotated = false;
  async function load<R extends Exclude<RoleName, 'root'>>(role: R): Promise<Result<Metadata<R> | undefined>> {
    const bytes = await fromStore(store, `reading the ${role} file`, (from) => from.metadata(role));
    if (!bytes.ok) return bytes;
    const parsed = bytes.value && parseMetadata(role, bytes.value);
    if (!parsed?.ok) return { ok: true, value: undefined };
    if (await isSignedBy(root.signed, parsed.value)) return parsed;
    rotated ||= role !== 'targets';
    return { ok: true, value: undefined };
  }
  const timestamp = await load('timestamp');
  if (!timestamp.ok) return timestamp;
  const snapshot = await load('snapshot');
  if (!snapshot.ok) return snapshot;
  const targets = await load('targets');
  if (!targets.ok) return targets;
  if (!rotated)
    return { ok: true, value: { root, timestamp: timestamp.value, snapshot: snapshot.value, targets: targets.value } };
  const deleted = await fromStore(store, 'forgetting what old keys signed', (from) =>
    from.deleteMetadata(['timestamp', 'snapshot']),
  );
  return deleted.ok ? { ok: true, value: { root, targets: targets.value } } : deleted;
}
