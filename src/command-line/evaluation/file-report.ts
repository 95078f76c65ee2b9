import { basename } from 'node:path';
import { averagePrecision, calibrationError, recallAtFalseAlarms } from '../learning/metrics.ts';
import { asScored, isRed, isRisk, isWarned, type Judged, withLabel } from './judged.ts';

function share(rows: Judged[], test: (row: Judged) => boolean): string {
  if (rows.length === 0) return '     –      ';
  const count = rows.filter(test).length;
  return `${((100 * count) / rows.length).toFixed(1).padStart(5)} % ${`${count}/${rows.length}`.padEnd(9)}`;
}

function table(rows: Judged[], by: (row: Judged) => string, heading: string): void {
  console.log(
    `\n${heading.padEnd(12)}lures warned     red              honest warned    red              warnings raised  red`,
  );
  for (const key of [...new Set(rows.map(by))].sort()) {
    const group = rows.filter((row) => by(row) === key);
    const labels = [group.filter(isRisk), withLabel(group, 'legit'), withLabel(group, 'warning')];
    const cells = labels.flatMap((texts) => [share(texts, isWarned), share(texts, isRed)]);
    console.log(`${key.padEnd(12)}${cells.join(' ')}`);
  }
}

/** Prints every lure that was not warned of and every other text that was, with what was found in it. */
export function listErrors(rows: Judged[]): void {
  for (const row of rows.filter((judged) => isRisk(judged) !== isWarned(judged))) {
    const { advert, verdict } = row;
    const reasons = verdict.reasons.map((reason) => `${reason.signal} ${reason.weight}`).join(', ');
    const { title, text } = advert.posting;
    console.log(
      `\n${isRisk(row) ? 'MISSED' : 'RAISED'} ${advert.id} (${advert.lang}, ${advert.label}, ${advert.difficulty}) ${verdict.level} ${verdict.score} ${verdict.kind}\n  ${reasons}`,
    );
    console.log(`  ${[title, text].filter(Boolean).join(' | ').slice(0, 500).replaceAll('\n', ' / ')}`);
  }
}

/** Prints recall and false alarms by language and difficulty, then average precision and calibration. */
export function reportFile(file: string, rows: Judged[]): void {
  console.log(`\n== ${basename(file)}: ${rows.length} texts`);
  table(rows, () => 'all', '');
  table(rows, (row) => row.advert.lang, 'language');
  if (new Set(rows.map((row) => row.advert.difficulty)).size > 1)
    table(rows, (row) => row.advert.difficulty, 'difficulty');
  const scored = asScored(rows);
  if (!scored.some((row) => row.positive) || scored.every((row) => row.positive)) return;
  const cells = [
    `average precision ${averagePrecision(scored).toFixed(3)}`,
    `at 4.84 % prevalence ${averagePrecision(scored, 0.0484).toFixed(3)}`,
    `recall at 1 % false alarms ${(100 * recallAtFalseAlarms(scored, 0.01)).toFixed(1)} %`,
    `calibration error ${calibrationError(scored).toFixed(3)}`,
  ];
  console.log(`\n${cells.join(' · ')}`);
}
