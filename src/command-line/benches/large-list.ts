import { INDICATOR_KINDS } from '../../engine/indicators/indicator-kinds.ts';
import {
  createIndicatorLookup,
  dayOf,
  type IndicatorLookup,
  type IndicatorTable,
} from '../../engine/indicators/indicator-lookup.ts';
import { saltOf } from '../../packs/build-indicators.ts';

/** Numbers that look random and are the same in every run (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

const SOURCES = 500;
const FIRST_DAY = dayOf('2026-06-01');
const LAST_DAY = dayOf('2026-11-22');

/**
 * A table of so many entries, for measuring: hashes are spread as those of real addresses are, named by 500 notices, each
 * of one day and of every kind.
 */
export function largeTable(count: number, seed = 1): IndicatorTable {
  const next = numbersFrom(seed);
  const hashes = new BigUint64Array(count);
  const halves = new Uint32Array(hashes.buffer);
  for (let i = 0; i < halves.length; i++) halves[i] = next();
  hashes.sort();
  const kinds = INDICATOR_KINDS.length;
  const labels = Array.from({ length: SOURCES * kinds }, (_, i) => i);
  const added = Uint16Array.from(labels, (i) => FIRST_DAY + (Math.floor(i / kinds) % (LAST_DAY - FIRST_DAY)));
  return {
    version: '2026.11.01',
    salt: saltOf(),
    hi: Uint32Array.from({ length: count }, (_, i) => halves[i * 2 + 1]!),
    lo: Uint32Array.from({ length: count }, (_, i) => halves[i * 2]!),
    label: Uint16Array.from({ length: count }, () => next() % labels.length),
    removedHi: new Uint32Array(),
    removedLo: new Uint32Array(),
    labels: {
      kind: Uint8Array.from(labels, (i) => i % kinds),
      source: Uint16Array.from(labels, (i) => Math.floor(i / kinds)),
      added,
      expires: added.map((day) => day + 180),
    },
    sources: Array.from({ length: SOURCES }, (_, i) => ({
      sourceClass: 'police' as const,
      title: `Notice ${i} of an office that publishes such notices`,
      url: `https://office.example/notices/2026/${i}`,
    })),
  };
}

/** A look-up over one list of so many entries, a fiftieth of them recent. */
export function largeLookup(count: number): IndicatorLookup {
  const recent = Math.floor(count / 50);
  const tables = [largeTable(recent, 2), largeTable(count - recent)];
  return createIndicatorLookup([{ id: '', subscribed: false, tables }], () => LAST_DAY);
}
