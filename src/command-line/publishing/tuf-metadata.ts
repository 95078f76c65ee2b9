import { createHash } from 'node:crypto';
import type { RoleName } from '../../sync/metadata.ts';
import type { JsonObject } from '../../sync/strict-json.ts';
import { keyEntry, keyIdOf } from './tuf-signing.ts';

const SPECIFICATION = '1.0.31';

export interface RoleSpec {
  /** Lowercase hex. */
  publicKeys: string[];
  threshold: number;
}

export type RoleSpecs = Record<RoleName, RoleSpec>;

interface Head {
  version: number;
  expires: Date;
}

function head(type: RoleName, { version, expires }: Head): JsonObject {
  return {
    _type: type,
    spec_version: SPECIFICATION,
    version,
    expires: expires.toISOString().replace(/\.\d+Z$/, 'Z'),
  };
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Names a metadata file by version, length and hash. */
function metaFile(version: number, bytes: Uint8Array): JsonObject {
  return { version, length: bytes.length, hashes: { sha256: sha256(bytes) } };
}

export function makeRoot(roles: RoleSpecs, given: Head): JsonObject {
  const publicKeys = [...new Set(Object.values(roles).flatMap((role) => role.publicKeys))];
  return {
    ...head('root', given),
    consistent_snapshot: true,
    keys: Object.fromEntries(publicKeys.map((key) => [keyIdOf(key), keyEntry(key)])),
    roles: Object.fromEntries(
      Object.entries(roles).map(([role, spec]) => [
        role,
        { keyids: spec.publicKeys.map(keyIdOf).sort(), threshold: spec.threshold },
      ]),
    ),
  };
}

export interface TargetEntry {
  bytes: Uint8Array;
  custom: JsonObject;
}

export function makeTargets(files: ReadonlyMap<string, TargetEntry>, given: Head): JsonObject {
  const targets = [...files].map(([name, { bytes, custom }]) => [
    name,
    { length: bytes.length, hashes: { sha256: sha256(bytes) }, custom },
  ]);
  return { ...head('targets', given), targets: Object.fromEntries(targets) };
}

export function makeSnapshot(targets: { version: number; bytes: Uint8Array }, given: Head): JsonObject {
  return { ...head('snapshot', given), meta: { 'targets.json': metaFile(targets.version, targets.bytes) } };
}

export function makeTimestamp(snapshot: { version: number; bytes: Uint8Array }, given: Head): JsonObject {
  return { ...head('timestamp', given), meta: { 'snapshot.json': metaFile(snapshot.version, snapshot.bytes) } };
}
