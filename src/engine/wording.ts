import { plainSpellings } from './disguises.ts';
import type { PersonalMask } from './personal-words.ts';
import { createPieceSums, type Overall, type PieceModel, placeOf, strongest } from './piece-model.ts';
import type { Reading } from './reading.ts';
import { classOf, DIGIT, IDEOGRAPH, isLetterSign, LETTER, UNSPACED } from './scripts.ts';

const SHORTEST = 2;
const LONGEST = 5;
/** Of the FNV-1a hash. */
const HASH_START = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;

/** Stands before and behind every word. */
const EDGE = 0;
const ANY_DIGIT = 48;

/**
 * The units of all words with an edge before the first; every number is the same, digits in words are the letters that they
 * stand for, and names, numbers to call and addresses are left out. `units[i + 1]` is the folded unit at `i`.
 */
function wordUnits(reading: Reading, mask: PersonalMask): Uint16Array {
  const { folded, tokens } = reading;
  const { codes, length } = folded;
  const units = new Uint16Array(length + 2);
  for (let i = 0; i < length; i++) {
    if (mask[i] === 1) continue;
    const code = codes[i]!;
    const kind = classOf(code);
    if (kind === DIGIT) units[i + 1] = ANY_DIGIT;
    else if (kind === LETTER || kind === IDEOGRAPH || kind === UNSPACED) units[i + 1] = code;
  }
  // Mostly a few units: shorter than a call of `fill`.
  const leaveOut = (start: number, end: number): void => {
    for (let i = start + 1; i <= end; i++) units[i] = EDGE;
  };
  for (let token = 0; token < tokens.count; token++) {
    const [start, end] = [tokens.starts[token]!, tokens.ends[token]!];
    if (isHalfDigits(codes, start, end)) {
      const plain = plainWord(folded.text.slice(start, end));
      if (plain === undefined) leaveOut(start, end);
      else for (let i = start; i < end; i++) if (mask[i] === 0) units[i + 1] = plain.charCodeAt(i - start);
    }
  }
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

/** The places of a text's pieces in the table, each once: what the weights are learned from. */
export function wordingPlaces(reading: Reading, mask: PersonalMask, bits: number): number[] {
  const places = new Set<number>();
  eachPiece(wordUnits(reading, mask), (hash) => places.add(placeOf(hash, bits)));
  return [...places];
}

/** Makes the reader of how an advert is worded; linear in the text. */
export function createWordingReader(model: PieceModel): (reading: Reading, mask: PersonalMask) => Overall {
  const newSum = createPieceSums(model);
  return (reading, mask) => {
    const total = newSum();
    const units = wordUnits(reading, mask);
    /** Words in order, and what the pieces first met in each weigh together. */
    const words: number[] = [];
    const sums: number[] = [];
    eachPiece(units, (hash, word) => {
      const weight = total.add(hash);
      if (weight === 0) return;
      const last = words.length - 1;
      if (last >= 0 && words[last] === word) sums[last]! += weight;
      else {
        words.push(word);
        sums.push(weight);
      }
    });
    const logOdds = total.logOdds();
    const ranges = strongest(sums, Math.sign(logOdds)).map((at): [number, number] => [
      words[at]! - 1,
      units.indexOf(EDGE, words[at]!) - 1,
    ]);
    return { logOdds, ranges };
  };
}
