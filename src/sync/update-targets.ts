import { differsFrom } from './check-hashes.ts';
import { fromStore } from './guard-store.ts';
import { LIMITS } from './limits.ts';
import { type Metadata, type MetaFile, parseMetadata } from './metadata.ts';
import { getNamed, type Mirror, tell } from './mirror.ts';
import { expired, unsigned } from './refuse.ts';
import { attack, type Result } from './sync-error.ts';
import type { Trusted } from './trusted.ts';
import { notTheNamed } from './update-snapshot.ts';
import { countSignatures } from './verify-signatures.ts';

async function check(trusted: Trusted, named: MetaFile, bytes: Uint8Array): Promise<Result<Metadata<'targets'>>> {
  // TUF 5.6.2, mix-and-match: the very bytes that the snapshot names.
  const difference = await differsFrom(named, bytes);
  if (difference) return notTheNamed('targets', trusted, bytes, difference);
  const next = parseMetadata('targets', bytes);
  if (!next.ok) return next;
  // TUF 5.6.3, arbitrary installation: signed by the targets keys of the root.
  const count = await countSignatures(trusted.root.signed, next.value);
  if (count.valid < count.threshold) return unsigned(next.value, count);
  // TUF 5.6.4, mix-and-match: the version that the snapshot names.
  if (next.value.signed.version !== named.version)
    return attack(
      'mix-and-match',
      'targets',
      `It has version ${next.value.signed.version}; the snapshot names ${named.version}.`,
    );
  return next;
}

/** Takes the targets file that the snapshot names (TUF 5.6). Delegations are not followed: no file of theirs is ever used. */
export async function updateTargets(mirror: Mirror, trusted: Trusted): Promise<Result<Metadata<'targets'>>> {
  const { store, clock } = mirror.options;
  const now = clock.now();
  const named = trusted.snapshot!.signed.meta.get('targets.json')!;
  let targets = trusted.targets;
  if (targets?.signed.version !== named.version) {
    tell(mirror, 'targets');
    const prefix = trusted.root.signed.consistentSnapshot ? `${named.version}.` : '';
    const bytes = await getNamed(mirror, `metadata/${prefix}targets.json`, {
      role: 'targets',
      // TUF 5.6.1, endless data.
      most: Math.min(named.length ?? LIMITS.targetsBytes, LIMITS.targetsBytes),
      exact: named.length !== undefined,
    });
    if (!bytes.ok) return bytes;
    const next = await check(trusted, named, bytes.value);
    if (!next.ok) return next;
    // TUF 5.6.5, freeze.
    if (next.value.signed.expires <= now) return expired('targets', next.value.signed.expires, now);
    const kept = await fromStore(store, 'writing the targets file', (to) => to.putMetadata('targets', bytes.value));
    if (!kept.ok) return kept;
    targets = next.value;
  }
  return targets.signed.expires <= now ? expired('targets', targets.signed.expires, now) : { ok: true, value: targets };
}
