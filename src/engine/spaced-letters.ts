import { classOf, DIGIT, IDEOGRAPH, LETTER, UNSPACED } from './scripts.ts';

const SPACE = 32;

const NONE = 0;
const BASE = 1;
const NUMBER = 2;
/** Belongs to the letter before it. */
const MARK = 3;
/** Joins the letter behind it to the one before it. */
const VIRAMA = 4;
const UNKNOWN = 255;

const kinds = new Uint8Array(65536).fill(UNKNOWN);
const VIRAMAS = '\u094d\u09cd\u0bcd\u0dca\u1039\u17d2';

function learn(code: number): number {
  const kind = classOf(code);
  const character = String.fromCharCode(code);
  let value = NONE;
  if (VIRAMAS.includes(character)) value = VIRAMA;
  else if (/\p{M}/u.test(character)) value = MARK;
  else if (kind === DIGIT) value = NUMBER;
  else if (kind === LETTER || kind === IDEOGRAPH || kind === UNSPACED || code === 64 || code === 36) value = BASE;
  kinds[code] = value;
  return value;
}

function kindOf(code: number): number {
  const kind = kinds[code]!;
  return kind === UNKNOWN ? learn(code) : kind;
}

const startsLetter = (code: number): boolean => kindOf(code) === BASE || kindOf(code) === NUMBER;

/** Behind the letter that begins at `at`, with its marks and what is joined to it. */
function letterEnd(codes: Uint16Array, at: number, length: number): number {
  let end = at + 1;
  while (end < length) {
    const kind = kindOf(codes[end]!);
    const before = codes[end - 1]!;
    const isJoined = kind === BASE && kindOf(before) === VIRAMA;
    // Thai and Lao "am" is folded into a mark and a letter.
    const isAm = (before === 0xe4d && codes[end] === 0xe32) || (before === 0xecd && codes[end] === 0xeb2);
    if (kind !== MARK && kind !== VIRAMA && !isJoined && !isAm) break;
    end++;
  }
  return end;
}

/** Scripts in which a few one-letter or one-syllable words follow each other in ordinary sentences. */
const hasShortWords = (code: number): boolean => (code >= 0x900 && code < 0xe00) || (code >= 0xac00 && code < 0xd7a4);

/** As many single letters with spaces between them are no row of short words. */
const NO_SHORT_WORDS = 6;

/** How many single letters with this separator between them are a word taken apart; 0 for what is no separator. */
function leastLetters(separator: number): number {
  switch (separator) {
    case 46:
    case 42:
    case 0xb7:
    case 0x2022:
    case 0x30fb:
    case 95:
    case 124:
    case 45:
    case 126:
    case 32:
      return 3; // . * · • ・ _ | - ~ and space
    case 47:
    case 43:
      return 4; // / +
    default:
      return separator >= 0x2500 && separator < 0x27c0 ? 3 : 0; // ★ ◆ ✦ …
  }
}

/** Whether a run stands by itself: nothing, another sign or more than one space on either side. */
function standsAlone(codes: Uint16Array, start: number, end: number, length: number): boolean {
  const before = start < 2 || codes[start - 1] !== SPACE || codes[start - 2] === SPACE;
  return before && (end + 1 >= length || codes[end] !== SPACE || codes[end + 1] === SPACE);
}

interface Run {
  separator: number;
  /** Where its next letter begins. */
  next: number;
  /** Behind its last letter. */
  end: number;
  letters: number;
  digits: number;
}

/** Single letters from `start` on with the same separator between them. */
function runFrom(codes: Uint16Array, start: number, length: number): Run {
  let end = letterEnd(codes, start, length);
  const separator = codes[end]!;
  const run: Run = { separator, next: end + 1, end, letters: 1, digits: kindOf(codes[start]!) === NUMBER ? 1 : 0 };
  while (end + 1 < length && codes[end] === separator && startsLetter(codes[end + 1]!)) {
    const next = letterEnd(codes, end + 1, length);
    if (next < length && startsLetter(codes[next]!)) break;
    run.letters++;
    if (kindOf(codes[end + 1]!) === NUMBER) run.digits++;
    end = next;
  }
  run.end = end;
  return run;
}

/** Signs that no script without spaces puts between two letters of a word. */
const FOREIGN_SIGNS = new Uint8Array(65536);
for (const sign of '.*_|·•・-') FOREIGN_SIGNS[sign.charCodeAt(0)] = 1;

function isUnspaced(code: number): boolean {
  const kind = classOf(code);
  return kind === UNSPACED || kind === IDEOGRAPH;
}

/** One sign between two letters is enough where words have no ends: "微.信", "ทำ.งาน". */
function partsUnspaced(codes: Uint16Array, at: number, length: number): boolean {
  return (
    FOREIGN_SIGNS[codes[at]!] === 1 &&
    at > 0 &&
    at + 1 < length &&
    isUnspaced(codes[at - 1]!) &&
    isUnspaced(codes[at + 1]!)
  );
}

/** Removes single separators inside runs of single letters, in place; returns the new length. Linear. */
export function joinSpacedLetters(codes: Uint16Array, origin: Int32Array, length: number): number {
  let write = 0;
  let read = 0;
  // A run that is left alone is not walked again from each of its letters: a page of single digits would take for ever.
  let left: Run = { separator: 0, next: -1, end: 0, letters: 0, digits: 0 };
  while (read < length) {
    const code = codes[read]!;
    if (partsUnspaced(codes, read, length)) {
      read++;
      continue;
    }
    if (startsLetter(code) && (read === 0 || kindOf(codes[read - 1]!) === NONE)) {
      const first = letterEnd(codes, read, length);
      const least = first + 1 < length ? leastLetters(codes[first]!) : 0;
      if (least > 0 && startsLetter(codes[first + 1]!)) {
        const isKnown = read === left.next && left.end > first && codes[first] === left.separator;
        const run = isKnown ? { ...left, next: first + 1 } : runFrom(codes, read, length);
        const isWord =
          run.letters >= NO_SHORT_WORDS ||
          codes[first] !== SPACE ||
          !hasShortWords(code) ||
          standsAlone(codes, read, run.end, length);
        if (isWord && run.letters >= least && run.digits * 2 < run.letters) {
          const separator = codes[first]!;
          for (let k = read; k < run.end; k++) {
            if (codes[k] === separator) continue;
            codes[write] = codes[k]!;
            origin[write++] = origin[k]!;
          }
          read = run.end;
          continue;
        }
        left = { ...run, letters: run.letters - 1, digits: run.digits - (kindOf(code) === NUMBER ? 1 : 0) };
      }
    }
    if (write !== read) {
      codes[write] = code;
      origin[write] = origin[read]!;
    }
    write++;
    read++;
  }
  return write;
}
