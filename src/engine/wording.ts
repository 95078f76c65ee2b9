import { capitalisedWords, NAME } from './capitalised-words.ts';
import { plainSpellings } from './disguises.ts';
import type { Reading } from './reading.ts';
import type { Target } from './rules.ts';
import { classOf, DIGIT, IDEOGRAPH, isLetterSign, LETTER, UNSPACED } from './scripts.ts';

/**
 * What wording says, learned from many adverts: log odds for every piece of a word, two to five letters long. Pieces are
 * hashed into `1 << bits` places; two that meet in one place are told apart by the others around them.
 */
export interface WordingModel {
  bits: number;
  bias: number;
  /** Log odds of one step of a weight, before the number of pieces is taken into account. */
  step: number;
  weights: Int8Array;
}

/** How an advert is worded. Ranges are folded: the words that weigh most in the direction of the whole. */
export interface Wording {
  logOdds: number;
  ranges: [start: number, end: number][];
}

const SHORTEST = 2;
const LONGEST = 5;
/** Of the FNV-1a hash. */
const HASH_START = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;
/** A text of few pieces says little: each weighs 1 / √(pieces + this). */
const STEADY = 300;
/** Words shown as the ones that weigh most. */
const MOST_SHOWN = 4;

/** Stands before and behind every word. */
const EDGE = 0;
/** Word set of peoples, languages, faiths and genders. */
const PEOPLE = 'people';
const ANY_DIGIT = 48;

/** Who somebody is, where they are from and by which messenger they write must not change a score by itself. */
function isPersonal(target: Target): boolean {
  return target.type === 'place' || target.type === 'messenger' || (target.type === 'concept' && target.id === PEOPLE);
}

const personalTargets = (targets: readonly Target[]): Uint8Array =>
  Uint8Array.from(targets, (target) => (isPersonal(target) ? 1 : 0));

/**
 * The units of all words with an edge before the first; every number is the same, digits in words are the letters that they
 * stand for, and names, numbers to call and addresses are left out. `units[i + 1]` is the folded unit at `i`.
 */
function wordUnits(reading: Reading, isPersonalTarget: Uint8Array): Uint16Array {
  const { folded, tokens, hits, contacts } = reading;
  const { codes, length } = folded;
  const units = new Uint16Array(length + 2);
  for (let i = 0; i < length; i++) {
    const code = codes[i]!;
    const kind = classOf(code);
    if (kind === DIGIT) units[i + 1] = ANY_DIGIT;
    else if (kind === LETTER || kind === IDEOGRAPH || kind === UNSPACED) units[i + 1] = code;
  }
  // Mostly a few units: shorter than a call of `fill`.
  const leaveOut = (start: number, end: number): void => {
    for (let i = start + 1; i <= end; i++) units[i] = EDGE;
  };
  const capitals = capitalisedWords(reading);
  for (let token = 0; token < tokens.count; token++) {
    const [start, end] = [tokens.starts[token]!, tokens.ends[token]!];
    if (capitals[token] === NAME) leaveOut(start, end);
    else if (isHalfDigits(codes, start, end)) {
      const plain = plainWord(folded.text.slice(start, end));
      if (plain === undefined) leaveOut(start, end);
      else for (let i = start; i < end; i++) units[i + 1] = plain.charCodeAt(i - start);
    }
  }
  for (const { target, start, end } of hits) if (isPersonalTarget[target] === 1) leaveOut(start, end);
  for (const { start, end } of contacts) leaveOut(start, end);
  return units;
}

/** "s4lary" as "salary"; undefined for codes such as "24x7" that stand for no word. */
function plainWord(word: string): string | undefined {
  return plainSpellings(word).find((spelling) => spelling.length === word.length && !/[\d@$]/.test(spelling));
}

function isHalfDigits(codes: Uint16Array, start: number, end: number): boolean {
  let digits = 0;
  for (let i = start; i < end; i++) if (classOf(codes[i]!) === DIGIT || isLetterSign(codes[i]!)) digits++;
  return digits > 0 && digits < end - start;
}

/** Calls `visit` with the hash of every piece, and the place in `units` where its word begins. */
function eachPiece(units: Uint16Array, visit: (hash: number, word: number) => void): void {
  let word = 0;
  for (let from = 0; from + 1 < units.length; from++) {
    const isEdge = units[from] === EDGE;
    if (isEdge) {
      word = from + 1;
      if (units[word] === EDGE) continue;
    }
    let hash = Math.imul(HASH_START ^ units[from]!, HASH_FACTOR);
    for (let size = SHORTEST, at = from + 1; size <= LONGEST; size++, at++) {
      hash = Math.imul(hash ^ units[at]!, HASH_FACTOR);
      visit(hash, word);
      if (units[at] === EDGE) break;
    }
  }
}

/** The high bits of a product are the well mixed ones. */
function placeOf(hash: number, bits: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> (32 - bits);
}

/** The places of a text's pieces in the table, each once: what the weights are learned from. */
export function wordingPlaces(reading: Reading, targets: readonly Target[], bits: number): number[] {
  const places = new Set<number>();
  eachPiece(wordUnits(reading, personalTargets(targets)), (hash) => places.add(placeOf(hash, bits)));
  return [...places];
}

/** What each of so many pieces counts. */
export function shareOfPiece(pieces: number): number {
  return 1 / Math.sqrt(pieces + STEADY);
}

/**
 * Makes the reader of wording for one model; linear in the text, keeps its working memory between calls: a bit for each
 * weight that the text came to, so that all of it stays near at hand.
 */
export function createWordingReader(model: WordingModel, targets: readonly Target[]): (reading: Reading) => Wording {
  const { bits, bias, step, weights } = model;
  const isPersonalTarget = personalTargets(targets);
  const seen = new Int32Array(Math.max(1, (1 << bits) >> 5));
  return (reading) => {
    seen.fill(0);
    let pieces = 0;
    let sum = 0;
    const units = wordUnits(reading, isPersonalTarget);
    /** Words in order, and what the pieces first met in each weigh together. */
    const words: number[] = [];
    const sums: number[] = [];
    eachPiece(units, (hash, word) => {
      const place = placeOf(hash, bits);
      const bit = 1 << (place & 31);
      if ((seen[place >> 5]! & bit) !== 0) return;
      seen[place >> 5]! |= bit;
      pieces++;
      const weight = weights[place]!;
      if (weight === 0) return;
      sum += weight;
      const last = words.length - 1;
      if (last >= 0 && words[last] === word) sums[last]! += weight;
      else {
        words.push(word);
        sums.push(weight);
      }
    });
    const logOdds = bias + sum * step * shareOfPiece(pieces);
    const ranges = strongest(sums, Math.sign(logOdds)).map((at): [number, number] => [
      words[at]! - 1,
      units.indexOf(EDGE, words[at]!) - 1,
    ]);
    return { logOdds, ranges };
  };
}

/** Places of the sums that are largest in a direction, largest first, of equal ones the first. */
function strongest(sums: readonly number[], direction: number): number[] {
  const shown: number[] = [];
  for (let at = 0; at < sums.length; at++) {
    const own = sums[at]! * direction;
    if (own <= 0 || (shown.length === MOST_SHOWN && own <= sums[shown.at(-1)!]! * direction)) continue;
    let place = shown.length;
    while (place > 0 && own > sums[shown[place - 1]!]! * direction) place--;
    shown.splice(place, 0, at);
    if (shown.length > MOST_SHOWN) shown.pop();
  }
  return shown;
}
