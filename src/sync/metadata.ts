import { fromHex } from './hex.ts';
import { type Json, JsonFault, type JsonObject, parseStrictJson } from './strict-json.ts';
import { fault, type Result } from './sync-error.ts';

export type RoleName = 'root' | 'timestamp' | 'snapshot' | 'targets';

export interface RoleKeys {
  keyids: string[];
  threshold: number;
}

/** What a parent role says about a metadata file. */
export interface MetaFile {
  version: number;
  length?: number;
  /** Lowercase hex by algorithm. */
  hashes?: Record<string, string>;
}

/** What targets metadata says about a file. */
export interface TargetFile {
  length: number;
  hashes: Record<string, string>;
  custom: JsonObject;
}

interface Signed {
  version: number;
  /** Milliseconds since 1970. */
  expires: number;
}
export interface Root extends Signed {
  /** Ed25519 public keys by key id; keys of other kinds are left out and thus never count. */
  keys: Map<string, Uint8Array<ArrayBuffer>>;
  roles: Record<RoleName, RoleKeys>;
  consistentSnapshot: boolean;
}
export interface Timestamp extends Signed {
  snapshot: MetaFile;
}
export interface Snapshot extends Signed {
  meta: Map<string, MetaFile>;
}
export interface Targets extends Signed {
  targets: Map<string, TargetFile>;
}
export interface SignedByRole {
  root: Root;
  timestamp: Timestamp;
  snapshot: Snapshot;
  targets: Targets;
}

export interface Metadata<R extends RoleName> {
  role: R;
  signed: SignedByRole[R];
  /** What the signatures were made over, still as JSON. */
  raw: JsonObject;
  /** Hex by key id. */
  signatures: Map<string, string>;
}

class WrongType extends Error {}

function expect<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new WrongType(what);
  return value;
}

function object(value: Json | undefined, what: string): JsonObject {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new WrongType(`${what}: an object`);
  return value;
}

function text(value: Json | undefined, what: string): string {
  return expect(typeof value === 'string' ? value : undefined, `${what}: text`);
}

function number(value: Json | undefined, least: number, what: string): number {
  const fits = typeof value === 'number' && value >= least;
  return expect(fits ? value : undefined, `${what}: a whole number of at least ${least}`);
}

function hashes(value: Json | undefined, what: string): Record<string, string> {
  const entries = Object.entries(object(value, what)).map(([name, hash]) => [name, text(hash, `${what}.${name}`)]);
  return Object.fromEntries(entries) as Record<string, string>;
}

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

function common(signed: JsonObject): Signed {
  const expires = text(signed.expires, 'expires');
  const time = TIME.test(expires) ? Date.parse(expires) : Number.NaN;
  if (Number.isNaN(time)) throw new WrongType('expires: a time such as 2026-11-22T20:00:00Z');
  return { version: number(signed.version, 1, 'version'), expires: time };
}

function roleKeys(value: Json | undefined, what: string): RoleKeys {
  const role = object(value, what);
  const keyids = expect(Array.isArray(role.keyids) ? role.keyids : undefined, `${what}.keyids: a list`);
  const ids = keyids.map((id) => text(id, `${what}.keyids`));
  if (new Set(ids).size !== ids.length) throw new WrongType(`${what}.keyids: no id twice`);
  return { keyids: ids, threshold: number(role.threshold, 1, `${what}.threshold`) };
}

function readRoot(signed: JsonObject): Root {
  const keys: Root['keys'] = new Map();
  for (const [id, value] of Object.entries(object(signed.keys, 'keys'))) {
    const key = object(value, `keys.${id}`);
    const kind = text(key.keytype, `keys.${id}.keytype`);
    const scheme = text(key.scheme, `keys.${id}.scheme`);
    const keyval = object(key.keyval, `keys.${id}.keyval`);
    if (kind !== 'ed25519' || scheme !== 'ed25519') continue;
    keys.set(id, expect(fromHex(text(keyval.public, `keys.${id}.keyval.public`), 32), `keys.${id}: 64 hex digits`));
  }
  const roles = object(signed.roles, 'roles');
  return {
    ...common(signed),
    keys,
    roles: {
      root: roleKeys(roles.root, 'roles.root'),
      timestamp: roleKeys(roles.timestamp, 'roles.timestamp'),
      snapshot: roleKeys(roles.snapshot, 'roles.snapshot'),
      targets: roleKeys(roles.targets, 'roles.targets'),
    },
    consistentSnapshot: expect(
      typeof signed.consistent_snapshot === 'boolean' ? signed.consistent_snapshot : undefined,
      'consistent_snapshot: true or false',
    ),
  };
}

