import type { Dismissal } from './database.ts';
import type { GuardedDatabase } from './guarded.ts';

type As = Dismissal['as'];

/** Warnings put away, by content id. Where there is no database they hold while the background runs. */
export class Dismissals {
  readonly #database: GuardedDatabase;
  readonly #now: () => Date;
  /** What the database may not know: put away in a private window, or while storage failed. */
  readonly #memory = new Map<string, As | null>();

  constructor(database: GuardedDatabase, now: () => Date = () => new Date()) {
    this.#database = database;
    this.#now = now;
  }

  /** `as` null takes the dismissal back. `onDisk` is false for private windows. */
  async set(id: string, as: As | null, onDisk = true): Promise<void> {
    const outcome = onDisk
      ? await this.#database.run<unknown>('insist', ({ dismissals }) =>
          as ? dismissals.put({ id, as, at: this.#now().toISOString() }) : dismissals.delete(id),
        )
      : null;
    if (outcome?.ok) this.#memory.delete(id);
    else this.#memory.set(id, as);
  }

  async get(ids: string[]): Promise<Map<string, As>> {
    const found = new Map<string, As>();
    const outcome = await this.#database.run('read', ({ dismissals }) => dismissals.bulkGet(ids));
    if (outcome.ok) for (const row of outcome.value) if (row) found.set(row.id, row.as);
    for (const id of ids) {
      const as = this.#memory.get(id);
      if (as) found.set(id, as);
      else if (as === null) found.delete(id);
    }
    return found;
  }
}
