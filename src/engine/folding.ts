import { composeParts } from './composing.ts';
import { joinScripts } from './mixed-scripts.ts';
import { joinSpacedLetters } from './spaced-letters.ts';

/**
 * Folds text to the form in which phrases are compared, with a map back to the original.
 *
 * Folded away: case, width, fonts made of mathematical, circled or squared letters, accents on Latin, Greek and Cyrillic
 * letters, Arabic vowel marks and letter variants, digits of every script, zero-width and bidirectional controls,
 * apostrophes inside words, letters of other alphabets inside words, letters written in parts, and separators put
 * between single letters ("s.a.l.a.r.y", "h i r i n g").
 */
export interface Folded {
  text: string;
  /** UTF-16 units of `text`. */
  codes: Uint16Array;
  /** Index in the original of each folded unit; one more entry marks the end. */
  origin: Int32Array;
  length: number;
}

const DROP = 0;
const UNKNOWN = 0xffff;
const COMPLEX = 0xfffe;

/** Folded unit of each BMP unit, filled on first meeting. */
const table = new Uint16Array(65536).fill(UNKNOWN);
/** Expansions of units and astral characters whose folded form is not exactly one unit. */
const expansions = new Map<number, string>();

const MARKS_OF_FOLDED_SCRIPTS =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: the marks are meant one by one.
  /[\u0300-\u036f\u0483-\u0489\u064b-\u065f\u0670\u06d6-\u06ed\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
const INVISIBLE =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: the characters are meant one by one.
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\u3164\ufe00-\ufe0f\ufeff\uffa0\u{e0000}-\u{e01ef}]/gu;
const DECOMPOSED_SCRIPTS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}]/u;

const latinLetter = (index: number): string => String.fromCharCode(97 + index);

/** Letters that Unicode does not decompose, or that people type interchangeably within one script. */
const VARIANTS: Record<string, string> = {
  ...Object.fromEntries([...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ\0ʏᴢ'].map((letter, index) => [letter, latinLetter(index)])),
  // Dark circled and dark squared letters, which Unicode does not decompose.
  ...Object.fromEntries(
    Array.from({ length: 26 }, (_, index) => latinLetter(index)).flatMap((letter, index) => [
      [String.fromCodePoint(0x1f150 + index), letter],
      [String.fromCodePoint(0x1f170 + index), letter],
    ]),
  ),
  đ: 'd',
  ð: 'd',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
  ƒ: 'f',
  ɡ: 'g',
  ɑ: 'a',
  ё: 'е',
  ґ: 'г',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ئ: 'ي',
  ک: 'ك',
  ڪ: 'ك',
  ہ: 'ه',
  ە: 'ه',
  ۀ: 'ه',
  ھ: 'ه',
  ة: 'ه',
  ؤ: 'و',
  '\u0640': '',
  '\u0901': '\u0902',
  '\u093c': '',
  '\u0981': '',
  '\u09bc': '',
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  ʼ: "'",
  ʻ: "'",
  '′': "'",
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '〜': '~',
  '～': '~',
};

function foldCharacter(character: string): string {
  let out = character.normalize('NFKC').replace(INVISIBLE, '').toLowerCase();
  if (DECOMPOSED_SCRIPTS.test(out)) out = out.normalize('NFD').replace(MARKS_OF_FOLDED_SCRIPTS, '').normalize('NFC');
  else out = out.replace(MARKS_OF_FOLDED_SCRIPTS, '');
  let folded = '';
  for (const part of out) folded += digitOf(part) ?? VARIANTS[part] ?? part;
  return folded;
}

/** ASCII digit for a decimal digit of any script; Unicode keeps each script's ten digits in a row. */
function digitOf(character: string): string | undefined {
  if (!/\p{Nd}/u.test(character)) return undefined;
  const code = character.codePointAt(0)!;
  if (code < 128) return character;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return String.fromCharCode(48 + ((code - zero) % 10));
}

function learn(code: number): number {
  const folded = foldCharacter(String.fromCharCode(code));
  let unit: number;
  if (folded.length === 0) unit = DROP;
  else if (folded.length === 1 && folded.charCodeAt(0) < COMPLEX) unit = folded.charCodeAt(0);
  else {
    unit = COMPLEX;
    expansions.set(code, folded);
  }
  table[code] = unit;
  return unit;
}

function learnAstral(codePoint: number): string {
  const folded = foldCharacter(String.fromCodePoint(codePoint));
  expansions.set(codePoint, folded);
  return folded;
}

const decoder = new TextDecoder('utf-16le');
/** The one sign of ASCII that folds to another. */
const BACKTICK = 96;

/** Time and memory are linear in the text's length; any string is accepted, lone surrogates included. */
export function fold(original: string): Folded {
  const n = original.length;
  let codes = new Uint16Array(n + 16);
  let origin = new Int32Array(n + 17);
  let length = 0;
  let seen = 0;
  let hasBacktick = false;
  for (let i = 0; i < n; i++) {
    const code = original.charCodeAt(i);
    seen |= code;
    if (code === BACKTICK) hasBacktick = true;
    let unit = table[code]!;
    if (unit === UNKNOWN) unit = learn(code);
    if (unit === DROP) continue;
    if (unit < COMPLEX && (code < 0xd800 || code > 0xdbff)) {
      codes[length] = unit;
      origin[length++] = i;
      continue;
    }
    let expansion: string;
    let width = 1;
    if (code >= 0xd800 && code <= 0xdbff) {
      const point = original.codePointAt(i)!;
      if (point > 0xffff) width = 2;
      expansion = expansions.get(point) ?? learnAstral(point);
    } else expansion = expansions.get(code) ?? '';
    if (length + expansion.length + (n - i) > codes.length) {
      const larger = new Uint16Array((length + expansion.length + (n - i)) * 2);
      larger.set(codes.subarray(0, length));
      codes = larger;
      const largerOrigin = new Int32Array(larger.length + 1);
      largerOrigin.set(origin.subarray(0, length));
      origin = largerOrigin;
    }
    for (let k = 0; k < expansion.length; k++) {
      codes[length] = expansion.charCodeAt(k);
      origin[length++] = i;
    }
    i += width - 1;
  }
  origin[length] = n;
  length = composeParts(codes, origin, length);
  length = joinSpacedLetters(codes, origin, length);
  joinScripts(codes, origin, length, original);
  origin[length] = n;
  // Of plain ASCII only case is folded away; the platform lowers it faster than units can be made into a string.
  const isPlain = seen < 128 && !hasBacktick && length === n;
  const text = isPlain ? original.toLowerCase() : decoder.decode(codes.subarray(0, length));
  return { text, codes, origin, length };
}

/** Marks, jamo and half-width marks that were put together with the letter before them, and what is not seen. */
const LETTER_PART = /\p{M}|[\u1160-\u11ff\u3131-\u318e\uff9e-\uffdc\u200b-\u200f\u2060\ufeff]/u;

/** End in the original of the folded unit before `end`: the start of what follows it. */
export function originalRange(folded: Folded, original: string, start: number, end: number): [number, number] {
  const from = folded.origin[start]!;
  if (end <= start) return [from, from];
  let to = folded.origin[end - 1]! + 1;
  // A surrogate pair and marks folded into the last letter belong to it.
  const code = original.charCodeAt(to - 1);
  if (code >= 0xd800 && code <= 0xdbff && to < original.length) to++;
  const next = end < folded.length ? folded.origin[end]! : original.length;
  while (to < next && LETTER_PART.test(original[to]!)) to++;
  return [from, to];
}
