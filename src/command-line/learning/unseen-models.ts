import { createMatcher } from '../../engine/matcher.ts';
import { hashConcepts, meaningPlaces } from '../../engine/meaning.ts';
import type { PieceModel } from '../../engine/piece-model.ts';
import { readPosting } from '../../engine/reading.ts';
import type { CompiledRules } from '../../engine/rules.ts';
import { createWholeTextReader } from '../../engine/whole-text.ts';
import { wordingPlaces } from '../../engine/wording.ts';
import { fitPieces, type PieceShape, roundPieces } from './piece-fit.ts';
import type { TrainingText } from './training-texts.ts';

/** Enough places that few pieces meet in one: 256 KB on the device. */
const WORDING: PieceShape = { bits: 18, steady: 300, trust: 20 };
/** Concepts are few and so are the pairs that stand near each other: 64 KB. */
const MEANING: PieceShape = { bits: 16, steady: 40, trust: 10 };

/** What judges a text as a whole. */
export interface WholeModels {
  wording: PieceModel;
  meaning: PieceModel;
}

/** A training text as the models see it: the places of its pieces, each once. */
export interface PiecedText {
  text: TrainingText;
  wording: number[];
  meaning: number[];
  positive: boolean;
}

/** Reads the pieces of all texts. */
export function readPieces(rules: CompiledRules, texts: readonly TrainingText[]): PiecedText[] {
  const matcher = createMatcher(rules.matcher);
  const readWhole = createWholeTextReader(rules);
  const hashes = hashConcepts(rules.glossary.concepts);
  return texts.map((text) => {
    const reading = readPosting(text.posting, rules, matcher);
    const { mask, concepts } = readWhole(reading);
    return {
      text,
      wording: wordingPlaces(reading, mask, WORDING.bits),
      meaning: meaningPlaces(concepts, hashes, MEANING.bits),
      positive: text.label === 'lure' || text.label === 'scam',
    };
  });
}

export function learnModels(texts: readonly PiecedText[]): WholeModels {
  const learn = (kind: 'wording' | 'meaning', shape: PieceShape): PieceModel => {
    const examples = texts.map((text) => ({ places: text[kind], positive: text.positive, share: 1 }));
    return roundPieces(fitPieces(examples, shape), shape);
  };
  return { wording: learn('wording', WORDING), meaning: learn('meaning', MEANING) };
}

/** Models for each group, learned from all the others: what they say of a text to who never met its writers. */
export function learnUnseen(
  texts: readonly PiecedText[],
  groupOf: (text: TrainingText) => string,
): ReadonlyMap<string, WholeModels> {
  const groups = [...new Set(texts.map(({ text }) => groupOf(text)))].toSorted();
  return new Map(groups.map((group) => [group, learnModels(texts.filter(({ text }) => groupOf(text) !== group))]));
}
