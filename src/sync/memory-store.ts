import type { ListStore, LiveList, Products, SyncHistory, SyncRecord } from './list-store.ts';

type Role = 'timestamp' | 'snapshot' | 'targets';

/** A store that forgets: for looking at a list before it is added. What it holds can be moved to a store that stays. */
export class MemoryStore implements ListStore {
  #root: { version: number; bytes: Uint8Array } | undefined;
  readonly #metadata = new Map<Role, Uint8Array>();
  readonly #files = new Map<string, Uint8Array>();
  #live: { list: LiveList; products: Record<string, Uint8Array> } | undefined;
  readonly #history: SyncHistory = {};

  root = async () => this.#root?.bytes;
  metadata = async (role: Role) => this.#metadata.get(role);
  putMetadata = async (role: Role, bytes: Uint8Array) => void this.#metadata.set(role, bytes);
  file = async (sha256: string) => this.#files.get(sha256);
  putFile = async (sha256: string, bytes: Uint8Array) => void this.#files.set(sha256, bytes);
  live = async () => this.#live?.list;
  history = async () => this.#history;

  async putRoot(version: number, bytes: Uint8Array): Promise<void> {
    this.#root = { version, bytes };
  }

  async deleteMetadata(roles: Role[]): Promise<void> {
    for (const role of roles) this.#metadata.delete(role);
  }

  async commit(list: LiveList, products?: Products): Promise<void> {
    const before = this.#live?.products ?? {};
    const made = Object.entries(products ?? before).flatMap(([name, product]) => {
      const bytes = product === 'kept' ? before[name] : product;
      return bytes ? [[name, bytes] as const] : [];
    });
    this.#live = { list, products: Object.fromEntries(made) };
  }

  async record(record: SyncRecord): Promise<void> {
    this.#history.last = record;
    if (record.ok) this.#history.lastGood = record;
  }

  product(name: string): Uint8Array | undefined {
    return this.#live?.products[name];
  }

  /** Writes everything to another store, in the order in which the client writes. */
  async moveTo(store: ListStore): Promise<void> {
    if (this.#root) await store.putRoot(this.#root.version, this.#root.bytes);
    for (const role of ['timestamp', 'snapshot', 'targets'] as const) {
      const bytes = this.#metadata.get(role);
      if (bytes) await store.putMetadata(role, bytes);
    }
    for (const [sha256, bytes] of this.#files) await store.putFile(sha256, bytes);
    if (this.#live) await store.commit(this.#live.list, this.#live.products);
    if (this.#history.last) await store.record(this.#history.last);
  }
}
