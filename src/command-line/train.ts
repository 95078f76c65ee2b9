/**
 * `npm run train`: learns how much each sign says from the texts in `rules/corpus/` and writes `rules/weights.yaml`.
 * The sealed third is left out and measures the result. The same rules and texts give the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledRules } from '../engine/rules.ts';
import { createScorer } from '../engine/score-posting.ts';
import { compileRules } from '../packs/compile-rules.ts';
import { type Example, type Fit, fitNear, probability } from './logistic-fit.ts';
import { RULES_FOLDER, readPacks } from './read-rules.ts';
import { readBoardAdverts, readCorpus, type TrainingText } from './training-texts.ts';

/** The reviewers' weight counts like this many texts. */
const HOLD = 3;

interface Row extends Example {
  text: TrainingText;
  isWarningText: boolean;
}

/** Scores with every weight at one, so that a reason's weight is the amount that was found. */
function unitRules(rules: CompiledRules): { units: CompiledRules; prior: Fit } {
  const weights = new Map<string, number>();
  for (const { id, weight } of [...rules.signals, ...rules.combinations]) weights.set(id, weight);
  const unit = <T extends { weight: number }>(rule: T): T => ({ ...rule, weight: rule.weight < 0 ? -1 : 1 });
  return {
    units: { ...rules, signals: rules.signals.map(unit), combinations: rules.combinations.map(unit) },
    prior: { bias: rules.scoring.bias, weights },
  };
}

function report(name: string, rows: Row[], fit: Fit, caution: number, high: number): void {
  const share = (test: (row: Row) => boolean, least: number): string => {
    const group = rows.filter(test);
    const raised = group.filter((row) => !row.isWarningText && probability(fit, row) >= least).length;
    return group.length === 0 ? '–' : `${((100 * raised) / group.length).toFixed(1)} %`;
  };
  const label = (wanted: string) => (row: Row) => row.text.label === wanted;
  console.log(
    `${name}: lures ${share(label('lure'), caution)} (red ${share(label('lure'), high)}), other scams ${share(label('scam'), caution)}, honest ${share(label('legit'), caution)} (red ${share(label('legit'), high)}), warnings ${share(label('warning'), caution)} (red ${share(label('warning'), high)})`,
  );
}

const packs = readPacks();
const unlearned = {
  ...packs,
  signals: { ...packs.signals, weights: { bias: packs.signals.scoring.bias, weights: {} } },
};
const { units, prior } = unitRules(compileRules(unlearned));
const score = createScorer(units);
const boards = readBoardAdverts();
if (boards.length === 0) {
  console.error(
    'Honest adverts of job boards (../shared/corpus/emscad.train.jsonl.gz) are absent. Without them the weights come out differently; nothing was written.',
  );
  process.exit(1);
}
const rows = [...readCorpus(), ...boards].map((text): Row => {
  const verdict = score(text.posting);
  return {
    text,
    isWarningText: verdict.kind === 'warning-text',
    amounts: new Map(verdict.reasons.map((reason) => [reason.signal, Math.abs(reason.weight)])),
    positive: text.label === 'lure' || text.label === 'scam',
    share: text.share,
  };
});
const fit = fitNear(
  prior,
  rows.filter((row) => !row.text.sealed),
  HOLD,
);
const { caution, high } = packs.signals.scoring;
report(
  'fitted on',
  rows.filter((row) => !row.text.sealed && row.text.pass !== 'boards'),
  fit,
  caution,
  high,
);
report(
  'job boards',
  rows.filter((row) => row.text.pass === 'boards'),
  fit,
  caution,
  high,
);
report(
  'sealed',
  rows.filter((row) => row.text.sealed),
  fit,
  caution,
  high,
);
report(
  'sealed, short',
  rows.filter((row) => row.text.sealed && /-s\d$/.test(row.text.pass)),
  fit,
  caution,
  high,
);
if (process.argv.includes('--languages')) {
  for (const lang of [...new Set(rows.map((row) => row.text.lang))].sort())
    report(
      lang.padEnd(8),
      rows.filter((row) => row.text.lang === lang && row.text.pass !== 'boards'),
      fit,
      caution,
      high,
    );
}
const lines = [...fit.weights]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([id, weight]) => `  ${id}: ${weight.toFixed(2)}`);
writeFileSync(
  join(RULES_FOLDER, 'weights.yaml'),
  `# Written by \`npm run train\` from rules/corpus/. Weights are natural-log odds.\nbias: ${fit.bias.toFixed(2)}\nweights:\n${lines.join('\n')}\n`,
);
