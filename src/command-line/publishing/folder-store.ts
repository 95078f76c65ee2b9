import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { ListStore, LiveList, Products, SyncHistory, SyncRecord } from '../../sync/list-store.ts';
import { sha256 } from './tuf-metadata.ts';

/** What `live.json` holds: the list and the files of what was made from it. One file, so that one rename makes both live. */
interface LiveFile {
  list: LiveList;
  /** SHA-256 by product name. */
  products: Record<string, string>;
}

/** Written beside and renamed, after its bytes are on the disk: readers see the old file or the new one, never a part. */
function writeWhole(path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.new`;
  const file = openSync(beside, 'w');
  try {
    const buffer = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
    for (let at = 0; at < buffer.length; ) at += writeSync(file, buffer, at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(beside, path);
}

function read(path: string): Uint8Array | undefined {
  if (!existsSync(path)) return undefined;
  const { buffer, byteOffset, length } = readFileSync(path);
  return new Uint8Array(buffer, byteOffset, length);
}

function readJson<T>(path: string): T | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch {
    // Absent or damaged: as if nothing had been live, so that the next check mends it.
    return undefined;
  }
}

/** A folder as the client's store, for the command line. */
export class FolderStore implements ListStore {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  #path(...parts: string[]): string {
    return join(this.#folder, ...parts);
  }

  async root(): Promise<Uint8Array | undefined> {
    const folder = this.#path('roots');
    if (!existsSync(folder)) return undefined;
    const versions = readdirSync(folder).flatMap((name) =>
      /^\d+\.json$/.test(name) ? [Number.parseInt(name, 10)] : [],
    );
    return versions.length > 0 ? read(join(folder, `${Math.max(...versions)}.json`)) : undefined;
  }

  async putRoot(version: number, bytes: Uint8Array): Promise<void> {
    writeWhole(this.#path('roots', `${version}.json`), bytes);
  }

  async metadata(role: string): Promise<Uint8Array | undefined> {
    return read(this.#path('metadata', `${role}.json`));
  }

  async putMetadata(role: string, bytes: Uint8Array): Promise<void> {
    writeWhole(this.#path('metadata', `${role}.json`), bytes);
  }

  async deleteMetadata(roles: string[]): Promise<void> {
    for (const role of roles) rmSync(this.#path('metadata', `${role}.json`), { force: true });
  }

  async file(hash: string): Promise<Uint8Array | undefined> {
    return read(this.#path('files', hash));
  }

  async putFile(hash: string, bytes: Uint8Array): Promise<void> {
    writeWhole(this.#path('files', hash), bytes);
  }

  async live(): Promise<LiveList | undefined> {
    return readJson<LiveFile>(this.#path('live.json'))?.list;
  }

  async commit(list: LiveList, products?: Products): Promise<void> {
    const before = readJson<LiveFile>(this.#path('live.json'))?.products ?? {};
    const kept: Record<string, string> = products ? {} : before;
    for (const [name, product] of Object.entries(products ?? {})) {
      if (product !== 'kept') {
        kept[name] = sha256(product);
        await this.putFile(kept[name], product);
      } else if (before[name]) kept[name] = before[name];
    }
    writeWhole(this.#path('live.json'), `${JSON.stringify({ list, products: kept } satisfies LiveFile)}\n`);
    this.#deleteAllBut(new Set([...Object.values(list.packs).map((pack) => pack.sha256), ...Object.values(kept)]));
  }

  /** Whether something of this name was made from the live packs. */
  hasProduct(name: string): boolean {
    return readJson<LiveFile>(this.#path('live.json'))?.products[name] !== undefined;
  }

  #deleteAllBut(hashes: ReadonlySet<string>): void {
    try {
      for (const name of readdirSync(this.#path('files')))
        if (!hashes.has(name)) rmSync(this.#path('files', name), { force: true });
    } catch {
      // What could not be deleted takes room and nothing else.
    }
  }

  async record(record: SyncRecord): Promise<void> {
    const history = await this.history();
    const next: SyncHistory = { ...history, last: record, ...(record.ok && { lastGood: record }) };
    writeWhole(this.#path('history.json'), `${JSON.stringify(next)}\n`);
  }

  async history(): Promise<SyncHistory> {
    return readJson<SyncHistory>(this.#path('history.json')) ?? {};
  }

  /** Something made from the live packs, e.g. the compiled rules. */
  async product(name: string): Promise<Uint8Array | undefined> {
    const hash = readJson<LiveFile>(this.#path('live.json'))?.products[name];
    return hash === undefined ? undefined : this.file(hash);
  }

  /** Whether every file of what is live is there and whole. */
  isWhole(): boolean {
    const live = readJson<LiveFile>(this.#path('live.json'));
    const hashes = live && [
      ...Object.values(live.list.packs).map((pack) => pack.sha256),
      ...Object.values(live.products),
    ];
    return (
      hashes?.every((hash) => {
        const bytes = read(this.#path('files', hash));
        return bytes !== undefined && sha256(bytes) === hash;
      }) === true
    );
  }
}