function metaFile(value: Json | undefined, what: string): MetaFile {
  const file = object(value, what);
  return {
    version: number(file.version, 1, `${what}.version`),
    ...(file.length !== undefined && { length: number(file.length, 0, `${what}.length`) }),
    ...(file.hashes !== undefined && { hashes: hashes(file.hashes, `${what}.hashes`) }),
  };
}

function readTimestamp(signed: JsonObject): Timestamp {
  return { ...common(signed), snapshot: metaFile(object(signed.meta, 'meta')['snapshot.json'], 'meta.snapshot.json') };
}

function readSnapshot(signed: JsonObject): Snapshot {
  const meta = Object.entries(object(signed.meta, 'meta'));
  return { ...common(signed), meta: new Map(meta.map(([name, file]) => [name, metaFile(file, `meta.${name}`)])) };
}

function readTargets(signed: JsonObject): Targets {
  const targets = Object.entries(object(signed.targets, 'targets')).map(([name, value]): [string, TargetFile] => {
    const file = object(value, `targets.${name}`);
    return [
      name,
      {
        length: number(file.length, 0, `targets.${name}.length`),
        hashes: hashes(file.hashes, `targets.${name}.hashes`),
        custom: file.custom === undefined ? {} : object(file.custom, `targets.${name}.custom`),
      },
    ];
  });
  return { ...common(signed), targets: new Map(targets) };
}

const READERS: { [R in RoleName]: (signed: JsonObject) => SignedByRole[R] } = {
  root: readRoot,
  timestamp: readTimestamp,
  snapshot: readSnapshot,
  targets: readTargets,
};

function readSignatures(value: Json | undefined): Map<string, string> {
  const list = expect(Array.isArray(value) ? value : undefined, 'signatures: a list');
  const signatures = new Map<string, string>();
  for (const entry of list) {
    const signature = object(entry, 'signatures');
    const id = text(signature.keyid, 'signatures.keyid');
    if (signatures.has(id)) throw new WrongType('signatures: no key id twice');
    signatures.set(id, text(signature.sig, 'signatures.sig'));
  }
  return signatures;
}

/** Parses one metadata file strictly (TUF 1.0, section 4). Keys that it does not know are skipped, as the clause asks. */
export function parseMetadata<R extends RoleName>(role: R, bytes: Uint8Array): Result<Metadata<R>> {
  try {
    const file = object(parseStrictJson(bytes), 'the file');
    const raw = object(file.signed, 'signed');
    const type = text(raw._type, 'signed._type');
    // A file of one role must never pass for another: keys may be shared between roles.
    if (type !== role)
      return fault('wrong-role', role, `This is ${type.slice(0, 40)} metadata in the place of ${role}.`);
    const specification = text(raw.spec_version, 'spec_version');
    if (!/^1(\.\d+){1,2}$/.test(specification))
      return fault(
        'unsupported',
        role,
        `Written for version ${specification.slice(0, 20)} of TUF; this client reads 1.`,
      );
    return { ok: true, value: { role, signed: READERS[role](raw), raw, signatures: readSignatures(file.signatures) } };
  } catch (error) {
    if (error instanceof JsonFault)
      return fault(error.duplicate ? 'duplicate-key' : 'not-json', role, `The ${role} file: ${error.message}.`);
    if (error instanceof WrongType) return fault('wrong-type', role, `The ${role} file: expected ${error.message}.`);
    throw error;
  }
}
