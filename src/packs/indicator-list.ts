import { createHasher, indexOfHash } from '../engine/indicators/indicator-hash.ts';
import {
  createIndicatorLookup,
  type IndicatorList,
  type IndicatorLookup,
} from '../engine/indicators/indicator-lookup.ts';
import { decodeIndicators } from './indicators-file.ts';

/** The indicators packs of one publisher, as bytes; either may be absent. */
export interface IndicatorPacks {
  /** The subscription's id; empty for the project's own list. */
  id: string;
  subscribed: boolean;
  recent?: Uint8Array;
  base?: Uint8Array;
}

/** A list to look up in; a pack that cannot be used is left out, with why. The bytes stay in use: do not write to them. */
export function openIndicatorList(packs: IndicatorPacks): { list: IndicatorList; faults: string[] } {
  const list: IndicatorList = { id: packs.id, subscribed: packs.subscribed, tables: [] };
  const faults: string[] = [];
  for (const bytes of [packs.recent, packs.base]) {
    if (!bytes) continue;
    const decoded = decodeIndicators(bytes);
    if (decoded.ok) list.tables.push(decoded.table);
    else faults.push(decoded.error);
  }
  return { list, faults };
}

/** The look-up over the lists of all publishers. `today` gives the day since 1 January 1970, UTC. */
export function openIndicators(publishers: IndicatorPacks[], today: () => number): IndicatorLookup {
  return createIndicatorLookup(
    publishers.map((packs) => openIndicatorList(packs).list),
    today,
  );
}

/**
 * Whether a pack may become live: whole, in order, and naming none of the addresses that no list may name (canonical
 * forms, from `neverListed`). One hotline or known employer on a list condemns all of it.
 */
export function checkIndicators(
  bytes: Uint8Array,
  never: Iterable<string> = [],
): { ok: true } | { ok: false; error: string; newer?: boolean } {
  const decoded = decodeIndicators(bytes);
  if (!decoded.ok) return decoded;
  const { hi, lo, salt } = decoded.table;
  const hash = createHasher(salt);
  for (const canonical of never) {
    if (indexOfHash(hi, lo, hash(canonical)) >= 0)
      return { ok: false, error: `it lists ${canonical}, which no list may name` };
  }
  return { ok: true };
}
