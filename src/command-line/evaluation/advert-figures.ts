import { averagePrecision, calibrationError, recallAtFalseAlarms } from '../learning/metrics.ts';
import { type Figure, share, worst } from './figures.ts';
import { asScored, isRed, isRisk, isWarned, type Judged, withLabel } from './judged.ts';

const languageOf = ({ advert }: Judged): string => advert.lang;
const isHard = ({ advert }: Judged): boolean => advert.difficulty === 'hard';

/** The development adverts: lures, honest ones and texts that warn, in thirty languages. */
export function developmentFigures(rows: Judged[]): Figure[] {
  const lures = rows.filter(isRisk);
  const honest = withLabel(rows, 'legit');
  const warnings = withLabel(rows, 'warning');
  const scored = asScored(rows);
  return [
    share('lures warned', lures, isWarned, { least: 0.97 }),
    share('lures red', lures, isRed, { least: 0.88 }),
    worst('lures warned, worst language', lures, languageOf, isWarned, { least: 0.9 }),
    share('hard lures warned', lures.filter(isHard), isWarned, { least: 0.93 }),
    share('honest red', honest, isRed, { most: 0.005 }),
    share('honest warned', honest, isWarned, { most: 0.03 }),
    share('hard honest red', honest.filter(isHard), isRed, { most: 0.01 }),
    share('texts that warn, red', warnings, isRed, { most: 0 }),
    share('texts that warn, warned', warnings, isWarned, { most: 0.03 }),
    { name: 'average precision', value: averagePrecision(scored), plain: true, least: 0.98 },
    { name: 'expected calibration error', value: calibrationError(scored), plain: true, most: 0.05 },
  ];
}

/** Real adverts that press and police quoted, retold. */
export function retoldFigures(rows: Judged[]): Figure[] {
  return [
    share('lures and scams warned', rows.filter(isRisk), isWarned, { least: 0.9 }),
    share('  lures warned', withLabel(rows, 'lure'), isWarned, { least: 0.9 }),
    share('  other scams warned', withLabel(rows, 'scam'), isWarned, { least: 0.9 }),
    share('honest warned', withLabel(rows, 'legit'), isWarned),
  ];
}

/** Ordinary honest adverts of job boards. */
export function honestFigures(rows: Judged[]): Figure[] {
  return [share('red', rows, isRed, { most: 0 }), share('warned', rows, isWarned, { most: 0.002 })];
}

/** Ordinary job fraud of 2012-14; in the whole set 4.84 % of the adverts are fraud. */
export function ordinaryFraudFigures(rows: Judged[]): Figure[] {
  const scored = asScored(rows);
  return [
    {
      name: 'average precision at 4.84 % fraud',
      value: averagePrecision(scored, 0.0484),
      plain: true,
      least: 0.6,
    },
    { name: 'recall at 1 % false alarms', value: recallAtFalseAlarms(scored, 0.01), least: 0.4 },
    share('fraud warned', rows.filter(isRisk), isWarned),
    share('honest warned', withLabel(rows, 'legit'), isWarned),
  ];
}
