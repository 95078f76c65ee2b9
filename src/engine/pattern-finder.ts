import type { CompiledMatcher, Hit } from './compiled-matcher.ts';
import { ELEMENT, type ElementEvents, EVENT, FROM, NUMBER_RANK, TO } from './element-events.ts';

/** A hit with what decides its place among those that end at the same word. */
export interface PlacedHit extends Hit {
  at: number;
  rank: number;
  /** When a number ends it: the occurrence and rank at which the part before ended. */
  beforeAt: number;
  beforeRank: number;
  /** The element with which it ends, or the one before that when a number ends it. */
  element: number;
  /** The pattern is this one element alone, or a number ends it. */
  firstFirst: boolean;
}

export interface PatternFinder {
  begin(distance: Int32Array): void;
  /** Adds the hits of a pattern. */
  find(pattern: number, hits: PlacedHit[]): void;
}

/** By the word at which they end; the rest makes the order the same on every device. */
export function inTextOrder(a: PlacedHit, b: PlacedHit): number {
  return (
    a.at - b.at ||
    a.rank - b.rank ||
    a.beforeAt - b.beforeAt ||
    a.beforeRank - b.beforeRank ||
    a.element - b.element ||
    Number(b.firstFirst) - Number(a.firstFirst) ||
    (a.firstFirst ? a.pattern - b.pattern : b.pattern - a.pattern)
  );
}

const NOWHERE = -1;
/** Integers of one place: its folded range, and the occurrence and rank at which it ends. */
const PLACE = 4;

