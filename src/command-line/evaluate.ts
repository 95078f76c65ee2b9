/**
 * `npm run -s evaluate`: measures everything that has a goal and prints each figure beside its goal.
 * `npm run -s evaluate -- FILE.jsonl…`: scores labelled adverts and prints recall, false alarms, average precision and
 * calibration, by language and difficulty; `--misses` lists the errors, `--languages=en,vi` leaves out the others.
 */
import { createScorer } from '../engine/score-posting.ts';
import { compileRules } from '../packs/compile-rules.ts';
import { measureAll } from './evaluation/all-figures.ts';
import { isReached, printSet } from './evaluation/figures.ts';
import { listErrors, reportFile } from './evaluation/file-report.ts';
import { judge } from './evaluation/judged.ts';
import { readLabelled } from './learning/labelled-adverts.ts';
import { readPacks } from './read-rules.ts';

const options = process.argv.slice(2);
const files = options.filter((argument) => !argument.startsWith('--'));
if (files.length === 0 && options.length > 0) {
  console.error('usage: npm run -s evaluate [-- FILE.jsonl[.gz]… [--misses] [--languages=en,vi,…]]');
  process.exit(2);
}

if (files.length === 0) {
  const outcomes: (boolean | undefined)[] = [];
  let unmeasured = 0;
  for (const set of measureAll(readPacks())) {
    printSet(set);
    if (set.absent !== undefined) unmeasured++;
    else outcomes.push(...set.figures.map(isReached));
  }
  const reached = outcomes.filter((outcome) => outcome === true).length;
  const goals = outcomes.filter((outcome) => outcome !== undefined).length;
  console.log(`\n${reached} of ${goals} goals reached${unmeasured > 0 ? `, ${unmeasured} sets not measured` : ''}`);
} else {
  const languages = options
    .find((argument) => argument.startsWith('--languages='))
    ?.slice('--languages='.length)
    .split(',');
  const score = createScorer(compileRules(readPacks()));
  for (const file of files) {
    const adverts = readLabelled(file).filter(({ lang }) => !languages || languages.includes(lang));
    const rows = judge(adverts, score);
    reportFile(file, rows);
    if (options.includes('--misses')) listErrors(rows);
  }
}
