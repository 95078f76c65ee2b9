import type { Flag, StorageState } from '../messages.ts';
import type { GuardedDatabase } from './guarded.ts';
import type { VerdictCache } from './verdict-cache.ts';

/** Adverts kept as evidence. `Flag.id` is the content id, so that an advert is flagged once. */
export class Flags {
  readonly #database: GuardedDatabase;
  readonly #cache: VerdictCache;

  constructor(database: GuardedDatabase, cache: VerdictCache) {
    this.#database = database;
    this.#cache = cache;
  }

  /**
   * Keeps a flag. Evidence that would vanish with the browser is worse than none, so there is no copy in memory:
   * either it is on disk, or the answer says why not.
   */
  async add(flag: Flag): Promise<StorageState> {
    let outcome = await this.#database.run('insist', ({ flags }) => flags.put(flag));
    if (!outcome.ok && outcome.fault === 'full') {
      await this.#cache.clear();
      outcome = await this.#database.run('insist', ({ flags }) => flags.put(flag));
    }
    return outcome.ok ? { ok: true } : outcome;
  }

  async remove(id: string): Promise<StorageState> {
    const outcome = await this.#database.run('insist', ({ flags }) => flags.delete(id));
    return outcome.ok ? { ok: true } : outcome;
  }

  /** All flags, newest first. */
  async all(): Promise<{ flags: Flag[]; storage: StorageState }> {
    const outcome = await this.#database.run('insist', ({ flags }) => flags.orderBy('at').reverse().toArray());
    return outcome.ok ? { flags: outcome.value, storage: { ok: true } } : { flags: [], storage: outcome };
  }

  /** Which of these content ids are flagged. */
  async which(ids: string[]): Promise<Set<string>> {
    const outcome = await this.#database.run('read', ({ flags }) => flags.where('id').anyOf(ids).primaryKeys());
    return new Set(outcome.ok ? outcome.value : []);
  }
}
