import type { Vocabulary } from '../packs/vocabulary.ts';

/** An amount as printed in many countries. Bounded, so that a wall of digits costs no more than its length. */
const AMOUNT = "\\p{Nd}[\\p{Nd}.,'’\\s]{0,20}";

let pattern = moneyPattern('usd eur', 'usd eur');

function moneyPattern(currencies: string, amounts: string): RegExp {
  const either = (words: string): string => words.replace(/[.$]/g, '\\$&').replaceAll(' ', '|');
  return new RegExp(
    `\\p{Sc}\\s?${AMOUNT}|${AMOUNT}\\p{Sc}|(?<![\\p{L}\\p{N}])(?:${either(currencies)})\\.?\\s?${AMOUNT}|${AMOUNT}(?:${either(amounts)})(?![a-zа-я])`,
    'iu',
  );
}

export function learnMoney({ currencies, amounts }: Vocabulary): void {
  pattern = moneyPattern(currencies, amounts);
}

export function hasMoney(text: string): boolean {
  return pattern.test(text);
}
