import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import { fold } from '../../engine/folding.ts';
import type { Posting } from '../../engine/posting.ts';
import type { SignalsPack } from '../../packs/pack-files.ts';
import { readCorpus } from '../learning/training-texts.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** NFKC, lower case and a split into words: what any reader must do. */
export function floor({ text }: Posting): number {
  return text.normalize('NFKC').toLowerCase().match(WORD)?.length ?? 0;
}

/** One in so many texts of the corpus is enough to time a classifier that goes through every feature it has met. */
const SLICE = 10;

/** `natural`'s naive Bayes classifier, as its documentation says to make one: it splits and stems English words. */
export function trainBayes(): { texts: number; classify(posting: Posting): string } {
  const classifier = new BayesClassifier();
  const slice = readCorpus().filter(({ sealed }, index) => !sealed && index % SLICE === 0);
  for (const { posting, label } of slice) classifier.addDocument(posting.text, label);
  classifier.train();
  return { texts: slice.length, classify: ({ text }) => classifier.classify(text) };
}

const SYNTAX = /[{}()|~<>#]/;

function plainPhrases({ signals, words }: SignalsPack): Set<string> {
  const all = [
    ...words.flatMap((set) => Object.values(set.words).flat()),
    ...signals.flatMap((signal) => Object.values(signal.words ?? {}).flatMap((sets) => Object.values(sets).flat())),
    ...signals.flatMap((signal) => Object.values(signal.phrases ?? {}).flat()),
  ];
  const plain = all.map(String).filter((phrase) => !SYNTAX.test(phrase));
  return new Set(plain.map((phrase) => fold(phrase.replaceAll('*', '')).text.trim()).filter((phrase) => phrase !== ''));
}

/**
 * Every word of the lists and every phrase without syntax as one alternation, longest first. It finds words only: which of
 * them stand together and how far apart, other endings and disguised letters would still have to be read.
 */
export function alternation(pack: SignalsPack): { alternatives: number; count(posting: Posting): number } {
  const phrases = [...plainPhrases(pack)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const expression = new RegExp(phrases.map((phrase) => phrase.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|'), 'g');
  const count = ({ text }: Posting): number => text.normalize('NFKC').toLowerCase().match(expression)?.length ?? 0;
  return { alternatives: phrases.length, count };
}
