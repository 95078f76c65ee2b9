import type { ListRow, LurewatchDatabase } from './database.ts';
import type { GuardedDatabase } from './guarded.ts';
import { CORE_LIST } from './lists.ts';

/** Megabytes on the flash memory of a cheap phone. */
const PATIENCE_MS = 30_000;

/** What the sync client calls live; it names the pack files that must stay. */
interface LiveFiles {
  packs: Partial<Record<string, { sha256: string }>>;
}

const rowName = {
  root: 'root',
  metadata: (role: string) => `metadata/${role}`,
  file: (sha256: string) => `files/${sha256}`,
  product: (name: string) => `products/${name}`,
};

/**
 * One synced list in the database, as the sync client wants its store (`ListStore` of the client, which this part may
 * not import: the shapes of what is live and of an attempt are given by whoever joins the two).
 *
 * Methods reject with a `QuotaExceededError` when the disk is full and with an Error otherwise.
 */
export class StoredList<Live extends LiveFiles, Attempt extends { ok: boolean }> {
  readonly id: string;
  readonly #database: GuardedDatabase;
  /** Told in the transaction that makes a list live, so that both are kept or neither. */
  readonly #describe?: (list: Live) => { at: string; change: unknown } | null;

  constructor(
    id: string,
    database: GuardedDatabase,
    describe?: (list: Live) => { at: string; change: unknown } | null,
  ) {
    this.id = id;
    this.#database = database;
    if (describe) this.#describe = describe;
  }

  root(): Promise<Uint8Array | undefined> {
    return this.#bytes(rowName.root);
  }

  async putRoot(_version: number, bytes: Uint8Array): Promise<void> {
    await this.#put(rowName.root, bytes);
  }

  metadata(role: string): Promise<Uint8Array | undefined> {
    return this.#bytes(rowName.metadata(role));
  }

  async putMetadata(role: string, bytes: Uint8Array): Promise<void> {
    await this.#put(rowName.metadata(role), bytes);
  }

  async deleteMetadata(roles: string[]): Promise<void> {
    await this.#run('insist', ({ listFiles }) =>
      listFiles.bulkDelete(roles.map((role): [string, string] => [this.id, rowName.metadata(role)])),
    );
  }

  file(sha256: string): Promise<Uint8Array | undefined> {
    return this.#bytes(rowName.file(sha256));
  }

  async putFile(sha256: string, bytes: Uint8Array): Promise<void> {
    await this.#put(rowName.file(sha256), bytes);
  }

  /** Something made from the live packs when they became live, e.g. the compiled rules. */
  product(name: string): Promise<Uint8Array | undefined> {
    return this.#bytes(rowName.product(name));
  }

  /** Replaces a product of the live list, e.g. after an update of the extension that compiles differently. */
  async putProduct(name: string, bytes: Uint8Array): Promise<void> {
    await this.#put(rowName.product(name), bytes);
  }

  async live(): Promise<Live | undefined> {
    return (await this.#run('read', ({ lists }) => lists.get(this.id)))?.live as Live | undefined;
  }

  /** Whether a product is there, without reading it. */
  async hasProduct(name: string): Promise<boolean> {
    const count = await this.#run('read', ({ listFiles }) =>
      listFiles
        .where('[list+name]')
        .equals([this.id, rowName.product(name)])
        .count(),
    );
    return (count ?? 0) > 0;
  }

  /**
   * One transaction: the new list with its products is live afterwards, or nothing changed. Without products, those of
   * before stay; so does one that is given as `kept`.
   */
  async commit(list: Live, products?: Record<string, Uint8Array | 'kept'>): Promise<void> {
    const described = products ? (this.#describe?.(list) ?? null) : null;
    await this.#run('insist', (database) => {
      const { lists, listFiles, listChanges } = database;
      return database.transaction('rw', lists, listFiles, listChanges, async () => {
        const before = await this.#row(database);
        await listFiles.bulkPut(
          Object.entries(products ?? {}).flatMap(([name, bytes]) =>
            bytes === 'kept' ? [] : [{ list: this.id, name: rowName.product(name), bytes }],
          ),
        );
        await lists.put({ ...before, live: list });
        await listFiles.bulkDelete(await this.#unnamed(database, [list, before.live as Live | undefined], products));
        if (described) await listChanges.add({ list: this.id, ...described });
      });
    });
  }

  /** Remembers an attempt; a failure leaves the last success as it is. */
  async record(attempt: Attempt): Promise<void> {
    await this.#run('insist', (database) =>
      database.transaction('rw', database.lists, async () => {
        const before = await this.#row(database);
        const history = { ...before.history, last: attempt, ...(attempt.ok ? { lastGood: attempt } : {}) };
        const failures = attempt.ok ? 0 : (before.failures ?? 0) + 1;
        await database.lists.put({ ...before, history, failures });
      }),
    );
  }

  async history(): Promise<{ last?: Attempt; lastGood?: Attempt }> {
    const row = await this.#run('read', ({ lists }) => lists.get(this.id));
    return (row?.history ?? {}) as { last?: Attempt; lastGood?: Attempt };
  }

  /** Names of pack files that neither list names, and of products that were not made anew. */
  async #unnamed(
    { listFiles }: LurewatchDatabase,
    named: (Live | undefined)[],
    products: Record<string, unknown> | undefined,
  ): Promise<[string, string][]> {
    const keep = new Set([
      ...named.flatMap((list) => Object.values(list?.packs ?? {}).map((pack) => rowName.file(pack!.sha256))),
      ...Object.keys(products ?? {}).map(rowName.product),
    ]);
    const kinds = products ? /^(files|products)\// : /^files\//;
    const keys = (await listFiles.where('list').equals(this.id).primaryKeys()) as [string, string][];
    return keys.filter(([, name]) => kinds.test(name) && !keep.has(name));
  }

  /** A sync that still runs after its subscription was removed must not write it back. */
  async #row({ lists }: LurewatchDatabase): Promise<ListRow> {
    const row = await lists.get(this.id);
    if (!row && this.id !== CORE_LIST) throw new Error(`The list ${this.id} was removed.`);
    return row ?? { id: this.id, history: {} };
  }

  async #bytes(name: string): Promise<Uint8Array | undefined> {
    return (await this.#run('read', ({ listFiles }) => listFiles.get([this.id, name])))?.bytes;
  }

  async #put(name: string, bytes: Uint8Array): Promise<void> {
    await this.#run('insist', (database) =>
      database.transaction('rw', database.lists, database.listFiles, async () => {
        await this.#row(database);
        await database.listFiles.put({ list: this.id, name, bytes });
      }),
    );
  }

  async #run<T>(how: 'read' | 'insist', work: (database: LurewatchDatabase) => Promise<T>): Promise<T> {
    const outcome = await this.#database.run(how, work, PATIENCE_MS);
    if (outcome.ok) return outcome.value;
    const full = outcome.fault === 'full';
    throw new DOMException(`The list could not be kept: ${outcome.fault}.`, full ? 'QuotaExceededError' : 'AbortError');
  }
}
