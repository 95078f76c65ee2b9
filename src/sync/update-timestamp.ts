import { fromStore } from './guard-store.ts';
import { sha256Hex } from './hex.ts';
import { LIMITS } from './limits.ts';
import { type Metadata, parseMetadata } from './metadata.ts';
import { get, type Mirror, tell } from './mirror.ts';
import { expired, lower, unsigned } from './refuse.ts';
import { fault, type Result } from './sync-error.ts';
import type { Trusted } from './trusted.ts';
import { countSignatures } from './verify-signatures.ts';

async function check(trusted: Trusted, bytes: Uint8Array): Promise<Result<Metadata<'timestamp'>>> {
  const next = parseMetadata('timestamp', bytes);
  if (!next.ok) return next;
  // TUF 5.4.2, arbitrary installation: signed by the timestamp keys of the root.
  const count = await countSignatures(trusted.root.signed, next.value);
  if (count.valid < count.threshold) return unsigned(next.value, count);
  const known = trusted.timestamp?.signed;
  const { version, snapshot } = next.value.signed;
  if (known) {
    // TUF 5.4.3.1, rollback: never back to an older timestamp; an equal one is the one that is known.
    if (version < known.version) return lower('timestamp', 'The timestamp file', version, known.version);
    if (version === known.version) return { ok: true, value: trusted.timestamp! };
    // TUF 5.4.3.2, rollback: nor to an older snapshot under a new timestamp.
    if (snapshot.version < known.snapshot.version)
      return lower('timestamp', 'The snapshot it names', snapshot.version, known.snapshot.version);
  }
  return next;
}

async function knownHash({ options }: Mirror, { timestamp }: Trusted): Promise<string | undefined> {
  if (!options.conditional || !timestamp) return undefined;
  const bytes = await fromStore(options.store, 'reading the timestamp file', (store) => store.metadata('timestamp'));
  return bytes.ok && bytes.value ? sha256Hex(bytes.value) : undefined;
}

/** The one file that is polled (TUF 5.4): it names the snapshot, and its expiry bounds how long a mirror can hold back news. */
export async function updateTimestamp(mirror: Mirror, trusted: Trusted): Promise<Result<Metadata<'timestamp'>>> {
  const { store, clock } = mirror.options;
  tell(mirror, 'timestamp');
  const request = { role: 'timestamp', most: LIMITS.timestampBytes } as const;
  const path = 'metadata/timestamp.json';
  const known = await knownHash(mirror, trusted);
  let found = await get(mirror, path, { ...request, known });
  // A mirror that does not allow the question may still answer the plain request.
  if (!found.ok && known && found.error.fault === 'network') found = await get(mirror, path, request);
  if (!found.ok) return found;
  if (found.value.got === 'nothing' || (found.value.got === 'unchanged' && !known))
    return fault('http-status', 'timestamp', 'There is no list at this address.');
  const bytes = found.value.got === 'bytes' ? found.value.bytes : undefined;
  const next: Result<Metadata<'timestamp'>> = bytes
    ? await check(trusted, bytes)
    : { ok: true, value: trusted.timestamp! };
  if (!next.ok) return next;
  // TUF 5.4.4, freeze: an old timestamp, however well signed, is no news.
  const now = clock.now();
  if (next.value.signed.expires <= now) return expired('timestamp', next.value.signed.expires, now);
  if (next.value === trusted.timestamp || !bytes) return next;
  const kept = await fromStore(store, 'writing the timestamp file', (to) => to.putMetadata('timestamp', bytes));
  return kept.ok ? next : kept;
}
