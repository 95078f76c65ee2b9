/**
 * `npm run -s evaluate -- FILE.jsonl…`: scores labelled adverts and prints recall, false alarms, average precision and
 * calibration, by language and difficulty; `--misses` lists the errors, `--languages=en,vi` leaves out the others.
 */
import { basename } from 'node:path';
import { createScorer } from '../engine/score-posting.ts';
import type { Verdict } from '../engine/verdict.ts';
import { compileRules } from '../packs/compile-rules.ts';
import { type LabelledAdvert, readLabelled } from './learning/labelled-adverts.ts';
import { averagePrecision, calibrationError, recallAtFalseAlarms } from './learning/metrics.ts';
import { readPacks } from './read-rules.ts';

interface Judged {
  advert: LabelledAdvert;
  verdict: Verdict;
}

const isWarned = ({ verdict }: Judged): boolean => verdict.level === 'caution' || verdict.level === 'high';
const isRed = ({ verdict }: Judged): boolean => verdict.level === 'high';
const isRisk = ({ advert }: Judged): boolean => advert.label === 'lure' || advert.label === 'scam';

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
    const risks = group.filter(isRisk);
    const honest = group.filter((row) => row.advert.label === 'legit');
    const warnings = group.filter((row) => row.advert.label === 'warning');
    const cells = [
      share(risks, isWarned),
      share(risks, isRed),
      share(honest, isWarned),
      share(honest, isRed),
      share(warnings, isWarned),
      share(warnings, isRed),
    ];
    console.log(`${key.padEnd(12)}${cells.join(' ')}`);
  }
}

function listErrors(rows: Judged[]): void {
  for (const row of rows) {
    const wrong = isRisk(row) ? !isWarned(row) : isWarned(row);
    if (!wrong) continue;
    const { advert, verdict } = row;
    const reasons = verdict.reasons.map((reason) => `${reason.signal} ${reason.weight}`).join(', ');
    console.log(
      `\n${isRisk(row) ? 'MISSED' : 'RAISED'} ${advert.id} (${advert.lang}, ${advert.label}, ${advert.difficulty}) ${verdict.level} ${verdict.score} ${verdict.kind}\n  ${reasons}`,
    );
    console.log(
      `  ${[advert.posting.title, advert.posting.text].filter(Boolean).join(' | ').slice(0, 500).replaceAll('\n', ' / ')}`,
    );
  }
}

const files = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
if (files.length === 0) {
  console.error('usage: npm run -s evaluate -- FILE.jsonl[.gz]… [--misses] [--languages=en,vi,…]');
  process.exit(2);
}
const languages = process.argv
  .find((argument) => argument.startsWith('--languages='))
  ?.slice('--languages='.length)
  .split(',');
const score = createScorer(compileRules(readPacks()));
for (const file of files) {
  const rows = readLabelled(file)
    .filter(({ lang }) => !languages || languages.includes(lang))
    .map((advert) => ({ advert, verdict: score(advert.posting) }));
  console.log(`\n== ${basename(file)}: ${rows.length} texts`);
  table(rows, () => 'all', '');
  table(rows, (row) => row.advert.lang, 'language');
  if (new Set(rows.map((row) => row.advert.difficulty)).size > 1)
    table(rows, (row) => row.advert.difficulty, 'difficulty');
  const scored = rows.map((row) => ({ score: row.verdict.score, positive: isRisk(row) }));
  if (scored.some((row) => row.positive) && scored.some((row) => !row.positive)) {
    console.log(
      `\naverage precision ${averagePrecision(scored).toFixed(3)} · at 4.84 % prevalence ${averagePrecision(scored, 0.0484).toFixed(3)} · recall at 1 % false alarms ${(100 * recallAtFalseAlarms(scored, 0.01)).toFixed(1)} % · calibration error ${calibrationError(scored).toFixed(3)}`,
    );
  }
  if (process.argv.includes('--misses')) listErrors(rows);
}
