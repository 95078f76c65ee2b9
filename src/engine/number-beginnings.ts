import { beginsHanNumber } from './han-number.ts';
import { classOf, DIGIT, IDEOGRAPH, LETTER, UNSPACED } from './scripts.ts';

/** How a number may begin with a unit. */
export const UNKNOWN = 0;
export const NEVER = 1;
export const ALWAYS = 2;
/** At the beginning of a word. */
export const AFTER_NO_LETTER = 3;

const beginnings = new WeakMap<ReadonlySet<number>, Uint8Array>();

/** For each unit whether a number may begin with it, filled as units are met; `words` are the beginnings of number words. */
export function beginningsOf(words: ReadonlySet<number>): Uint8Array {
  let known = beginnings.get(words);
  if (!known) {
    known = new Uint8Array(65_536);
    beginnings.set(words, known);
  }
  return known;
}

/** Whether a number may begin with a unit: with digits, Han numerals, and the beginnings of words. */
export function learnBeginning(words: ReadonlySet<number>, code: number): number {
  const kind = classOf(code);
  if (kind === DIGIT) return code >= 48 && code <= 57 ? ALWAYS : NEVER;
  if (kind === IDEOGRAPH) return beginsHanNumber(code) ? ALWAYS : NEVER;
  if ((kind !== LETTER && kind !== UNSPACED) || !words.has(code)) return NEVER;
  return kind === UNSPACED ? ALWAYS : AFTER_NO_LETTER;
}
