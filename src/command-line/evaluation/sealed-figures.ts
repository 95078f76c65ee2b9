import type { CompiledRules } from '../../engine/rules.ts';
import { createScorer } from '../../engine/score-posting.ts';
import { BOARD_LANGUAGE, FOLDS, type TrainingText } from '../learning/training-texts.ts';
import { fitFolds, fitOn, type Row, type Unlearned, withFit } from '../learning/weight-fits.ts';
import { type Figure, share, worst } from './figures.ts';
import { isRed, isWarned, type Judged, judge, withLabel } from './judged.ts';

/** Shortest and longest of the short texts, in words. */
const SHORT = { least: 4, most: 45 };
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** Words also where no spaces stand between them. */
function countWords(text: string): number {
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length;
}

export function isShort({ posting }: TrainingText): boolean {
  const words = countWords(posting.text);
  return words >= SHORT.least && words <= SHORT.most;
}

/** What the fits are made of: the sealed texts and the honest adverts of job boards. */
export interface FitTexts {
  unlearned: Unlearned;
  sealed: Row[];
  boards: Row[];
  /** Every sign that stands in some text. */
  met: ReadonlySet<string>;
}

function judgeTexts(rules: CompiledRules, texts: TrainingText[]): Judged[] {
  return judge(texts, createScorer(rules));
}

/** Each sealed text with its verdict under weights from the folds that it is not in. */
export function judgeInFolds({ unlearned, sealed, boards, met }: FitTexts): Judged[] {
  const fits = fitFolds(unlearned, [...sealed, ...boards]);
  return Array.from({ length: FOLDS }, (_, fold) =>
    judgeTexts(
      withFit(unlearned, fits[fold]!, met),
      sealed.filter(({ text }) => text.fold === fold).map(({ text }) => text),
    ),
  ).flat();
}

export function shortTextFigures(judged: Judged[]): Figure[] {
  const short = judged.filter(({ advert }) => isShort(advert as TrainingText));
  const honest = withLabel(short, 'legit');
  return [
    share('lures warned', withLabel(short, 'lure'), isWarned, { least: 0.9 }),
    share('honest warned', honest, isWarned, { most: 0.03 }),
    share('  lures red', withLabel(short, 'lure'), isRed),
    share('  honest red', honest, isRed),
    share('  other scams warned', withLabel(short, 'scam'), isWarned),
    share('  texts that warn, warned', withLabel(short, 'warning'), isWarned),
  ];
}

/** All sealed texts, short and long; no goals of their own. */
export function sealedFigures(judged: Judged[]): Figure[] {
  return [
    share('lures warned', withLabel(judged, 'lure'), isWarned),
    share('lures red', withLabel(judged, 'lure'), isRed),
    share('other scams warned', withLabel(judged, 'scam'), isWarned),
    share('honest warned', withLabel(judged, 'legit'), isWarned),
    share('honest red', withLabel(judged, 'legit'), isRed),
    share('texts that warn, warned', withLabel(judged, 'warning'), isWarned),
    share('texts that warn, red', withLabel(judged, 'warning'), isRed),
  ];
}

/**
 * Each language's sealed lures under weights that were fitted without any text in that language: what a language
 * gets of which there are phrases, and no labelled adverts.
 */
export function leftOutFigures({ unlearned, sealed, boards, met }: FitTexts): Figure[] {
  const languages = [...new Set(sealed.map(({ text }) => text.lang))].sort();
  const lures = languages.flatMap((lang) => {
    const others = sealed.filter(({ text }) => text.lang !== lang);
    const fit = fitOn(unlearned, lang === BOARD_LANGUAGE ? others : [...others, ...boards]);
    const own = sealed.filter(({ text }) => text.lang === lang && text.label === 'lure');
    return judgeTexts(
      withFit(unlearned, fit, met),
      own.map(({ text }) => text),
    );
  });
  return [
    share('lures warned, all languages', lures, isWarned, { least: 0.85 }),
    worst('lures warned, worst language', lures, ({ advert }) => advert.lang, isWarned, { least: 0.85 }),
  ];
}
