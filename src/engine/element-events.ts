import type { CompiledMatcher } from './compiled-matcher.ts';
import { OCCURRENCE, type Occurrences } from './occurrences.ts';

/** Side by side: at most one comma, one ideograph or two unspaced units between. */
const ADJACENT = 2;

/**
 * Integers of one event: the occurrence with which it ends, its rank among those that end there, and its folded range.
 * Of what ends at the same place single words come first, then literals of several atoms, then a number.
 */
export const EVENT = 4;
const SINGLE = 0;
/** So few events are sorted faster by hand. */
const MOST_BY_HAND = 24;
export const NUMBER_RANK = 0x7fffffff;

/** Where elements stand in one text; found only for those that somebody asks about, and once for each text. */
export interface ElementEvents {
  /** Records of `EVENT` integers. */
  readonly records: Int32Array;
  /** Records of `ELEMENT` integers; where an element's events begin and end is known once it is gathered. */
  readonly elements: Int32Array;
  begin(distance: Int32Array): void;
  /** False when no literal of the element has all its words in the text: quick, and true of most. */
  mayStand(element: number): boolean;
  /** Finds the events of an element; false when there are none. */
  gather(element: number): boolean;
  literalStands(literal: number): boolean;
}

/**
 * Integers of one element: twice the run in which it was asked for and one more if it may stand in the text, the run in
 * which its events were gathered, and where they begin and end.
 */
export const ELEMENT = 4;
export const FROM = 2;
export const TO = 3;
/** Integers of one literal: the run in which it was read, and where its events begin and end. */
const LITERAL = 3;

