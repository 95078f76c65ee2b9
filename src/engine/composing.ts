/**
 * Puts letters together that were written in parts: canonically decomposed kana, Hangul and Indic vowels, half-width kana
 * with their marks, Hangul typed letter by letter. Marks of the alphabets that folding strips never get here.
 */

/** The second parts of canonical pairs, in scripts whose marks are kept. */
const SECOND_PARTS =
  '\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0c56\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dca\u0dcf\u0ddf\u102e\u3099\u309a';
const LEADS = [...'ᄀᄁᄂᄃᄅᄆᄇᄉᄊᄋᄌᄎᄏᄐᄑᄒ'].map((letter) => letter.charCodeAt(0));
/** The same consonants as the last of a syllable. */
const TAILS = [...'ᆨᆩᆫᆮᆯᆷᆸᆺᆻᆼᆽᆾᆿᇀᇁᇂ'].map((letter) => letter.charCodeAt(0));

const PART = 1;
const LEAD = 2;
const VOWEL = 4;
const traits = new Uint8Array(65536);
const tailOf = new Uint16Array(0x1200);
for (const part of SECOND_PARTS) traits[part.charCodeAt(0)] = PART;
for (let code = 0x1161; code <= 0x1175; code++) traits[code] = PART | VOWEL;
for (let code = 0x11a8; code <= 0x11c2; code++) traits[code] = PART;
LEADS.forEach((lead, index) => {
  traits[lead] = LEAD;
  tailOf[lead] = TAILS[index]!;
});

/** First × 65,536 + second → the letter both make, or 0. */
const pairs = new Map<number, number>();

function composed(first: number, second: number): number {
  const key = first * 65536 + second;
  let whole = pairs.get(key);
  if (whole === undefined) {
    const text = String.fromCharCode(first, second).normalize('NFC');
    whole = text.length === 1 ? text.charCodeAt(0) : 0;
    pairs.set(key, whole);
  }
  return whole;
}

/** Works in place and returns the new length; linear. */
export function composeParts(codes: Uint16Array, origin: Int32Array, length: number): number {
  let seen = 0;
  for (let i = 0; i < length; i++) seen |= traits[codes[i]!]!;
  if ((seen & PART) === 0) return length;
  let write = 0;
  /** Where the last syllable stands that was put together here and may still take a last consonant. */
  let open = -1;
  for (let read = 0; read < length; read++) {
    const code = codes[read]!;
    const trait = traits[code]!;
    const before = write - 1;
    if (before >= 0 && trait & PART) {
      const whole = composed(codes[before]!, code);
      if (whole !== 0) {
        codes[before] = whole;
        open = trait & VOWEL ? before : -1;
        continue;
      }
    }
    // Typed letters do not tell first consonants from last ones: the last is what no vowel follows.
    if (trait & LEAD && open === before && before >= 0 && !(read + 1 < length && traits[codes[read + 1]!]! & VOWEL)) {
      codes[before] = composed(codes[before]!, tailOf[code]!) || codes[before]!;
      open = -1;
      continue;
    }
    codes[write] = code;
    origin[write++] = origin[read]!;
  }
  return write;
}
