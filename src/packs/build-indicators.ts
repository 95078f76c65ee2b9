import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalIndicator } from '../engine/indicators/canonical-indicator.ts';
import { createHasher, type Hash64, SALT_BYTES } from '../engine/indicators/indicator-hash.ts';
import { INDICATOR_KINDS, isOfficial } from '../engine/indicators/indicator-kinds.ts';
import { dayOf, type IndicatorSource, type IndicatorTable } from '../engine/indicators/indicator-lookup.ts';
import type { IndicatorRule } from './indicator-rule.ts';
import { encodeIndicators, MOST_NARROW_LABELS } from './indicators-file.ts';
import { type ResolvedIndicator, resolveIndicator } from './resolve-indicator.ts';

export interface IndicatorsOptions {
  /** Version of the list; stands in the recent pack. */
  version: string;
  /** ISO date for which the packs are built: entries that have ended, or not begun, are left out. */
  day: string;
  /** Id of the list, empty for the project's own: each list has its own salt. */
  list?: string;
}

interface Row extends Hash64 {
  entry: ResolvedIndicator;
}

/** Fixed for a list, so that its packs rebuild byte for byte and a removal in one names the entry of another. */
export function saltOf(list = ''): Uint8Array {
  return sha256(new TextEncoder().encode(`lurewatch indicators ${list}`)).slice(0, SALT_BYTES);
}

function keyOf({ hi, lo }: Hash64): string {
  return `${hi} ${lo}`;
}

/** Of two sources for one address the one that answers for it stays, then the one that lasts longer. */
function isBetter(a: Row, b: Row): boolean {
  const official = Number(isOfficial(a.entry.sourceClass)) - Number(isOfficial(b.entry.sourceClass));
  return official > 0 || (official === 0 && a.entry.expires > b.entry.expires);
}

function inOrder(rows: Row[]): Row[] {
  const best = new Map<string, Row>();
  for (const row of rows) {
    const key = keyOf(row);
    const known = best.get(key);
    if (!known || isBetter(row, known)) best.set(key, row);
  }
  return [...best.values()].sort((a, b) => a.hi - b.hi || a.lo - b.lo);
}

/** Gives each distinct value an index, in the order of meeting. */
function indexer<T>(): { indexOf(value: T): number; all: T[] } {
  const known = new Map<string, number>();
  const all: T[] = [];
  return {
    all,
    indexOf(value) {
      const key = JSON.stringify(value);
      const index = known.get(key) ?? all.push(value) - 1;
      known.set(key, index);
      return index;
    },
  };
}

function tableOf(version: string, salt: Uint8Array, rows: Row[], removed: Row[]): IndicatorTable {
  const sorted = inOrder(rows);
  const gone = inOrder(removed);
  const sources = indexer<IndicatorSource>();
  const labels = indexer<{ kind: number; source: number; added: number; expires: number }>();
  const label = sorted.map(({ entry: { kind, sourceClass, source, added, expires } }) =>
    labels.indexOf({
      kind: INDICATOR_KINDS.indexOf(kind),
      source: sources.indexOf({ sourceClass, title: source.title, url: source.url }),
      added: dayOf(added),
      expires: dayOf(expires),
    }),
  );
  return {
    version,
    salt,
    hi: Uint32Array.from(sorted, ({ hi }) => hi),
    lo: Uint32Array.from(sorted, ({ lo }) => lo),
    label: labels.all.length > MOST_NARROW_LABELS ? Uint32Array.from(label) : Uint16Array.from(label),
    removedHi: Uint32Array.from(gone, ({ hi }) => hi),
    removedLo: Uint32Array.from(gone, ({ lo }) => lo),
    labels: {
      kind: Uint8Array.from(labels.all, ({ kind }) => kind),
      source: Uint16Array.from(labels.all, ({ source }) => source),
      added: Uint16Array.from(labels.all, ({ added }) => added),
      expires: Uint16Array.from(labels.all, ({ expires }) => expires),
    },
    sources: sources.all,
  };
}

/**
 * The two tables of a list. `base` holds what was added before the month of `day` and stays the same all month, so that
 * it is fetched once; `recent` holds what is new since, and the removals. Pure: the same rules and day give the same
 * tables. Throws an Error that names the entry when one has no canonical form; checked rules have none.
 */
export function buildIndicatorTables(
  rules: IndicatorRule[],
  options: IndicatorsOptions,
): { recent: IndicatorTable; base: IndicatorTable } {
  const salt = saltOf(options.list);
  const hash = createHasher(salt);
  const { day } = options;
  const month = `${day.slice(0, 8)}01`;
  const base: Row[] = [];
  const recent: Row[] = [];
  const gone: Row[] = [];
  for (const rule of rules) {
    for (const given of rule.entries) {
      const entry = resolveIndicator(rule, given);
      const form = canonicalIndicator(entry.kind, entry.value, entry.country);
      if (!form.ok) throw new Error(`${entry.kind} ${entry.value}: ${form.error}`);
      if (entry.added > day) continue;
      const row = { ...hash(form.canonical), entry };
      const isGone = entry.removed !== undefined && entry.removed <= day;
      const wasGone = isGone && entry.removed! < month;
      if (entry.added < month && entry.expires >= month && !wasGone) {
        base.push(row);
        if (isGone) gone.push(row);
      } else if (entry.added >= month && entry.expires >= day && !isGone) recent.push(row);
    }
  }
  // What another source still names stands: the base pack may show the one that is gone, so the recent one repeats it.
  const goneKeys = new Set(gone.map(keyOf));
  recent.push(...base.filter((row) => goneKeys.has(keyOf(row)) && !gone.includes(row)));
  const standing = new Set(recent.map(keyOf));
  const removed = gone.filter((row) => !standing.has(keyOf(row)));
  return {
    recent: tableOf(options.version, salt, recent, removed),
    base: tableOf(month.replaceAll('-', '.'), salt, base, []),
  };
}

/** The two packs of a list, as signed and served. */
export function buildIndicatorPacks(
  rules: IndicatorRule[],
  options: IndicatorsOptions,
): Record<'indicators-recent' | 'indicators-base', Uint8Array<ArrayBuffer>> {
  const { recent, base } = buildIndicatorTables(rules, options);
  return {
    'indicators-recent': encodeIndicators('indicators-recent', recent),
    'indicators-base': encodeIndicators('indicators-base', base),
  };
}
