import type { Folded } from './folding.ts';
import { HASH_START, hashWith } from './packed-map.ts';
import { classOf, DIGIT, IDEOGRAPH, isLetterSign, LETTER, NEWLINE, SPACE, STOP, UNSPACED } from './scripts.ts';

/** Distance is counted in quarter words, so that scripts without spaces can be measured too. */
export const WORD = 4;
const UNIT_OF_IDEOGRAPH = 2;
const UNIT_OF_UNSPACED = 1;
const UNIT_OF_PUNCTUATION = 1;
/** A line may be broken anywhere, also between two words of a phrase. */
const UNIT_OF_NEWLINE = 2;
/** A blank line parts paragraphs. */
const UNIT_OF_BLANK_LINE = 6;
/** More than three words: a phrase seldom goes on behind a full stop. */
const UNIT_OF_STOP = 16;

/** Words of spaced scripts, and how far apart any two places of the text are. */
export interface Tokens {
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  /** Hash of each word. */
  hashes: Int32Array;
  /** Quarter words before each folded unit; `length + 1` entries. */
  distance: Int32Array;
}

const APOSTROPHE = 39;

const LINE_FEED = 10;
const RETURN = 13;

function lineEnd(code: number, before: number): number {
  if (classOf(before) !== NEWLINE) return UNIT_OF_NEWLINE;
  return code === LINE_FEED && before === RETURN ? 0 : UNIT_OF_BLANK_LINE;
}

/** More signs in a row are decoration. */
const MOST_SIGNS = 4;

/** A sign stands for a letter before a letter, and behind a word's last letter unless a sum follows: "jobs$", "US$ 500". */
function signIsLetter(codes: Uint16Array, start: number, at: number, length: number): boolean {
  let next = at + 1;
  while (next < length && next < at + MOST_SIGNS && isLetterSign(codes[next]!)) next++;
  const behind = next < length ? classOf(codes[next]!) : SPACE;
  if (behind === LETTER) return true;
  if (behind === DIGIT || classOf(codes[start]!) === DIGIT) return false;
  return !(behind === SPACE && next + 1 < length && classOf(codes[next + 1]!) === DIGIT);
}

export function tokenize(folded: Folded): Tokens {
  const { codes, length } = folded;
  const starts = new Int32Array((length >> 1) + 1);
  const ends = new Int32Array((length >> 1) + 1);
  const hashes = new Int32Array((length >> 1) + 1);
  const distance = new Int32Array(length + 1);
  let count = 0;
  let at = 0;
  let i = 0;
  while (i < length) {
    const kind = classOf(codes[i]!);
    const opensWithSign = isLetterSign(codes[i]!) && i + 1 < length && classOf(codes[i + 1]!) === LETTER;
    if (kind === LETTER || kind === DIGIT || opensWithSign) {
      const start = i;
      let hash = hashWith(HASH_START, codes[i]!);
      distance[i++] = at;
      at += WORD;
      while (i < length) {
        const next = classOf(codes[i]!);
        const inside =
          next === LETTER ||
          next === DIGIT ||
          (codes[i] === APOSTROPHE && i + 1 < length && classOf(codes[i + 1]!) === LETTER) ||
          (isLetterSign(codes[i]!) && signIsLetter(codes, start, i, length));
        if (!inside) break;
        hash = hashWith(hash, codes[i]!);
        distance[i++] = at;
      }
      starts[count] = start;
      hashes[count] = hash;
      ends[count++] = i;
      continue;
    }
    distance[i] = at;
    if (kind === IDEOGRAPH) at += UNIT_OF_IDEOGRAPH;
    else if (kind === UNSPACED) at += UNIT_OF_UNSPACED;
    else if (kind === NEWLINE) at += lineEnd(codes[i]!, i > 0 ? codes[i - 1]! : 0);
    else if (kind === STOP) {
      const after = i + 1 < length ? classOf(codes[i + 1]!) : NEWLINE;
      at += after === LETTER || after === DIGIT ? 0 : UNIT_OF_STOP;
    } else if (kind !== SPACE) at += UNIT_OF_PUNCTUATION;
    i++;
  }
  distance[length] = at;
  return { count, starts, ends, hashes, distance };
}
