import type { Folded } from './folding.ts';
import { classOf, LETTER } from './scripts.ts';

/**
 * Which lengths the keys of a table have, longest first, by the first two or last two units of a key: most places of a
 * text begin no key, and are told apart without making a string. Different pairs may share an entry.
 */
interface Lengths {
  first: (number[] | undefined)[];
  last: (number[] | undefined)[];
  /** Keys of one unit. */
  single: Set<number>;
}

const PAIRS = 4096;

/** Entry of a key's outermost unit and the one beside it. */
function pairOf(outer: number, inner: number): number {
  return (outer ^ Math.imul(inner, 0x9f)) & (PAIRS - 1);
}

const lengths = new WeakMap<ReadonlyMap<string, unknown>, Lengths>();

function lengthsOf(table: ReadonlyMap<string, unknown>): Lengths {
  let known = lengths.get(table);
  if (known) return known;
  known = { first: new Array(PAIRS), last: new Array(PAIRS), single: new Set() };
  const add = (index: (number[] | undefined)[], pair: number, length: number): void => {
    const sizes = index[pair];
    if (!sizes) index[pair] = [length];
    else if (!sizes.includes(length)) sizes.push(length);
  };
  for (const key of [...table.keys()].sort((a, b) => b.length - a.length)) {
    const end = key.length - 1;
    if (end === 0) known.single.add(key.charCodeAt(0));
    if (end < 1) continue;
    add(known.first, pairOf(key.charCodeAt(0), key.charCodeAt(1)), key.length);
    add(known.last, pairOf(key.charCodeAt(end), key.charCodeAt(end - 1)), key.length);
  }
  lengths.set(table, known);
  return known;
}

type Found<T> = { value: T; start: number; end: number } | undefined;

function keyBetween<T>(table: ReadonlyMap<string, T>, { text }: Folded, start: number, end: number): Found<T> {
  const value = table.get(text.slice(start, end));
  return value === undefined ? undefined : { value, start, end };
}

/** Longest key of a table that begins at `at`, whole words where the script has words. */
export function keyAt<T>(table: ReadonlyMap<string, T>, folded: Folded, at: number): Found<T> {
  const { codes, length } = folded;
  if (at >= length || table.size === 0) return undefined;
  const { first, single } = lengthsOf(table);
  const isWhole = (end: number): boolean =>
    end >= length || classOf(codes[end - 1]!) !== LETTER || classOf(codes[end]!) !== LETTER;
  const sizes = at + 1 < length ? first[pairOf(codes[at]!, codes[at + 1]!)] : undefined;
  if (sizes) {
    for (const size of sizes) {
      const end = at + size;
      const found = end <= length && isWhole(end) ? keyBetween(table, folded, at, end) : undefined;
      if (found) return found;
    }
  }
  return single.has(codes[at]!) && isWhole(at + 1) ? keyBetween(table, folded, at, at + 1) : undefined;
}

/** Longest key of a table that ends at `at`, a space, full stop or colon between allowed. */
export function keyBefore<T>(table: ReadonlyMap<string, T>, folded: Folded, at: number): Found<T> {
  const { codes } = folded;
  if (table.size === 0) return undefined;
  let end = at;
  while (end > 0 && at - end < 2 && (codes[end - 1] === 32 || codes[end - 1] === 46 || codes[end - 1] === 58)) end--;
  if (end === 0) return undefined;
  const { last, single } = lengthsOf(table);
  const isWhole = (start: number): boolean =>
    start === 0 || classOf(codes[start]!) !== LETTER || classOf(codes[start - 1]!) !== LETTER;
  const sizes = end > 1 ? last[pairOf(codes[end - 1]!, codes[end - 2]!)] : undefined;
  if (sizes) {
    for (const size of sizes) {
      const start = end - size;
      const found = start >= 0 && isWhole(start) ? keyBetween(table, folded, start, end) : undefined;
      if (found) return found;
    }
  }
  if (!single.has(codes[end - 1]!) || !isWhole(end - 1)) return undefined;
  // A lone letter such as "P" or "K" before a number belongs to it only when it touches.
  if (classOf(codes[end - 1]!) === LETTER && end !== at) return undefined;
  return keyBetween(table, folded, end - 1, end);
}
