import type { Verdict } from '../engine/verdict.ts';
import type { GuardedDatabase } from './guarded.ts';

const DAY_MS = 86_400_000;

export interface VerdictCacheOptions {
  /** Verdicts kept on disk; the least recently used go first. */
  cap?: number;
  /** Verdicts kept in memory while the background runs. */
  memoryCap?: number;
  now?: () => number;
}

/**
 * Verdicts by content id and list version. Memory first, then the database; where there is no database, memory alone.
 */
export class VerdictCache {
  readonly #database: GuardedDatabase;
  readonly #cap: number;
  readonly #memoryCap: number;
  readonly #now: () => number;
  readonly #memory = new Map<string, Verdict>();
  #written = 0;

  constructor(database: GuardedDatabase, { cap = 5000, memoryCap = 1000, now = Date.now }: VerdictCacheOptions = {}) {
    this.#database = database;
    this.#cap = cap;
    this.#memoryCap = memoryCap;
    this.#now = now;
  }

  /** Known verdicts by content id. */
  async get(contentIds: string[], list: string): Promise<Map<string, Verdict>> {
    const found = new Map<string, Verdict>();
    const missing: string[] = [];
    for (const id of contentIds) {
      const key = cacheKey(id, list);
      const verdict = this.#memory.get(key);
      if (!verdict || hasLapsed(verdict, this.#now())) missing.push(id);
      else {
        found.set(id, verdict);
        this.#remember(key, verdict);
      }
    }
    if (missing.length === 0) return found;
    const today = Math.floor(this.#now() / DAY_MS);
    const outcome = await this.#database.run('read', async ({ verdicts }) => {
      const rows = await verdicts.bulkGet(missing.map((id) => cacheKey(id, list)));
      const stale = rows.filter((row) => row && row.usedOn < today);
      if (stale.length > 0) await verdicts.bulkPut(stale.map((row) => ({ ...row!, usedOn: today })));
      return rows;
    });
    if (outcome.ok) {
      for (const [index, row] of outcome.value.entries()) {
        if (!row || hasLapsed(row.verdict, this.#now())) continue;
        found.set(missing[index]!, row.verdict);
        this.#remember(row.id, row.verdict);
      }
    }
    return found;
  }

  /** Keeps new verdicts. `onDisk` is false for private windows, of which nothing may stay. */
  async put(verdicts: Map<string, Verdict>, list: string, onDisk = true): Promise<void> {
    const usedOn = Math.floor(this.#now() / DAY_MS);
    const rows = Array.from(verdicts, ([id, verdict]) => ({ id: cacheKey(id, list), list, verdict, usedOn }));
    for (const row of rows) this.#remember(row.id, row.verdict);
    if (!onDisk || rows.length === 0) return;
    const outcome = await this.#database.run('write', ({ verdicts: table }) => table.bulkPut(rows));
    if (!outcome.ok && outcome.fault === 'full') await this.clear();
    this.#written += rows.length;
    if (this.#written >= this.#cap / 10) {
      this.#written = 0;
      await this.prune(list);
    }
  }

  /** Drops verdicts of other list versions, then the least recently used beyond the cap. */
  async prune(list: string): Promise<void> {
    await this.#database.run('write', ({ verdicts }) =>
      verdicts.db.transaction('rw', verdicts, async () => {
        await verdicts.where('list').notEqual(list).delete();
        const excess = (await verdicts.count()) - this.#cap;
        if (excess > 0) await verdicts.bulkDelete(await verdicts.orderBy('usedOn').limit(excess).primaryKeys());
      }),
    );
  }

  /** Empties the disk copy: it can be made again, so it is the first thing to go when space is short. */
  async clear(): Promise<void> {
    await this.#database.run('insist', ({ verdicts }) => verdicts.clear());
  }

  /** Empties the copy in memory; `clear` and removals see to the disk. */
  forget(): void {
    this.#memory.clear();
  }

  #remember(key: string, verdict: Verdict): void {
    this.#memory.delete(key);
    this.#memory.set(key, verdict);
    if (this.#memory.size > this.#memoryCap) this.#memory.delete(this.#memory.keys().next().value!);
  }
}

/** An address was listed until a day that has passed: the verdict must be given anew, without it. */
function hasLapsed({ reasons }: Verdict, now: number): boolean {
  const today = new Date(now).toISOString().slice(0, 10);
  return reasons.some(({ indicators }) => indicators?.some(({ expires }) => expires < today));
}

function cacheKey(contentId: string, list: string): string {
  return `${contentId} ${list}`;
}
