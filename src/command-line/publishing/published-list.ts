import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Metadata, parseMetadata, type RoleName } from '../../sync/metadata.ts';

/** A metadata file as published. */
export interface PublishedFile<R extends RoleName> {
  bytes: Uint8Array<ArrayBuffer>;
  metadata: Metadata<R>;
}

/** A published folder as it stands; roles are absent before the first list. */
export interface Published {
  root: PublishedFile<'root'>;
  timestamp?: PublishedFile<'timestamp'>;
  snapshot?: PublishedFile<'snapshot'>;
  targets?: PublishedFile<'targets'>;
}

/** Files to write, by path under the published folder, in the order in which they must appear. */
export type Files = Map<string, Uint8Array>;

function readRole<R extends RoleName>(role: R, path: string): PublishedFile<R> {
  const bytes = new Uint8Array(readFileSync(path));
  const parsed = parseMetadata(role, bytes);
  if (!parsed.ok) throw new Error(`${path}: ${parsed.error.message}`);
  return { bytes, metadata: parsed.value };
}

function newest(folder: string, role: RoleName): string | undefined {
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder).flatMap((name) => {
    const version = new RegExp(`^(\\d+)\\.${role}\\.json$`).exec(name)?.[1];
    return version ? [Number(version)] : [];
  });
  return versions.length > 0 ? join(folder, `${Math.max(...versions)}.${role}.json`) : undefined;
}

/** Reads the newest metadata of a published folder; undefined when it has no root yet. Throws an Error on a broken one. */
export function readPublished(folder: string): Published | undefined {
  const metadata = join(folder, 'metadata');
  const root = newest(metadata, 'root');
  if (!root) return undefined;
  const timestamp = join(metadata, 'timestamp.json');
  const [snapshot, targets] = [newest(metadata, 'snapshot'), newest(metadata, 'targets')];
  return {
    root: readRole('root', root),
    ...(existsSync(timestamp) && { timestamp: readRole('timestamp', timestamp) }),
    ...(snapshot && { snapshot: readRole('snapshot', snapshot) }),
    ...(targets && { targets: readRole('targets', targets) }),
  };
}

/** Reads a target file of the newest published list. */
export function readTarget(folder: string, published: Published, name: string): Uint8Array | undefined {
  const sha256 = published.targets?.metadata.signed.targets.get(name)?.hashes.sha256;
  const path = sha256 && join(folder, 'targets', `${sha256}.${name}`);
  return path && existsSync(path) ? new Uint8Array(readFileSync(path)) : undefined;
}

/** Writes files in their order, so that what a client finds first never names what is not there yet. */
export function writeFiles(folder: string, files: Files): void {
  for (const [path, bytes] of files) {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, bytes);
  }
}
