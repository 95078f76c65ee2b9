import type { Vocabulary } from '../packs/vocabulary.ts';

/** Decimal digits of the scripts in use, for a class of a pattern. */
export const DIGITS = [...'0٠۰०০੦૦୦௦౦೦൦෦๐໐༠၀០᠐０']
  .map((zero) => `${zero}-${String.fromCharCode(zero.charCodeAt(0) + 9)}`)
  .join('');

/** An amount as printed in many countries. Bounded, so that a wall of digits costs no more than its length. */
const AMOUNT = new RegExp(`[${DIGITS}][${DIGITS}.,'’\\s]{0,20}`, 'g');
const SIGN =
  '[$\u00a2-\u00a5\u058f\u060b\u09f2\u09f3\u0bf9\u0e3f\u17db\u20a0-\u20cf\ufdfc\uff04\uffe0\uffe1\uffe5\uffe6]';
const SIGN_BEFORE = new RegExp(`${SIGN}\\s?$`);
const SIGN_AFTER = new RegExp(`^${SIGN}`);
const LETTER_OR_DIGIT = /[\p{L}\p{N}]$/u;
const LETTER_AFTER = /^[a-zа-я]/;
/** Longer than any word for money with what may stand between it and the amount. */
const REACH = 16;

type Words = Map<string, string[]>;

/** By the letter that touches the amount, or is next to it. */
let before = byLetter(['usd', 'eur'], -1);
let after = byLetter(['usd', 'eur'], 0);

function byLetter(words: string[], at: number): Words {
  const by: Words = new Map();
  for (const word of words) by.set(word.at(at)!, [...(by.get(word.at(at)!) ?? []), word]);
  return by;
}

export function learnMoney({ currencies, amounts }: Vocabulary): void {
  before = byLetter(currencies.split(' '), -1);
  after = byLetter(amounts.split(' '), 0);
}

/** Whether a currency's sign or word stands beside an amount. One big pattern would take longer to compile than to run. */
export function hasMoney(text: string): boolean {
  const low = text.toLowerCase();
  for (const { 0: amount, index } of low.matchAll(AMOUNT)) {
    const left = low.slice(Math.max(0, index - REACH), index);
    const right = low.slice(index + amount.length, index + amount.length + REACH);
    if (SIGN_BEFORE.test(left) || SIGN_AFTER.test(right)) return true;
    if (after.get(right[0]!)?.some((word) => right.startsWith(word) && !LETTER_AFTER.test(right.slice(word.length))))
      return true;
    const close = left.replace(/\.?\s?$/, '');
    if (
      before
        .get(close.at(-1)!)
        ?.some((word) => close.endsWith(word) && !LETTER_OR_DIGIT.test(close.slice(0, -word.length)))
    )
      return true;
  }
  return false;
}
