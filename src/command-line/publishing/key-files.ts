import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RoleName } from '../../sync/metadata.ts';
import { createSigner, type Signer } from './tuf-signing.ts';

/** A private key as it lies on disk: encrypted under a passphrase. All bytes are hex. */
interface KeyFile {
  name: string;
  role: RoleName;
  public: string;
  kdf: { name: 'scrypt'; N: number; r: number; p: number; salt: string };
  cipher: { name: 'aes-256-gcm'; iv: string; tag: string };
  data: string;
}

/** 64 MB and about a quarter of a second a guess. */
const SCRYPT = { N: 2 ** 16, r: 8, p: 1 };
/** A key file asks for these itself; one that asks for more memory than this is not a key file of ours. */
const MOST_MEMORY = 256 * 1024 * 1024;

export interface StoredKey {
  name: string;
  role: RoleName;
  /** Lowercase hex. */
  publicKey: string;
  file: string;
}

function secretOf(passphrase: string, { N, r, p, salt }: Omit<KeyFile['kdf'], 'name'>): Buffer {
  return scryptSync(passphrase.normalize('NFKC'), Buffer.from(salt, 'hex'), 32, { N, r, p, maxmem: MOST_MEMORY });
}

/** Makes a key and writes it encrypted; refuses to write over one. Gives the signer, for the signatures made right away. */
export function makeKey(folder: string, role: RoleName, name: string, passphrase: string): Signer {
  const path = join(folder, `${name}.key.json`);
  if (existsSync(path)) throw new Error(`${path} exists already; a key is never written over.`);
  if (passphrase.length < 8) throw new Error('A passphrase has at least eight characters.');
  const seed = randomBytes(32);
  const signer = createSigner(name, seed);
  const kdf = { ...SCRYPT, salt: randomBytes(16).toString('hex') };
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secretOf(passphrase, kdf), iv);
  // The name and public key are bound in, so that a swapped file is noticed.
  cipher.setAAD(Buffer.from(`${role} ${name} ${signer.publicKey}`));
  const data = Buffer.concat([cipher.update(seed), cipher.final()]);
  const file: KeyFile = {
    name,
    role,
    public: signer.publicKey,
    kdf: { name: 'scrypt', ...kdf },
    cipher: { name: 'aes-256-gcm', iv: iv.toString('hex'), tag: cipher.getAuthTag().toString('hex') },
    data: data.toString('hex'),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${JSON.stringify(file, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return signer;
}

/** Keys of a folder, without their secrets. */
export function listKeys(folder: string): StoredKey[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.key.json'))
    .toSorted()
    .map((name) => {
      const file = join(folder, name);
      const key = JSON.parse(readFileSync(file, 'utf8')) as KeyFile;
      return { name: key.name, role: key.role, publicKey: key.public, file };
    });
}

/** Keys that were opened already, by file content and passphrase: opening is slow on purpose. */
const opened = new Map<string, Signer>();

/** Throws an Error when the passphrase is wrong or the file was changed. */
export function openKey(stored: StoredKey, passphrase: string): Signer {
  const content = readFileSync(stored.file, 'utf8');
  const known = opened.get(`${passphrase}\n${content}`);
  if (known) return known;
  const key = JSON.parse(content) as KeyFile;
  const decipher = createDecipheriv('aes-256-gcm', secretOf(passphrase, key.kdf), Buffer.from(key.cipher.iv, 'hex'));
  decipher.setAAD(Buffer.from(`${key.role} ${key.name} ${key.public}`));
  decipher.setAuthTag(Buffer.from(key.cipher.tag, 'hex'));
  let seed: Buffer;
  try {
    seed = Buffer.concat([decipher.update(Buffer.from(key.data, 'hex')), decipher.final()]);
  } catch {
    throw new Error(`${stored.file}: the passphrase is wrong, or the file was changed.`);
  }
  const signer = createSigner(key.name, seed);
  opened.set(`${passphrase}\n${content}`, signer);
  return signer;
}
