import { canonicalJson } from './canonical-json.ts';
import { verifyEd25519 } from './ed25519.ts';
import { fromHex, toHex } from './hex.ts';
import type { Metadata, RoleName, Root } from './metadata.ts';

export interface SignatureCount {
  /** Different keys of the role that signed. */
  valid: number;
  threshold: number;
}

/**
 * Counts the keys of a role that signed (TUF 1.0, section 4.2.1 and 5.3.4). Keys are counted by their value, not their
 * id: one stolen key listed under two ids must not make a threshold of two.
 */
export async function countSignatures(root: Root, metadata: Metadata<RoleName>): Promise<SignatureCount> {
  const { keyids, threshold } = root.roles[metadata.role];
  const message = canonicalJson(metadata.raw);
  const signers = new Set<string>();
  for (const id of keyids) {
    const key = root.keys.get(id);
    const signature = fromHex(metadata.signatures.get(id) ?? '', 64);
    if (key && signature && (await verifyEd25519(key, signature, message))) signers.add(toHex(key));
  }
  return { valid: signers.size, threshold };
}

export async function isSignedBy(root: Root, metadata: Metadata<RoleName>): Promise<boolean> {
  const { valid, threshold } = await countSignatures(root, metadata);
  return valid >= threshold;
}
