import { differsFrom } from './check-hashes.ts';
import { fromStore } from './guard-store.ts';
import { LIMITS } from './limits.ts';
import { type Metadata, type MetaFile, parseMetadata } from './metadata.ts';
import { getNamed, type Mirror, tell } from './mirror.ts';
import { expired, lower, unsigned } from './refuse.ts';
import { attack, fault, type Result } from './sync-error.ts';
import type { Trusted } from './trusted.ts';
import { countSignatures, isSignedBy } from './verify-signatures.ts';

/** Bytes that are not those a parent role names: another signed file is a mix, anything else was tampered with or damaged. */
export async function notTheNamed(
  role: 'snapshot' | 'targets',
  trusted: Trusted,
  bytes: Uint8Array,
  difference: string,
): Promise<Result<never>> {
  const parsed = parseMetadata(role, bytes);
  if (parsed.ok && (await isSignedBy(trusted.root.signed, parsed.value)))
    return attack('mix-and-match', role, `A signed ${role} file of another list stands in its place (${difference}).`);
  if (parsed.ok) return unsigned(parsed.value, await countSignatures(trusted.root.signed, parsed.value));
  return attack('arbitrary-installation', role, `The ${role} file was changed or damaged on the way: ${difference}.`);
}

async function check(trusted: Trusted, named: MetaFile, bytes: Uint8Array): Promise<Result<Metadata<'snapshot'>>> {
  // TUF 5.5.2, mix-and-match: the very bytes that the timestamp names.
  const difference = await differsFrom(named, bytes);
  if (difference) return notTheNamed('snapshot', trusted, bytes, difference);
  const next = parseMetadata('snapshot', bytes);
  if (!next.ok) return next;
  // TUF 5.5.3, arbitrary installation: signed by the snapshot keys of the root.
  const count = await countSignatures(trusted.root.signed, next.value);
  if (count.valid < count.threshold) return unsigned(next.value, count);
  const { version, meta } = next.value.signed;
  // TUF 5.5.4, mix-and-match: the version that the timestamp names.
  if (version !== named.version)
    return attack('mix-and-match', 'snapshot', `It has version ${version}; the timestamp names ${named.version}.`);
  // TUF 5.5.5, rollback: no metadata file that was known may go back or vanish.
  for (const [name, known] of trusted.snapshot?.signed.meta ?? []) {
    const now = meta.get(name);
    if (!now) return attack('rollback', 'snapshot', `It no longer names ${name}.`);
    if (now.version < known.version) return lower('snapshot', `The ${name} it names`, now.version, known.version);
  }
  return next;
}

/** Takes the snapshot that the timestamp names (TUF 5.5). */
export async function updateSnapshot(mirror: Mirror, trusted: Trusted): Promise<Result<Metadata<'snapshot'>>> {
  const { store, clock } = mirror.options;
  const now = clock.now();
  const named = trusted.timestamp!.signed.snapshot;
  let snapshot = trusted.snapshot;
  if (snapshot?.signed.version !== named.version) {
    tell(mirror, 'snapshot');
    const prefix = trusted.root.signed.consistentSnapshot ? `${named.version}.` : '';
    const bytes = await getNamed(mirror, `metadata/${prefix}snapshot.json`, {
      role: 'snapshot',
      // TUF 5.5.1, endless data.
      most: Math.min(named.length ?? LIMITS.snapshotBytes, LIMITS.snapshotBytes),
      exact: named.length !== undefined,
    });
    if (!bytes.ok) return bytes;
    const next = await check(trusted, named, bytes.value);
    if (!next.ok) return next;
    // TUF 5.5.6, freeze.
    if (next.value.signed.expires <= now) return expired('snapshot', next.value.signed.expires, now);
    const kept = await fromStore(store, 'writing the snapshot file', (to) => to.putMetadata('snapshot', bytes.value));
    if (!kept.ok) return kept;
    snapshot = next.value;
  }
  if (snapshot.signed.expires <= now) return expired('snapshot', snapshot.signed.expires, now);
  return snapshot.signed.meta.has('targets.json')
    ? { ok: true, value: snapshot }
    : fault('wrong-type', 'snapshot', 'The snapshot file names no targets.json.');
}
