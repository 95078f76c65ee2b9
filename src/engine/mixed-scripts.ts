import { CYRILLIC_LOOK_ALIKES, LOOK_ALIKES } from './disguises.ts';
import { classOf, DIGIT, LETTER } from './scripts.ts';

const LATIN = 1;
const OTHER = 2;
/** Letters of other alphabets that can hardly be told from Latin ones, whatever stands around them. */
const LOOKS_LATIN = 4;
/** Latin letters that can hardly be told from Cyrillic ones. */
const LOOKS_CYRILLIC = 8;

/** Pairs that only deceive inside a Latin word: they pass for a letter, they are not drawn like it. */
const LOOSE = new Set('пцгзьωσεηγβ');
/** Greek capitals look like other Latin letters than their small forms do. */
const GREEK_CAPITALS: Record<string, string> = { Β: 'b', Ε: 'e', Ζ: 'z', Η: 'h', Μ: 'm', Ν: 'n', Υ: 'y' };

const traits = new Uint8Array(65536);
const latin = new Uint16Array(65536);
const cyrillic = new Uint16Array(128);
for (let code = 97; code <= 122; code++) traits[code] = LATIN;
for (let code = 0x370; code < 0x590; code++) if (classOf(code) === LETTER) traits[code] = OTHER;
for (const [letter, plain] of Object.entries(LOOK_ALIKES)) {
  const code = letter.charCodeAt(0);
  if (traits[code] === OTHER) traits[code] = OTHER | (LOOSE.has(letter) ? 0 : LOOKS_LATIN);
  latin[code] = plain.charCodeAt(0);
}
for (const [letter, other] of Object.entries(CYRILLIC_LOOK_ALIKES)) {
  const code = letter.charCodeAt(0);
  traits[code] = LATIN | LOOKS_CYRILLIC;
  cyrillic[code] = other.charCodeAt(0);
}

interface Word {
  start: number;
  end: number;
  hasLatin: boolean;
  hasOther: boolean;
  /** Every letter of another alphabet passes for a Latin one; `drawn` when it is even drawn like it. */
  passesLatin: boolean;
  isDrawnLatin: boolean;
  passesCyrillic: boolean;
}

function wordsOf(codes: Uint16Array, length: number): Word[] {
  const words: Word[] = [];
  for (let i = 0; i < length; i++) {
    if (traits[codes[i]!] === 0) continue;
    const word = { start: i, end: i, hasLatin: false, hasOther: false };
    let others = 0;
    let passing = 0;
    let drawn = 0;
    let latins = 0;
    let passingCyrillic = 0;
    while (i < length && (traits[codes[i]!] !== 0 || classOf(codes[i]!) === DIGIT || latin[codes[i]!] !== 0)) {
      const trait = traits[codes[i]!]!;
      if (trait & OTHER) {
        others++;
        if (latin[codes[i]!] !== 0) passing++;
        if (trait & LOOKS_LATIN) drawn++;
      } else if (trait & LATIN) {
        latins++;
        if (trait & LOOKS_CYRILLIC) passingCyrillic++;
      }
      i++;
    }
    words.push({
      ...word,
      end: i,
      hasLatin: latins > 0,
      hasOther: others > 0,
      passesLatin: passing === others,
      isDrawnLatin: drawn === others,
      passesCyrillic: passingCyrillic === latins,
    });
  }
  return words;
}

/**
 * Puts words that mix Latin with letters of another alphabet that look like it into one alphabet, in place: "sаlаry" with
 * Cyrillic а, "pабoтa" with Latin p, o, a. Where a text does so and is otherwise Latin, words made of look-alikes alone
 * follow. Linear; one look at each unit when there is but one alphabet.
 */
export function joinScripts(codes: Uint16Array, origin: Int32Array, length: number, original: string): void {
  let seen = 0;
  for (let i = 0; i < length; i++) seen |= traits[codes[i]!]!;
  if ((seen & OTHER) === 0) return;
  const words = wordsOf(codes, length);
  const isMixed = (word: Word): boolean => word.hasLatin && word.hasOther;
  if (!words.some(isMixed) && !(seen & LATIN)) return;
  let likelyLatin = 0;
  let disguised = 0;
  let likelyOther = 0;
  for (const word of words) {
    if (isMixed(word)) {
      if (word.passesLatin) disguised++;
      else if (word.passesCyrillic) likelyOther++;
    } else if (word.hasLatin && !word.passesCyrillic) likelyLatin++;
    else if (word.hasOther && !word.isDrawnLatin) likelyOther++;
  }
  const isLatin = likelyLatin + disguised > 2 * likelyOther;
  for (const word of words) {
    const toLatin = isMixed(word)
      ? word.passesLatin && (isLatin || !word.passesCyrillic)
      : word.hasOther && word.isDrawnLatin && isLatin && disguised > 0;
    const toCyrillic = isMixed(word) && !toLatin && word.passesCyrillic;
    if (!toLatin && !toCyrillic) continue;
    for (let k = word.start; k < word.end; k++) {
      const code = codes[k]!;
      if (toCyrillic) {
        if (traits[code]! & LATIN) codes[k] = cyrillic[code]!;
      } else if (latin[code] !== 0) {
        codes[k] = GREEK_CAPITALS[original[origin[k]!]!]?.charCodeAt(0) ?? latin[code]!;
      }
    }
  }
}
