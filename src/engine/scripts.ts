/** Classes of UTF-16 units that decide how text is cut into words. */
export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Han, kana and Hangul: written without spaces, or with particles joined; matched as substrings. */
export const IDEOGRAPH = 3;
/** Thai, Lao, Khmer and Burmese: no spaces between words; matched as substrings. */
export const UNSPACED = 4;
export const SPACE = 5;
export const NEWLINE = 6;
/** Marks a sentence's end when nothing but space follows. */
export const STOP = 7;

const UNKNOWN = 255;
const classes = new Uint8Array(65536).fill(UNKNOWN);

/** Letter-like signs that stand for letters in disguised words ("s@lary"). */
export function isLetterSign(code: number): boolean {
  return code === 64 || code === 36 || code === 0x20ac || code === 0xa3;
}

const STOPS = '.!?;。！？；।॥။។؟';

function learn(code: number): number {
  const character = String.fromCharCode(code);
  let value = OTHER;
  if (/[\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff]/.test(character)) value = IDEOGRAPH;
  else if (/[\u0e01-\u0eff\u1000-\u1049\u1050-\u109f\u1780-\u17d3\u17d7-\u17ff\uaa60-\uaa7f]/.test(character))
    value = UNSPACED;
  else if (/[\n\r\u2028\u2029]/.test(character)) value = NEWLINE;
  else if (STOPS.includes(character)) value = STOP;
  else if (/[\p{L}\p{M}]/u.test(character)) value = LETTER;
  else if (/\p{N}/u.test(character)) value = DIGIT;
  else if (/\s/.test(character)) value = SPACE;
  classes[code] = value;
  return value;
}

/** Class of a UTF-16 unit; looked up once for each unit that ever occurs. */
export function classOf(code: number): number {
  const value = classes[code]!;
  return value === UNKNOWN ? learn(code) : value;
}

/** True when phrases of this text are matched as substrings rather than as whole words. */
export function hasUnspacedScript(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const value = classOf(text.charCodeAt(i));
    if (value === IDEOGRAPH || value === UNSPACED) return true;
  }
  return false;
}
