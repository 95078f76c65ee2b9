import type { Reading } from './reading.ts';
import { classOf, DIGIT, LETTER } from './scripts.ts';

/** A word with a capital where the sentence asks for none: somebody's or something's name. */
export const NAME = 1;

/** Where more of the words than this begin with a capital, capitals are a manner of writing and tell no names. */
const MANNER = 0.4;

const OPENS_WITH_CAPITAL = /^\p{Lu}\P{Lu}/u;
const LAST_ASCII = 127;
const isAsciiCapital = (code: number): boolean => code >= 65 && code <= 90;

/** A capital before anything but another; of most letters that is told without a pattern. */
function opensWithCapital(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (first <= LAST_ASCII) {
    if (!isAsciiCapital(first) || at + 1 >= text.length) return false;
    const second = text.charCodeAt(at + 1);
    if (second <= LAST_ASCII) return !isAsciiCapital(second);
  }
  return OPENS_WITH_CAPITAL.test(text.slice(at, at + 2));
}

/** For each word NAME or 0; all 0 in scripts without capitals and in texts that give every word one. */
export function capitalisedWords({ original, folded, tokens }: Reading): Uint8Array {
  const names = new Uint8Array(tokens.count);
  let capitals = 0;
  for (let token = 0; token < tokens.count; token++) {
    const start = tokens.starts[token]!;
    if (!opensWithCapital(original, folded.origin[start]!)) continue;
    capitals++;
    if (goesOn(folded.codes, start)) names[token] = NAME;
  }
  return capitals > tokens.count * MANNER ? new Uint8Array(tokens.count) : names;
}

/** Whether a word stands right before, with nothing but spaces or a comma between: the sentence does not begin here. */
function goesOn(codes: Uint16Array, start: number): boolean {
  let before = start - 1;
  while (before >= 0 && (codes[before] === 32 || codes[before] === 44)) before--;
  if (before < 0) return false;
  const kind = classOf(codes[before]!);
  return kind === LETTER || kind === DIGIT;
}
