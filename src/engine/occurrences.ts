import type { CompiledMatcher } from './compiled-matcher.ts';
import type { Folded } from './folding.ts';
import { classOf, DIGIT, LETTER } from './scripts.ts';
import { childOf } from './substring-trie.ts';
import type { Tokens } from './tokens.ts';
import { createWordIndex } from './word-index.ts';

/** Integers of one occurrence: start and end of its folded range, and the next occurrence of the same atom or -1. */
export const OCCURRENCE = 3;

/** Where the atoms of one text stand. Filled anew for each text; memory of one run is used again by the next. */
export interface Occurrences {
  /** Records of `OCCURRENCE` integers, in the order of the text. */
  readonly records: Int32Array;
  /** Different atoms of the text, in the order in which they were first met. */
  readonly present: Int32Array;
  readonly presentCount: number;
  /** One bit for each atom: most questions are answered here, in a few kilobytes. */
  readonly stands: Int32Array;
  /** First occurrence of an atom that stands in the text. */
  firstOf(atom: number): number;
  read(folded: Folded, tokens: Tokens, active: Uint8Array): void;
}

function isWordUnit(code: number): boolean {
  const kind = classOf(code);
  return kind === LETTER || kind === DIGIT;
}

function larger(array: Int32Array): Int32Array {
  const out = new Int32Array(array.length * 2);
  out.set(array);
  return out;
}

export function createOccurrences(compiled: CompiledMatcher): Occurrences {
  const index = createWordIndex(compiled.words, compiled.languages);
  const trie = compiled.substrings;
  const number = compiled.words.number;
  const stands = new Int32Array((compiled.atomCount >> 5) + 1);
  /** Hash table of [atom + 1, first, last]: only the text's own atoms, so that it stays near. */
  let ends = new Int32Array(512 * 3) as Int32Array;
  let records = new Int32Array(1024 * OCCURRENCE) as Int32Array;
  let present = new Int32Array(1024) as Int32Array;
  let presentCount = 0;
  let count = 0;

  function add(atom: number, start: number, end: number): void {
    if (count * OCCURRENCE === records.length) {
      records = larger(records);
      present = larger(present);
    }
    const bit = 1 << (atom & 31);
    if ((stands[atom >> 5]! & bit) !== 0) {
      const place = placeOf(atom);
      records[ends[place + 2]! * OCCURRENCE + 2] = count;
      ends[place + 2] = count;
    } else {
      stands[atom >> 5]! |= bit;
      present[presentCount++] = atom;
      if (presentCount * 6 > ends.length) enlarge();
      const place = placeOf(atom);
      ends[place] = atom + 1;
      ends[place + 1] = count;
      ends[place + 2] = count;
    }
    const record = count++ * OCCURRENCE;
    records[record] = start;
    records[record + 1] = end;
    records[record + 2] = -1;
  }

  /** Where the atom's ends are kept, or are to be. */
  function placeOf(atom: number): number {
    const slots = ends.length / 3;
    let slot = (Math.imul(atom, 0x9e3779b1) >>> 8) & (slots - 1);
    while (ends[slot * 3] !== 0 && ends[slot * 3] !== atom + 1) slot = (slot + 1) & (slots - 1);
    return slot * 3;
  }

  function enlarge(): void {
    const before = ends;
    ends = new Int32Array(before.length * 2);
    for (let k = 0; k < before.length; k += 3)
      if (before[k] !== 0) ends.set(before.subarray(k, k + 3), placeOf(before[k]! - 1));
  }

  function readSubstrings(codes: Uint16Array, length: number, at: number): void {
    if (at > 0 && isWordUnit(codes[at]!) && isWordUnit(codes[at - 1]!)) return;
    let node = 0;
    for (let j = at; j < length; j++) {
      node = childOf(trie, node, codes[j]!);
      if (node === 0) return;
      const atom = trie.atoms[node]!;
      if (atom < 0) continue;
      if (isWordUnit(codes[j]!) && j + 1 < length && isWordUnit(codes[j + 1]!)) continue;
      add(atom, at, j + 1);
    }
  }

  function readAll({ codes, length }: Folded, { starts, ends: wordEnds, hashes, count: tokenCount }: Tokens): void {
    const { found } = index;
    const beginsSubstring = trie.first;
    let token = 0;
    let nextToken = tokenCount > 0 ? starts[0]! : length;
    for (let i = 0; i < length; i++) {
      const code = codes[i]!;
      if (i === nextToken) {
        const end = wordEnds[token]!;
        const size = index.atomsOf(codes, i, end, hashes[token]!);
        for (let k = 0; k < size; k++) add(found[k]!, i, end);
        if (number >= 0 && code >= 48 && code <= 57) add(number, i, end);
        token++;
        nextToken = token < tokenCount ? starts[token]! : length;
      }
      if (beginsSubstring[code] !== 0) readSubstrings(codes, length, i);
    }
  }

  return {
    get records() {
      return records;
    },
    get present() {
      return present;
    },
    get presentCount() {
      return presentCount;
    },
    stands,
    firstOf: (atom) => ends[placeOf(atom) + 1]!,
    read(folded, tokens, active) {
      for (let k = 0; k < presentCount; k++) stands[present[k]! >> 5] = 0;
      ends.fill(0);
      presentCount = 0;
      count = 0;
      index.begin(active);
      readAll(folded, tokens);
    },
  };
}
