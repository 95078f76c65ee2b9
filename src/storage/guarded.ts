import type { StorageState } from '../messages.ts';
import type { LurewatchDatabase } from './database.ts';

/** A database that hangs (seen when another process holds the files) must not hold back a warning. */
const PATIENCE_MS = 3000;
/** How long to leave a database alone after a fault before trying again. */
const REST_MS = 30_000;

/** What went wrong, from the name of a Dexie, IndexedDB or quota error. Dexie wraps the browser's error in `inner`. */
export function faultOf(error: unknown): NonNullable<StorageState['fault']> {
  const names: string[] = [];
  for (
    let current = error;
    current instanceof Error && names.length < 6;
    current = (current as { inner?: unknown }).inner
  )
    names.push(current.name);
  if (names.includes('QuotaExceededError') || (error as { failuresByPos?: unknown })?.failuresByPos) {
    const failures = Object.values((error as { failuresByPos?: Record<string, unknown> }).failuresByPos ?? {});
    if (names.includes('QuotaExceededError') || failures.some((failure) => faultOf(failure) === 'full')) return 'full';
  }
  // Firefox's private windows answer InvalidStateError, a policy SecurityError, and no IndexedDB at all MissingAPIError.
  if (names.some((name) => ['InvalidStateError', 'SecurityError', 'NotAllowedError', 'MissingAPIError'].includes(name)))
    return 'blocked';
  return 'broken';
}

function withPatience<T>(work: Promise<T>, patienceMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The database did not answer.')), patienceMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; fault: NonNullable<StorageState['fault']> };

/**
 * The only way to the database: a failure becomes a value, is remembered as the state of storage, and gives the
 * database a rest, so that nothing above ever waits for a database that does not work.
 */
export class GuardedDatabase {
  readonly #database: LurewatchDatabase;
  readonly #now: () => number;
  #fault: StorageState['fault'];
  #restUntil = 0;

  constructor(database: LurewatchDatabase, now: () => number = Date.now) {
    this.#database = database;
    this.#now = now;
  }

  get state(): StorageState {
    return this.#fault ? { ok: false, fault: this.#fault } : { ok: true };
  }

  /**
   * Runs work on the database. `insist` tries even while the database rests, because a person asked for it. That the
   * disk is full is forgotten only when something could be written again. Work on megabytes may ask for more patience.
   */
  async run<T>(
    how: 'read' | 'write' | 'insist',
    work: (database: LurewatchDatabase) => Promise<T>,
    patienceMs = PATIENCE_MS,
  ): Promise<Outcome<T>> {
    if (this.#fault && how !== 'insist' && this.#now() < this.#restUntil) return { ok: false, fault: this.#fault };
    try {
      if (!this.#database.isOpen()) await withPatience(this.#database.open(), PATIENCE_MS);
      const value = await withPatience(work(this.#database), patienceMs);
      if (this.#fault !== 'full' || how !== 'read') this.#fault = undefined;
      return { ok: true, value };
    } catch (error) {
      const fault = faultOf(error);
      this.#fault = fault;
      if (fault !== 'full') {
        this.#restUntil = this.#now() + REST_MS;
        // A failed open stays failed until the database is closed.
        this.#database.close({ disableAutoOpen: false });
      }
      return { ok: false, fault };
    }
  }
}