/** Goes through the places of a pattern's elements and tells where they stand in order, near enough to each other. */
export function createPatternFinder(compiled: CompiledMatcher, events: ElementEvents): PatternFinder {
  const { patternElements, patternGaps, patternTarget, elementLiterals } = compiled;
  const { elements, gather } = events;
  const numberAtom = compiled.words.number;
  let distance = new Int32Array(0) as Int32Array;
  let records = events.records;
  let hits: PlacedHit[] = [];
  /** The pattern in hand: its elements are `chain[first] … chain[first + length - 1]`. */
  const chain = patternElements.values;
  let pattern = 0;
  let first = 0;
  let length = 0;
  /** For each element of the pattern: its next event; and a place where the parts up to it were last met. */
  let cursors = new Int32Array(16);
  let progress = new Int32Array(16 * PLACE);
  /** The last two places of the first element, numbers apart: the last may lie inside the next element's own words. */
  const words = new Int32Array(2 * PLACE);
  const numbers = new Int32Array(2 * PLACE);
  /**
   * The first element's last word was itself a number ("024"), so no number is taken for the second before the first is
   * met again. Finding "024 000" after all would change what the weights were learned with.
   */
  let isDeaf = false;

  function report(event: number, start: number, element: number, beforeAt: number, beforeRank: number): void {
    const rank = records[event + 1]!;
    const isNumber = rank === NUMBER_RANK;
    hits.push({
      target: patternTarget[pattern]!,
      pattern,
      start,
      end: records[event + 3]!,
      at: records[event]!,
      rank,
      beforeAt: isNumber ? beforeAt : 0,
      beforeRank: isNumber ? beforeRank : 0,
      element: isNumber ? chain[first + length - 2]! : element,
      firstFirst: isNumber || length === 1,
    });
  }

  function findAlone(): void {
    const element = chain[first]!;
    const to = elements[element * ELEMENT + TO]!;
    for (let k = elements[element * ELEMENT + FROM]!; k < to; k += EVENT)
      // A number by itself is no phrase.
      if (records[k + 1] !== NUMBER_RANK) report(k, records[k + 2]!, element, 0, 0);
  }

  function remember(event: number): void {
    const places = records[event + 1] === NUMBER_RANK ? numbers : words;
    if (places === words) isDeaf = false;
    places.copyWithin(PLACE, 0, PLACE);
    put(places, 0, records[event + 2]!, event);
  }

  /** Puts a place that ends with an event. */
  function put(places: Int32Array, at: number, start: number, event: number): void {
    places[at] = start;
    places[at + 1] = records[event + 3]!;
    places[at + 2] = records[event]!;
    places[at + 3] = records[event + 1]!;
  }

  /** The latest of two places that ends before `start`, as an index, or NOWHERE. */
  function latest(places: Int32Array, start: number): number {
    if (places[0] !== NOWHERE && places[1]! <= start) return 0;
    return places[PLACE] !== NOWHERE && places[PLACE + 1]! <= start ? PLACE : NOWHERE;
  }

  function findInOrder(): void {
    if (length > cursors.length) {
      cursors = new Int32Array(length);
      progress = new Int32Array(length * PLACE);
    }
    for (let i = 0; i < length; i++) {
      cursors[i] = elements[chain[first + i]! * ELEMENT + FROM]!;
      progress[i * PLACE] = NOWHERE;
    }
    words[0] = NOWHERE;
    words[PLACE] = NOWHERE;
    numbers[0] = NOWHERE;
    numbers[PLACE] = NOWHERE;
    isDeaf = false;
    const last = elements[chain[first + length - 1]! * ELEMENT + TO]!;
    // Once the last element stands nowhere further on, nothing more can be completed.
    while (cursors[length - 1]! < last) {
      const next = nextElement();
      take(chain[first + next]!, cursors[next]!);
    }
  }

  /** Which element's next event comes first in the text. */
  function nextElement(): number {
    let next = length - 1;
    for (let i = 0; i < length - 1; i++) {
      const event = cursors[i]!;
      const element = chain[first + i]!;
      if (event >= elements[element * ELEMENT + TO]!) continue;
      const other = cursors[next]!;
      const order =
        records[event]! - records[other]! ||
        records[event + 1]! - records[other + 1]! ||
        (records[event + 1] === NUMBER_RANK ? i - next : element - chain[first + next]!);
      if (order < 0) next = i;
    }
    return next;
  }

  /** Gives an event to all parts of the pattern that its element is. */
  function take(element: number, event: number): void {
    // Later parts first, so that one word is never two of them. A number goes to the earliest part that takes it.
    const isNumber = records[event + 1] === NUMBER_RANK;
    if (isNumber) {
      const startsWithNumber = elementLiterals.values[elementLiterals.offsets[chain[first]!]!] === numberAtom;
      if (!startsWithNumber && chain[first + 1] === element) {
        isDeaf ||= words[0] !== NOWHERE && latest(words, records[event + 2]!) === NOWHERE;
        if (!isDeaf) advance(1, event);
      }
      for (let i = 2; i < length; i++) if (chain[first + i] === element) advance(i, event);
      if (startsWithNumber && chain[first + 1] === element) advance(1, event);
    }
    for (let i = length - 1; i >= 0; i--) {
      if (chain[first + i] !== element) continue;
      cursors[i] = event + EVENT;
      if (i === 0) remember(event);
      else if (!isNumber) advance(i, event);
    }
  }

  function advance(i: number, event: number): void {
    const start = records[event + 2]!;
    let before = progress;
    let record = (i - 1) * PLACE;
    if (i === 1) {
      const word = latest(words, start);
      const number = latest(numbers, start);
      const isNumber = number >= 0 && (word < 0 || numbers[number + 1]! > words[word + 1]!);
      before = isNumber ? numbers : words;
      record = isNumber ? number : word;
      if (record < 0) return;
    } else if (before[record] === NOWHERE || before[record + 1]! > start) return;
    if (distance[start]! - distance[before[record + 1]!]! > patternGaps[first + i]!) return;
    const begin = before[record]!;
    if (i < length - 1) put(progress, i * PLACE, begin, event);
    else report(event, begin, chain[first + i]!, before[record + 2]!, before[record + 3]!);
  }

  return {
    begin(distanceOfText) {
      distance = distanceOfText;
    },
    find(wanted, out) {
      const begin = patternElements.offsets[wanted]!;
      const end = patternElements.offsets[wanted + 1]!;
      for (let k = begin; k < end; k++) if (!gather(chain[k]!)) return;
      pattern = wanted;
      first = begin;
      length = end - begin;
      hits = out;
      records = events.records;
      if (length === 1) findAlone();
      else findInOrder();
    },
  };
}
