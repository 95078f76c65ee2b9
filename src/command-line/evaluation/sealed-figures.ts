import type { EnginePacks } from '../../packs/compile-rules.ts';
import type { Fit } from '../learning/logistic-fit.ts';
import { FOLDS, type TrainingText } from '../learning/training-texts.ts';
import {
  fitFolds,
  fitOn,
  type Row,
  readRows,
  scorerOfUnseen,
  type Unlearned,
  unlearnedRules,
  withFit,
} from '../learning/weight-fits.ts';
import { type Figure, share, worst } from './figures.ts';
import { isRed, isWarned, type Judged, withLabel } from './judged.ts';

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

/** Each text is judged by a model of wording that has not met its round. */
function judgeRows(unlearned: Unlearned, fit: Fit, met: ReadonlySet<string>, rows: Row[]): Judged[] {
  const score = scorerOfUnseen(unlearned, withFit(unlearned, fit, met));
  return rows.map(({ text }) => ({ advert: text, verdict: score(text) }));
}

/** Each sealed text with its verdict under weights from the folds that it is not in. */
export function judgeInFolds({ unlearned, sealed, boards, met }: FitTexts): Judged[] {
  const fits = fitFolds(unlearned, [...sealed, ...boards]);
  return Array.from({ length: FOLDS }, (_, fold) =>
    judgeRows(
      unlearned,
      fits[fold]!,
      met,
      sealed.filter(({ text }) => text.fold === fold),
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

/** Languages are left out so many at once: as strict as one by one, and a sixth of the time. */
const LEFT_OUT_TOGETHER = 5;

/**
 * Each language's sealed lures under weights and a model of wording that were learned without any text in that language:
 * what a language gets of which there are phrases, and no labelled adverts.
 */
export function leftOutFigures(packs: EnginePacks, texts: TrainingText[]): Figure[] {
  const languages = [...new Set(texts.map(({ lang }) => lang))].toSorted();
  const groupOf = ({ lang }: TrainingText): string => String(Math.floor(languages.indexOf(lang) / LEFT_OUT_TOGETHER));
  const unlearned = unlearnedRules(packs, texts, groupOf);
  const rows = readRows(unlearned, texts);
  const met = new Set(rows.flatMap(({ amounts }) => [...amounts.keys()]));
  const learned = rows.filter(({ text }) => text.sealed || text.pass === 'boards');
  const lures = [...new Set(texts.map(groupOf))].toSorted().flatMap((group) => {
    const fit = fitOn(
      unlearned,
      learned.filter(({ text }) => groupOf(text) !== group),
    );
    return judgeRows(
      unlearned,
      fit,
      met,
      rows.filter(({ text }) => text.sealed && text.label === 'lure' && groupOf(text) === group),
    );
  });
  return [
    share('lures warned, all languages', lures, isWarned, { least: 0.85 }),
    worst('lures warned, worst language', lures, ({ advert }) => advert.lang, isWarned, { least: 0.85 }),
  ];
}
