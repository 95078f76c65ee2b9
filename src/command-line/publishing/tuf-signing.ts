import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { canonicalJson } from '../../sync/canonical-json.ts';
import type { Json, JsonObject } from '../../sync/strict-json.ts';

/** A key that can sign. The private half stays inside. */
export interface Signer {
  /** What people call it, e.g. "root-2". */
  name: string;
  keyid: string;
  /** Lowercase hex. */
  publicKey: string;
  sign(message: Uint8Array): string;
}

/** A public key as TUF metadata holds it (section 4.2). */
export function keyEntry(publicKey: string): JsonObject {
  return { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: publicKey } };
}

/** Key ids are the SHA-256 of the key's canonical form, as every TUF tool computes them. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256')
    .update(canonicalJson(keyEntry(publicKey)))
    .digest('hex');
}

/** The fixed beginning of an Ed25519 private key in PKCS #8 (RFC 8410, section 7). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export function createSigner(name: string, seed: Uint8Array): Signer {
  const key: KeyObject = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32).toString('hex');
  return {
    name,
    keyid: keyIdOf(publicKey),
    publicKey,
    sign: (message) => sign(null, message, key).toString('hex'),
  };
}

const byKeyId = (a: { keyid: string }, b: { keyid: string }): number => (a.keyid < b.keyid ? -1 : 1);

/** A metadata file in canonical form: the same content and keys give the same bytes. */
export function metadataFile(
  signed: JsonObject,
  signatures: { keyid: string; sig: string }[],
): Uint8Array<ArrayBuffer> {
  const unique = new Map(signatures.map((signature) => [signature.keyid, signature]));
  return canonicalJson({ signatures: [...unique.values()].sort(byKeyId) as unknown as Json, signed });
}

/** Signs with each key once; Ed25519 signatures are the same every time. */
export function signMetadata(
  signed: JsonObject,
  signers: readonly Signer[],
  others: { keyid: string; sig: string }[] = [],
): Uint8Array<ArrayBuffer> {
  const message = canonicalJson(signed);
  const own = signers.map(({ keyid, sign: signWith }) => ({ keyid, sig: signWith(message) }));
  return metadataFile(signed, [...others, ...own]);
}
