import type { PackId } from '../packs/pack-ids.ts';
import { differsFrom } from './check-hashes.ts';
import { fromStore } from './guard-store.ts';
import { LIMITS } from './limits.ts';
import type { LiveList } from './list-store.ts';
import { getNamed, type Mirror } from './mirror.ts';
import { attack, type Result } from './sync-error.ts';
import type { VerifiedPack } from './sync-options.ts';
import type { WantedPack } from './wanted-packs.ts';

/** A pack in the store, unless its bytes are no longer what they were (a write that was cut off, a damaged disk). */
async function stored(mirror: Mirror, sha256: string, length: number): Promise<Uint8Array | undefined> {
  const bytes = await fromStore(mirror.options.store, 'reading a pack', (store) => store.file(sha256));
  if (!bytes.ok || !bytes.value) return undefined;
  return (await differsFrom({ length, hashes: { sha256 } }, bytes.value)) ? undefined : bytes.value;
}

async function fetchPack(mirror: Mirror, pack: WantedPack): Promise<Result<Uint8Array>> {
  const { id, path, length, hashes, sha256 } = pack;
  mirror.options.onStep?.({ step: 'pack', mirror: mirror.url, pack: id, bytes: length });
  if (length > LIMITS.packBytes)
    return attack('endless-data', id, `It is said to have ${length} bytes; no pack has more than ${LIMITS.packBytes}.`);
  // TUF 5.7.3, endless data: the signed length is the cap.
  const got = await getNamed(mirror, `targets/${path}`, { role: id, most: length, exact: true });
  if (!got.ok) return got;
  // TUF 5.7.3, arbitrary installation: the very bytes that were signed.
  const difference = await differsFrom({ length, hashes }, got.value);
  if (difference) return attack('arbitrary-installation', id, `It was changed or damaged on the way: ${difference}.`);
  const kept = await fromStore(mirror.options.store, 'writing a pack', (store) => store.putFile(sha256, got.value));
  return kept.ok ? got : kept;
}

/** All packs that are to be live, from the store where it has them; new ones are kept beside the live ones. */
export async function fetchPacks(
  mirror: Mirror,
  packs: readonly WantedPack[],
  toBeLive: LiveList['packs'],
): Promise<Result<Map<PackId, VerifiedPack>>> {
  const verified = new Map<PackId, VerifiedPack>();
  for (const pack of packs) {
    const entry = toBeLive[pack.id];
    if (!entry) continue;
    let bytes = await stored(mirror, entry.sha256, entry.length);
    // What was left as it was and is lost comes from the package again.
    if (!bytes && pack.leftOut) continue;
    if (!bytes) {
      const fetched = await fetchPack(mirror, pack);
      if (!fetched.ok) return fetched;
      bytes = fetched.value;
    }
    verified.set(pack.id, { id: pack.id, version: entry.version, bytes, sha256: entry.sha256 });
  }
  return { ok: true, value: verified };
}
