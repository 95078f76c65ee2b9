/**
 * `npm run train`: learns how much each sign says from the sealed texts in `rules/corpus/` and writes `rules/weights.yaml`.
 * In the texts that rule writers read, their phrases find far more than in any other advert; weights learned there
 * trust the phrases too much (measured: fewer lures warned and more false alarms on texts of other making). What the
 * result is worth is measured in folds, each judged by a fit that has not seen it. Same rules and texts, same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CompiledRules } from '../engine/rules.ts';
import { createScorer } from '../engine/score-posting.ts';
import { compileRules } from '../packs/compile-rules.ts';
import { type Example, type Fit, fitNear, probability } from './learning/logistic-fit.ts';
import { FOLDS, readBoardAdverts, readCorpus, type TrainingText } from './learning/training-texts.ts';
import { RULES_FOLDER, readPacks } from './read-rules.ts';

/** The reviewers' weight counts like this many texts. */
const HOLD = 2;
/** Signs come together, so each says less beside the others than a reviewer gives it alone. */
const SHARE_OF_PRIOR = 0.5;

interface Row extends Example {
  text: TrainingText;
  isWarningText: boolean;
}

/** Scores with every weight at one, so that a reason's weight is the amount that was found. */
function unitRules(rules: CompiledRules): { units: CompiledRules; prior: Fit } {
  const weights = new Map<string, number>();
  for (const { id, weight } of [...rules.signals, ...rules.combinations]) weights.set(id, SHARE_OF_PRIOR * weight);
  const unit = <T extends { weight: number }>(rule: T): T => ({ ...rule, weight: rule.weight < 0 ? -1 : 1 });
  return {
    units: { ...rules, signals: rules.signals.map(unit), combinations: rules.combinations.map(unit) },
    prior: { bias: rules.scoring.bias, weights },
  };
}

const isShort = ({ text }: Row): boolean => text.posting.text.trim().split(/\s+/).length <= 45;

function report(name: string, rows: Row[], fitFor: (row: Row) => Fit): void {
  const { caution, high } = packs.signals.scoring;
  const share = (label: string, least: number): string => {
    const group = rows.filter((row) => row.text.label === label);
    const raised = group.filter((row) => !row.isWarningText && probability(fitFor(row), row) >= least).length;
    return group.length === 0 ? '–' : `${((100 * raised) / group.length).toFixed(1)} %`;
  };
  console.log(
    `${name.padEnd(36)} lures ${share('lure', caution)} (red ${share('lure', high)}), other scams ${share('scam', caution)}, honest ${share('legit', caution)} (red ${share('legit', high)}), warnings ${share('warning', caution)} (red ${share('warning', high)})`,
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
const boardRows = rows.filter((row) => row.text.pass === 'boards');
const sealed = rows.filter((row) => row.text.sealed);
const fitOn = (texts: Row[]): Fit => fitNear(prior, [...texts, ...boardRows], HOLD);
const fit = fitOn(sealed);
const foldFits = Array.from({ length: FOLDS }, (_, fold) => fitOn(sealed.filter((row) => row.text.fold !== fold)));
const unseen = (row: Row): Fit => foldFits[row.text.fold] ?? fit;

report('sealed, each fold unseen by its fit', sealed, unseen);
report('of these up to 45 words', sealed.filter(isShort), unseen);
report(
  'read by rule writers',
  rows.filter((row) => !row.text.sealed && row.text.pass !== 'boards'),
  () => fit,
);
report('job boards', boardRows, () => fit);
if (process.argv.includes('--languages')) {
  for (const lang of [...new Set(sealed.map((row) => row.text.lang))].sort())
    report(
      lang,
      sealed.filter((row) => row.text.lang === lang),
      unseen,
    );
}
// A sign that stands in no text keeps what its file says.
const met = new Set(rows.flatMap((row) => [...row.amounts.keys()]));
const lines = [...fit.weights]
  .filter(([id]) => met.has(id))
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([id, weight]) => `  ${id}: ${weight.toFixed(2)}`);
writeFileSync(
  join(RULES_FOLDER, 'weights.yaml'),
  `# Written by \`npm run train\` from rules/corpus/. Weights are natural-log odds.\nbias: ${fit.bias.toFixed(2)}\nweights:\n${lines.join('\n')}\n`,
);
