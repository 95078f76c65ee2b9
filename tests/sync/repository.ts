import type { ListFiles } from '../../src/command-line/publishing/build-list.ts';
import { planList } from '../../src/command-line/publishing/publish-list.ts';
import type { Published } from '../../src/command-line/publishing/published-list.ts';
import { planRotation, type Rotation } from '../../src/command-line/publishing/rotate-keys.ts';
import {
  makeRoot,
  makeSnapshot,
  makeTimestamp,
  type RoleSpecs,
  sha256,
} from '../../src/command-line/publishing/tuf-metadata.ts';
import { createSigner, type Signer, signMetadata } from '../../src/command-line/publishing/tuf-signing.ts';
import { parseMetadata, type RoleName } from '../../src/sync/metadata.ts';
import { type JsonObject, parseStrictJson } from '../../src/sync/strict-json.ts';

export const NOW = new Date('2026-11-22T12:00:00Z');
export const days = (count: number, from = NOW): Date => new Date(from.getTime() + count * 86_400_000);

/** The same key for the same name, so that runs are alike. */
export function testKey(name: string): Signer {
  return createSigner(name, Buffer.from(sha256(Buffer.from(`test key ${name}`)), 'hex'));
}

export const KEYS = {
  root: ['root-1', 'root-2', 'root-3'].map(testKey),
  targets: ['targets-1', 'targets-2'].map(testKey),
  snapshot: [testKey('snapshot-1')],
  timestamp: [testKey('timestamp-1')],
};
export const THIEF = testKey('thief');

export type Files = Map<string, Uint8Array>;

const specs: RoleSpecs = {
  root: { publicKeys: KEYS.root.map(({ publicKey }) => publicKey), threshold: 2 },
  targets: { publicKeys: KEYS.targets.map(({ publicKey }) => publicKey), threshold: 2 },
  snapshot: { publicKeys: KEYS.snapshot.map(({ publicKey }) => publicKey), threshold: 1 },
  timestamp: { publicKeys: KEYS.timestamp.map(({ publicKey }) => publicKey), threshold: 1 },
};

export const ROOT = signMetadata(makeRoot(specs, { version: 1, expires: days(1000) }), KEYS.root.slice(0, 2));

export function jsonOf(
  files: Files,
  path: string,
): { signed: JsonObject; signatures: { keyid: string; sig: string }[] } {
  return parseStrictJson(files.get(path)!) as never;
}

function read<R extends RoleName>(role: R, bytes: Uint8Array) {
  const parsed = parseMetadata(role, bytes);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return { bytes: bytes as Uint8Array<ArrayBuffer>, metadata: parsed.value };
}

/** A publisher with all keys; `files` is what a mirror would serve. */
export class TestRepository {
  readonly files: Files = new Map([['metadata/1.root.json', ROOT]]);
  signers: Signer[] = Object.values(KEYS).flat();
  root = 1;

  get published(): Published {
    const newest = (role: 'snapshot' | 'targets'): number =>
      Math.max(
        ...[...this.files.keys()].map((path) => Number(new RegExp(`/(\\d+)\\.${role}\\.`).exec(path)?.[1] ?? 0)),
      );
    const root = read('root', this.files.get(`metadata/${this.root}.root.json`)!);
    if (!this.files.has('metadata/timestamp.json')) return { root };
    return {
      root,
      timestamp: read('timestamp', this.files.get('metadata/timestamp.json')!),
      snapshot: read('snapshot', this.files.get(`metadata/${newest('snapshot')}.snapshot.json`)!),
      targets: read('targets', this.files.get(`metadata/${newest('targets')}.targets.json`)!),
    };
  }

  async publish(list: ListFiles, now = NOW): Promise<void> {
    const plan = await planList(list, { published: this.published, signers: this.signers, date: now, now });
    if (plan.missing.length > 0) throw new Error(JSON.stringify(plan.missing));
    for (const [path, bytes] of plan.files) this.files.set(path, bytes);
  }

  async rotate(rotation: Rotation, now = NOW): Promise<void> {
    const plan = await planRotation(rotation, { published: this.published, signers: this.signers, date: now, now });
    if (plan.missing.length > 0) throw new Error(JSON.stringify(plan.missing));
    for (const [path, bytes] of plan.files) this.files.set(path, bytes);
    this.root++;
  }

  copy(): Files {
    return new Map(this.files);
  }
}

/** Signs a changed metadata file anew. */
export function resign(
  files: Files,
  path: string,
  change: object,
  signers: readonly Signer[],
): Uint8Array<ArrayBuffer> {
  const bytes = signMetadata({ ...jsonOf(files, path).signed, ...change } as JsonObject, signers);
  files.set(path, bytes);
  return bytes;
}

/** What whoever stole the snapshot and timestamp keys can do: name any targets file. */
export function nameTargets(files: Files, targets: { version: number; bytes: Uint8Array }, version: number): void {
  const snapshot = signMetadata(makeSnapshot(targets, { version, expires: days(30) }), KEYS.snapshot);
  files.set(`metadata/${version}.snapshot.json`, snapshot);
  nameSnapshot(files, { version, bytes: snapshot }, version);
}

/** What whoever stole the timestamp key can do: name any snapshot. */
export function nameSnapshot(files: Files, snapshot: { version: number; bytes: Uint8Array }, version: number): void {
  const timestamp = signMetadata(makeTimestamp(snapshot, { version, expires: days(3) }), KEYS.timestamp);
  files.set('metadata/timestamp.json', timestamp);
}
