import { createMatcher } from '../../engine/matcher.ts';
import { readPosting } from '../../engine/reading.ts';
import type { CompiledRules } from '../../engine/rules.ts';
import { type WordingModel, wordingPlaces } from '../../engine/wording.ts';
import type { TrainingText } from './training-texts.ts';
import { fitWording, roundWording, type WordingExample } from './wording-fit.ts';

/** Enough places that few pieces meet in one; 256 KB on the device. */
export const WORDING_BITS = 18;

/** A training text as the model of wording sees it. */
export interface WordedText extends WordingExample {
  text: TrainingText;
}

/** Reads the pieces of all texts. */
export function readWording(rules: CompiledRules, texts: readonly TrainingText[]): WordedText[] {
  const matcher = createMatcher(rules.matcher);
  return texts.map((text) => ({
    text,
    places: wordingPlaces(readPosting(text.posting, rules, matcher), rules.targets, WORDING_BITS),
    positive: text.label === 'lure' || text.label === 'scam',
    share: 1,
  }));
}

export function learnWording(texts: readonly WordedText[]): WordingModel {
  return roundWording(fitWording(texts, WORDING_BITS), WORDING_BITS);
}

/** One model for each group, learned from all the others: what the wording of a text says to who never met its writers. */
export function learnUnseen(
  texts: readonly WordedText[],
  groupOf: (text: TrainingText) => string,
): ReadonlyMap<string, WordingModel> {
  const groups = [...new Set(texts.map(({ text }) => groupOf(text)))].toSorted();
  return new Map(groups.map((group) => [group, learnWording(texts.filter(({ text }) => groupOf(text) !== group))]));
}
