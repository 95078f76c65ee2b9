import type { IndicatorFact } from '../verdict.ts';
import { createHasher, type Hash64, indexOfHash } from './indicator-hash.ts';
import { INDICATOR_KINDS, type SourceClass } from './indicator-kinds.ts';

export interface IndicatorSource {
  sourceClass: SourceClass;
  title: string;
  url: string;
}

/** What many entries share: those that one source named on one day. Columns side by side. */
export interface IndicatorLabels {
  /** Index into `INDICATOR_KINDS`; a greater one is a kind that only a newer engine knows. */
  kind: Uint8Array;
  /** Index into the table's sources. */
  source: Uint16Array;
  /** Days since 1 January 1970, as all days here. */
  added: Uint16Array;
  /** The last day on which the entries count. */
  expires: Uint16Array;
}

/** One indicators pack as it is searched: hashes, sorted, and for each the label that it carries. */
export interface IndicatorTable {
  version: string;
  salt: Uint8Array;
  hi: Uint32Array;
  lo: Uint32Array;
  /** Index into `labels`. */
  label: Uint16Array | Uint32Array;
  /** Hashes that an older pack of the same list still holds and that no longer stand. Sorted. */
  removedHi: Uint32Array;
  removedLo: Uint32Array;
  labels: IndicatorLabels;
  sources: IndicatorSource[];
}

/** The indicators of one publisher. */
export interface IndicatorList {
  /** The subscription's id; empty for the project's own list. */
  id: string;
  /** Somebody else's list cannot speak for the police: its entries count as told by an organisation, at most. */
  subscribed: boolean;
  /** Newest first: the first that knows an address, or knows that it was removed, decides. */
  tables: IndicatorTable[];
}

export interface IndicatorLookup {
  /** What stands on the lists about one canonical form today; empty for nearly all. */
  find(canonical: string): IndicatorFact[];
  /** Entries over all lists. */
  size: number;
}

const DAY_MS = 86_400_000;

export function dayOf(date: string): number {
  return Math.floor(Date.parse(date) / DAY_MS);
}

export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

const CLASS_OF_OTHERS: Record<SourceClass, SourceClass> = {
  police: 'ngo',
  court: 'ngo',
  regulator: 'ngo',
  platform: 'ngo',
  ngo: 'ngo',
  press: 'press',
  report: 'report',
};

function factOf(list: IndicatorList, { labels, sources }: IndicatorTable, label: number): IndicatorFact | undefined {
  const kind = INDICATOR_KINDS[labels.kind[label]!];
  const source = sources[labels.source[label]!];
  if (!kind || !source) return undefined;
  return {
    kind,
    sourceClass: list.subscribed ? CLASS_OF_OTHERS[source.sourceClass] : source.sourceClass,
    source: { title: source.title, url: source.url },
    added: dateOf(labels.added[label]!),
    expires: dateOf(labels.expires[label]!),
    list: list.id,
  };
}

function findIn(list: IndicatorList, hashes: Hash64[], today: number): IndicatorFact | undefined {
  for (const [i, table] of list.tables.entries()) {
    const hash = hashes[i]!;
    const index = indexOfHash(table.hi, table.lo, hash);
    if (index >= 0) {
      const label = table.label[index]!;
      return table.labels.expires[label]! < today ? undefined : factOf(list, table, label);
    }
    if (indexOfHash(table.removedHi, table.removedLo, hash) >= 0) return undefined;
  }
  return undefined;
}

/**
 * Makes the look-up over several lists. `today` gives the day since 1 January 1970 (UTC) and is asked each time, so that
 * entries end on their day without an update. The cost of `find` is one hash a salt and one search a table, whatever
 * the number of entries.
 */
export function createIndicatorLookup(lists: IndicatorList[], today: () => number): IndicatorLookup {
  const hashers = new Map<string, { hash: (canonical: string) => Hash64 }>();
  const hasherOf = (salt: Uint8Array) => {
    const key = salt.join();
    const hasher = hashers.get(key) ?? { hash: createHasher(salt) };
    hashers.set(key, hasher);
    return hasher;
  };
  const prepared = lists.map((list) => ({ list, hashers: list.tables.map(({ salt }) => hasherOf(salt)) }));
  const distinct = [...hashers.values()];
  return {
    size: lists.reduce((sum, list) => sum + list.tables.reduce((count, { hi }) => count + hi.length, 0), 0),
    find(canonical) {
      const hashes = new Map(distinct.map((hasher) => [hasher, hasher.hash(canonical)]));
      const day = today();
      const facts: IndicatorFact[] = [];
      for (const { list, hashers: own } of prepared) {
        const fact = findIn(
          list,
          own.map((hasher) => hashes.get(hasher)!),
          day,
        );
        if (fact) facts.push(fact);
      }
      return facts;
    },
  };
}
