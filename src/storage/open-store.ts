import { LurewatchDatabase } from './database.ts';
import { Dismissals } from './dismissals.ts';
import { Flags } from './flags.ts';
import { GuardedDatabase } from './guarded.ts';
import { Lists } from './lists.ts';
import { type SessionArea, TabReports } from './tab-reports.ts';
import { VerdictCache } from './verdict-cache.ts';

/** Everything that is kept. Opening is lazy: nothing here waits for a database, and none of it ever rejects. */
export interface Store {
  database: GuardedDatabase;
  verdicts: VerdictCache;
  flags: Flags;
  dismissals: Dismissals;
  tabs: TabReports;
  lists: Lists;
}

export function openStore(session: SessionArea, database = new LurewatchDatabase()): Store {
  const guarded = new GuardedDatabase(database);
  const verdicts = new VerdictCache(guarded);
  return {
    database: guarded,
    verdicts,
    flags: new Flags(guarded, verdicts),
    dismissals: new Dismissals(guarded),
    tabs: new TabReports(session),
    lists: new Lists(guarded),
  };
}
