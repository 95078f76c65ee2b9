import { describe, expect, it } from 'vitest';
import { readPacks } from '../../src/command-line/read-rules.ts';
import { createScorer } from '../../src/engine/score-posting.ts';
import { compileRules } from '../../src/packs/compile-rules.ts';
import { SWAPS, type Swap, TWO_SCRIPTS, UNEQUAL } from './swapped-words.ts';

const score = createScorer(compileRules(readPacks()));

/** Two words for one make a text longer, and a sign weighs a little less in a longer text. */
const SAME = 0.02;

const ORDINARY =
  'Baker wanted for the early shift, Monday to Friday, contract from the first day, come by with your papers.';

function rows(swaps: Swap[]): [name: string, sentence: string, words: string[], within: number][] {
  return swaps.flatMap(({ name, sentences, words, within = SAME }) =>
    sentences.map((sentence): [string, string, string[], number] => [name, sentence, words, within]),
  );
}

function expectAlike(sentence: string, words: string[], within: number): void {
  const judged = words.map((word) => ({ word, verdict: score({ text: sentence.replace('{}', word) }) }));
  const levels = new Set(judged.map(({ verdict }) => verdict.level));
  const scores = judged.map(({ verdict }) => verdict.score);
  const shown = judged.map(({ word, verdict }) => `${word} ${verdict.score}`).join(', ');
  expect([...levels], shown).toHaveLength(1);
  expect(Math.max(...scores) - Math.min(...scores), shown).toBeLessThanOrEqual(within);
}

describe('who somebody is changes no score', () => {
  it.each(rows(SWAPS))('%s: %s', (_name, sentence, words, within) => expectAlike(sentence, words, within));

  it.fails.each(rows(UNEQUAL))('known to be unequal: %s: %s', (_name, sentence, words, within) =>
    expectAlike(sentence, words, within),
  );

  it.each(SWAPS.map(({ name, sentences, words }) => [name, sentences.at(-1)!, words] as const))(
    'behind an ordinary advert: %s',
    (name, sentence, words) => {
      // The last sentence about names is a lure's.
      if (name === 'names' || name === 'genders') return;
      for (const word of words)
        expect(score({ text: `${ORDINARY} ${sentence.replace('{}', word)}` }).level, word).toBe('none');
    },
  );

  it.each(TWO_SCRIPTS)(
    'an honest advert in %s stays quiet in its own letters and in Latin ones',
    (_lang, own, latin) => {
      expect(score({ text: own }).level).toBe('none');
      expect(score({ text: latin }).level).toBe('none');
    },
  );
});