export function createElementEvents(compiled: CompiledMatcher, occurrences: Occurrences): ElementEvents {
  const { elementLiterals, literalAtoms } = compiled;
  const { stands, firstOf } = occurrences;
  const numberAtom = compiled.words.number;
  const elementCount = elementLiterals.offsets.length - 1;
  const literalCount = literalAtoms.offsets.length - 1;
  const elements = new Int32Array(elementCount * ELEMENT);
  const literals = new Int32Array(literalCount * LITERAL);
  /** Progress within one literal: [start, end] of the atoms so far, and the next occurrence of each atom. */
  let progress = new Int32Array(32);
  let cursors = new Int32Array(16);
  let found = new Int32Array(64);
  let records = new Int32Array(2048 * EVENT) as Int32Array;
  let run = 0;
  let size = 0;
  let distance = new Int32Array(0) as Int32Array;

  function add(at: number, rank: number, start: number, end: number): void {
    if (size === records.length) {
      const before = records;
      records = new Int32Array(before.length * 2);
      records.set(before);
    }
    records[size] = at;
    records[size + 1] = rank;
    records[size + 2] = start;
    records[size + 3] = end;
    size += EVENT;
  }

  const atomStands = (atom: number): boolean => ((stands[atom >> 5]! >>> (atom & 31)) & 1) === 1;

  function mayStand(element: number): boolean {
    const record = element * ELEMENT;
    if (elements[record]! >> 1 !== run) elements[record] = (run << 1) | (hasLiteral(element) ? 1 : 0);
    return (elements[record]! & 1) === 1;
  }

  function hasLiteral(element: number): boolean {
    const { offsets, values } = elementLiterals;
    const end = offsets[element + 1]!;
    for (let m = offsets[element]!; m < end; m++) {
      const member = values[m]!;
      if (member >= 0) {
        if (atomStands(member)) return true;
        continue;
      }
      const last = m + 1 - member;
      if (haveAtoms(m + 2, last)) return true;
      m = last;
    }
    return false;
  }

  /** Whether all atoms between two places of `elementLiterals` stand in the text. */
  function haveAtoms(from: number, last: number): boolean {
    for (let k = from; k <= last; k++) if (!atomStands(elementLiterals.values[k]!)) return false;
    return true;
  }

  /** Where a literal stands whose atoms all do. */
  function literalStands(literal: number): boolean {
    const record = literal * LITERAL;
    if (literals[record] !== run) {
      literals[record] = run;
      literals[record + 1] = size;
      joinAtoms(literal);
      literals[record + 2] = size;
    }
    return literals[record + 1]! < literals[record + 2]!;
  }

  /** Goes through the occurrences of a literal's atoms in the order of the text. */
  function joinAtoms(literal: number): void {
    const offset = literalAtoms.offsets[literal]!;
    const length = literalAtoms.offsets[literal + 1]! - offset;
    const places = occurrences.records;
    if (length > cursors.length) {
      cursors = new Int32Array(length);
      progress = new Int32Array(length * 2);
    }
    for (let i = 0; i < length; i++) {
      cursors[i] = firstOf(literalAtoms.values[offset + i]!);
      progress[i * 2] = -1;
    }
    // Once the last atom stands nowhere further on, nothing more can be completed.
    while (cursors[length - 1]! >= 0) {
      let next = cursors[length - 1]!;
      for (let i = 0; i < length - 1; i++) if (cursors[i]! >= 0 && cursors[i]! < next) next = cursors[i]!;
      const start = places[next * OCCURRENCE]!;
      const end = places[next * OCCURRENCE + 1]!;
      // Later atoms first, so that one word is never two of them.
      for (let i = length - 1; i >= 0; i--) {
        if (cursors[i] !== next) continue;
        cursors[i] = places[next * OCCURRENCE + 2]!;
        let begin = start;
        if (i > 0) {
          begin = progress[i * 2 - 2]!;
          const gapStart = progress[i * 2 - 1]!;
          if (begin < 0 || gapStart > start || distance[start]! - distance[gapStart]! > ADJACENT) continue;
        }
        if (i === length - 1) add(next, NUMBER_RANK - 1 - literal, begin, end);
        else {
          progress[i * 2] = begin;
          progress[i * 2 + 1] = end;
        }
      }
    }
  }

  function gather(element: number): boolean {
    const record = element * ELEMENT;
    if (elements[record + 1] !== run) {
      elements[record + 1] = run;
      // Literals leave events of their own, so they are read before the element's begin.
      const standing = readLiterals(element);
      elements[record + FROM] = size;
      let sources = 0;
      for (let k = 0; k < standing; k++) {
        const before = size;
        if (found[k]! < 0) copyLiteral(-1 - found[k]!);
        else addAtom(found[k]!);
        if (size > before) sources++;
      }
      elements[record + TO] = size;
      if (sources > 1) putInOrder(elements[record + FROM]!);
    }
    return elements[record + FROM]! < elements[record + TO]!;
  }

  /** Leaves in `found` the atoms, and as -1 - literal the literals, of an element that stand in the text. */
  function readLiterals(element: number): number {
    const { offsets, values } = elementLiterals;
    const end = offsets[element + 1]!;
    let standing = 0;
    if (end - offsets[element]! > found.length) found = new Int32Array(end - offsets[element]!);
    for (let m = offsets[element]!; m < end; m++) {
      const member = values[m]!;
      if (member >= 0) {
        if (atomStands(member)) found[standing++] = member;
        continue;
      }
      const last = m + 1 - member;
      if (haveAtoms(m + 2, last) && literalStands(values[m + 1]!)) found[standing++] = -1 - values[m + 1]!;
      m = last;
    }
    return standing;
  }

  function copyLiteral(literal: number): void {
    const to = literals[literal * LITERAL + 2]!;
    for (let k = literals[literal * LITERAL + 1]!; k < to; k += EVENT)
      add(records[k]!, records[k + 1]!, records[k + 2]!, records[k + 3]!);
  }

  function addAtom(atom: number): void {
    const places = occurrences.records;
    const rank = atom === numberAtom ? NUMBER_RANK : SINGLE;
    for (let k = firstOf(atom); k >= 0; k = places[k * OCCURRENCE + 2]!)
      add(k, rank, places[k * OCCURRENCE]!, places[k * OCCURRENCE + 1]!);
  }

  const comesBefore = (a: number, b: number): boolean =>
    records[a]! < records[b]! || (records[a] === records[b] && records[a + 1]! < records[b + 1]!);

  /** Sorts the events from `begin` on: the few of an ordinary text by hand, those of a text made to be slow by the book. */
  function putInOrder(begin: number): void {
    if (size - begin > MOST_BY_HAND * EVENT) {
      const order = Array.from({ length: (size - begin) / EVENT }, (_, k) => begin + k * EVENT);
      order.sort((a, b) => records[a]! - records[b]! || records[a + 1]! - records[b + 1]!);
      const copy = records.slice(begin, size);
      for (const [k, place] of order.entries())
        for (let i = 0; i < EVENT; i++) records[begin + k * EVENT + i] = copy[place - begin + i]!;
      return;
    }
    for (let k = begin + EVENT; k < size; k += EVENT)
      for (let at = k; at > begin && comesBefore(at, at - EVENT); at -= EVENT) swap(at, at - EVENT);
  }

  function swap(a: number, b: number): void {
    for (let i = 0; i < EVENT; i++) {
      const value = records[a + i]!;
      records[a + i] = records[b + i]!;
      records[b + i] = value;
    }
  }

  return {
    get records() {
      return records;
    },
    elements,
    begin(distanceOfText) {
      run++;
      size = 0;
      distance = distanceOfText;
    },
    mayStand,
    gather,
    literalStands,
  };
}
