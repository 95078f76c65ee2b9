import type { ListStore, LiveList, Products, SyncHistory, SyncRecord } from '../../src/sync/list-store.ts';

/** What a store holds; kept apart, so that a "stopped" store can be opened again with what was written. */
export interface Kept {
  roots: Map<number, Uint8Array>;
  metadata: Map<string, Uint8Array>;
  files: Map<string, Uint8Array>;
  live?: LiveList;
  products: Record<string, Uint8Array>;
  history: SyncHistory;
}

export const emptyKept = (): Kept => ({
  roots: new Map(),
  metadata: new Map(),
  files: new Map(),
  products: {},
  history: {},
});

export function copyOf(kept: Kept): Kept {
  return {
    ...kept,
    roots: new Map(kept.roots),
    metadata: new Map(kept.metadata),
    files: new Map(kept.files),
    history: { ...kept.history },
  };
}

type Step = keyof ListStore;

/** A store in memory. `before` is told each step and may reject it, as a full disk or a stopped background does. */
export class MemoryStore implements ListStore {
  readonly kept: Kept;
  readonly #before: (step: Step, number: number, detail: string) => void;
  #steps = 0;

  constructor(kept: Kept = emptyKept(), before: (step: Step, number: number, detail: string) => void = () => {}) {
    this.kept = kept;
    this.#before = before;
  }

  get steps(): number {
    return this.#steps;
  }

  async #step(step: Step, detail = ''): Promise<void> {
    this.#steps++;
    this.#before(step, this.#steps, detail);
  }

  async root(): Promise<Uint8Array | undefined> {
    await this.#step('root');
    return this.kept.roots.get(Math.max(...this.kept.roots.keys()));
  }
  async putRoot(version: number, bytes: Uint8Array): Promise<void> {
    await this.#step('putRoot');
    this.kept.roots.set(version, bytes);
  }
  async metadata(role: string): Promise<Uint8Array | undefined> {
    await this.#step('metadata', role);
    return this.kept.metadata.get(role);
  }
  async putMetadata(role: string, bytes: Uint8Array): Promise<void> {
    await this.#step('putMetadata', role);
    this.kept.metadata.set(role, bytes);
  }
  async deleteMetadata(roles: string[]): Promise<void> {
    await this.#step('deleteMetadata');
    for (const role of roles) this.kept.metadata.delete(role);
  }
  async file(sha256: string): Promise<Uint8Array | undefined> {
    await this.#step('file');
    return this.kept.files.get(sha256);
  }
  async putFile(sha256: string, bytes: Uint8Array): Promise<void> {
    await this.#step('putFile');
    this.kept.files.set(sha256, bytes);
  }
  async live(): Promise<LiveList | undefined> {
    await this.#step('live');
    return this.kept.live;
  }
  async commit(list: LiveList, products?: Products): Promise<void> {
    await this.#step('commit');
    this.kept.live = list;
    if (products) {
      const before = this.kept.products;
      const entries = Object.entries(products).map(([name, made]) => [name, made === 'kept' ? before[name] : made]);
      this.kept.products = Object.fromEntries(entries) as Record<string, Uint8Array>;
    }
    const named = new Set(Object.values(list.packs).map(({ sha256 }) => sha256));
    for (const name of this.kept.files.keys()) if (!named.has(name)) this.kept.files.delete(name);
  }
  async record(record: SyncRecord): Promise<void> {
    await this.#step('record');
    this.kept.history = { ...this.kept.history, last: record, ...(record.ok && { lastGood: record }) };
  }
  async history(): Promise<SyncHistory> {
    return this.kept.history;
  }
}
