import type { Vocabulary } from '../packs/vocabulary.ts';

/** An amount as printed in many countries. Bounded, so that a wall of digits costs no more than its length. */
const AMOUNT = /\p{Nd}[\p{Nd}.,'’\s]{0,20}/gu;
const SIGN_BEFORE = /\p{Sc}\s?$/u;
const SIGN_AFTER = /^\p{Sc}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]$/u;
const LETTER_AFTER = /^[a-zа-я]/;
/** Longer than any word for money with what may stand between it and the amount. */
const REACH = 16;

let before = ['usd', 'eur'];
let after = ['usd', 'eur'];

export function learnMoney({ currencies, amounts }: Vocabulary): void {
  before = currencies.split(' ');
  after = amounts.split(' ');
}

/** Whether a currency's sign or word stands beside an amount. One big pattern would take longer to compile than to run. */
export function hasMoney(text: string): boolean {
  const low = text.toLowerCase();
  for (const { 0: amount, index } of low.matchAll(AMOUNT)) {
    const left = low.slice(Math.max(0, index - REACH), index);
    const right = low.slice(index + amount.length, index + amount.length + REACH);
    if (SIGN_BEFORE.test(left) || SIGN_AFTER.test(right)) return true;
    if (after.some((word) => right.startsWith(word) && !LETTER_AFTER.test(right.slice(word.length)))) return true;
    const close = left.replace(/\.?\s?$/, '');
    if (before.some((word) => close.endsWith(word) && !LETTER_OR_DIGIT.test(close.slice(0, -word.length)))) return true;
  }
  return false;
}
