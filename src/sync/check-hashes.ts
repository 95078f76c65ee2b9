import { sha256Hex, sha512Hex } from './hex.ts';
import type { MetaFile } from './metadata.ts';

const ALGORITHMS: Record<string, (bytes: Uint8Array) => Promise<string>> = { sha256: sha256Hex, sha512: sha512Hex };

/** The first thing that differs from what was signed, in words; undefined when the bytes are the signed ones. */
export async function differsFrom(
  signed: Pick<MetaFile, 'length' | 'hashes'>,
  bytes: Uint8Array,
): Promise<string | undefined> {
  if (signed.length !== undefined && bytes.length !== signed.length)
    return `it has ${bytes.length} bytes instead of ${signed.length}`;
  for (const [algorithm, hash] of Object.entries(signed.hashes ?? {})) {
    const digest = Object.hasOwn(ALGORITHMS, algorithm) ? ALGORITHMS[algorithm] : undefined;
    // An algorithm that cannot be checked proves nothing, so it is not passed over.
    if (!digest) return `its hash is of the unknown kind "${algorithm.slice(0, 20)}"`;
    if ((await digest(bytes)) !== hash.toLowerCase()) return `its ${algorithm} is not the signed one`;
  }
  return undefined;
}
