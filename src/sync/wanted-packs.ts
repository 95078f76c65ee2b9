import { ENGINE_VERSION } from '../packs/pack-files.ts';
import { PACK_FILES, PACK_IDS, type PackId } from '../packs/pack-ids.ts';
import { fromHex } from './hex.ts';
import type { LiveList, LivePack } from './list-store.ts';
import type { TargetFile, Targets } from './metadata.ts';
import { fault, type Result } from './sync-error.ts';

/** A pack that the signed list names. */
export interface WantedPack extends LivePack {
  id: PackId;
  /** Path under `targets/`. */
  path: string;
  hashes: Record<string, string>;
  /** Set when it is left out: why. */
  leftOut?: string;
}

function wanted(id: PackId, name: string, file: TargetFile, targets: Targets, consistent: boolean): Result<WantedPack> {
  const sha256 = file.hashes.sha256?.toLowerCase();
  if (!sha256 || !fromHex(sha256, 32)) return fault('wrong-type', 'targets', `${name} carries no SHA-256.`);
  const { version, minEngine } = file.custom;
  const newer = typeof minEngine === 'number' && minEngine > ENGINE_VERSION;
  return {
    ok: true,
    value: {
      id,
      version: typeof version === 'string' && version.length <= 40 ? version : String(targets.version),
      sha256,
      length: file.length,
      // TUF 6.2, consistent snapshots: a file's name begins with its hash, so that lists never overwrite each other's.
      path: consistent ? `${sha256}.${name}` : name,
      hashes: file.hashes,
      ...(newer && { leftOut: `It asks for engine ${minEngine}; this extension has engine ${ENGINE_VERSION}.` }),
    },
  };
}

/**
 * The packs of a signed list. TUF 1.5.2, extraneous dependencies: only files with the name of a pack are ever fetched;
 * whatever else is signed is passed over.
 */
export function wantedPacks(targets: Targets, consistent: boolean): Result<WantedPack[]> {
  const packs: WantedPack[] = [];
  for (const id of PACK_IDS) {
    const file = targets.targets.get(PACK_FILES[id]);
    if (!file) continue;
    const pack = wanted(id, PACK_FILES[id], file, targets, consistent);
    if (!pack.ok) return pack;
    packs.push(pack.value);
  }
  return packs.length > 0
    ? { ok: true, value: packs }
    : fault('schema', 'targets', 'The signed list names none of the packs.');
}

/** The packs that will be live: a pack that asks for a newer engine stays as it was. */
export function packsToBeLive(packs: readonly WantedPack[], live: LiveList | undefined): LiveList['packs'] {
  const result: LiveList['packs'] = {};
  for (const { id, version, sha256, length, leftOut } of packs) {
    const kept = leftOut ? live?.packs[id] : { version, sha256, length };
    if (kept) result[id] = kept;
  }
  return result;
}
