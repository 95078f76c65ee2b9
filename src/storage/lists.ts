import type { ListChangeRow, ListRow, SubscriptionRow } from './database.ts';
import type { GuardedDatabase, Outcome } from './guarded.ts';

export const CORE_LIST = 'core';

/** Changes kept for each list: enough to say what became different this month. */
const CHANGES_KEPT = 20;

/** Which lists there are and what became different in them. What a list holds is kept by `StoredList`. */
export class Lists {
  readonly #database: GuardedDatabase;

  constructor(database: GuardedDatabase) {
    this.#database = database;
  }

  /** Every list with a row of its own; `core` has none before its first attempt. */
  all(): Promise<Outcome<ListRow[]>> {
    return this.#database.run('read', ({ lists }) => lists.toArray());
  }

  /** Sets when a list is to be looked at again. */
  plan(id: string, nextAt: string): Promise<Outcome<unknown>> {
    return this.#database.run('write', ({ lists }) =>
      lists.db.transaction('rw', lists, async () => {
        const before = await lists.get(id);
        if (before || id === CORE_LIST) await lists.put({ ...(before ?? { id, history: {} }), nextAt });
      }),
    );
  }

  /** Subscribes, or changes what is known of a subscription. */
  add(id: string, subscription: SubscriptionRow): Promise<Outcome<unknown>> {
    return this.#database.run('insist', ({ lists }) =>
      lists.db.transaction('rw', lists, async () => {
        const before = (await lists.get(id)) ?? { id, history: {} };
        await lists.put({ ...before, subscription });
      }),
    );
  }

  /** Removes a list with everything that was kept of it. Verdicts go too: they may rest on its signs. */
  remove(id: string): Promise<Outcome<unknown>> {
    return this.#database.run('insist', (database) => {
      const { lists, listFiles, listChanges, verdicts } = database;
      return database.transaction('rw', lists, listFiles, listChanges, verdicts, async () => {
        await lists.delete(id);
        await listFiles.where('list').equals(id).delete();
        await listChanges.where('list').equals(id).delete();
        await verdicts.clear();
      });
    });
  }

  /** What became different, newest first. */
  async changes(list: string): Promise<ListChangeRow[]> {
    const outcome = await this.#database.run('read', ({ listChanges }) =>
      listChanges.where('list').equals(list).reverse().sortBy('id'),
    );
    return outcome.ok ? outcome.value.slice(0, CHANGES_KEPT) : [];
  }

  /** Lets go of changes that are no longer shown. */
  async prune(list: string): Promise<void> {
    await this.#database.run('write', async ({ listChanges }) => {
      const keys = await listChanges.where('list').equals(list).primaryKeys();
      await listChanges.bulkDelete(keys.sort((a, b) => b - a).slice(CHANGES_KEPT));
    });
  }
}
