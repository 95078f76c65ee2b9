/**
 * `npm run train`: learns how much each sign says from the sealed texts in `rules/corpus/` and writes `rules/weights.yaml`,
 * and from all texts there how wording and meaning tell lures from honest adverts: `rules/wording.yaml` and
 * `rules/meaning.yaml`.
 * In the texts that rule writers read, their phrases find far more than in any other advert; weights learned there
 * trust the phrases too much (measured: fewer lures warned and more false alarms on texts of other making). What the
 * result is worth is measured in folds, each judged by a fit that has not seen it. Same rules and texts, same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fit, probability } from './learning/logistic-fit.ts';
import { readBoardAdverts, readCorpus } from './learning/training-texts.ts';
import { learnModels } from './learning/unseen-models.ts';
import { fitFolds, fitOn, type Row, readRows, unlearnedRules } from './learning/weight-fits.ts';
import { RULES_FOLDER, readPacks } from './read-rules.ts';

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
const corpus = readCorpus();
const boards = readBoardAdverts();
if (boards.length === 0) {
  console.error(
    'Honest adverts of job boards (../shared/corpus/emscad.train.jsonl.gz) are absent. Without them the weights come out differently; nothing was written.',
  );
  process.exit(1);
}
const unlearned = unlearnedRules(packs, [...corpus, ...boards]);
const rows = readRows(unlearned, [...corpus, ...boards]);
const boardRows = rows.filter((row) => row.text.pass === 'boards');
const sealed = rows.filter((row) => row.text.sealed);
const fit = fitOn(unlearned, [...sealed, ...boardRows]);
const foldFits = fitFolds(unlearned, [...sealed, ...boardRows]);
const unseen = (row: Row): Fit => foldFits[row.text.fold] ?? fit;

report('sealed, each fold unseen by its fit', sealed, unseen);
report('of these up to 45 words', sealed.filter(isShort), unseen);
report(
  'read by rule writers',
  rows.filter((row) => !row.text.sealed && row.text.pass !== 'boards'),
  () => fit,
);
report('job boards', boardRows, () => fit);
for (const round of [...new Set(sealed.map((row) => row.text.round))].toSorted())
  report(
    `  round ${round}`,
    sealed.filter((row) => row.text.round === round),
    unseen,
  );
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
for (const [kind, { weights, ...model }] of Object.entries(learnModels(unlearned.pieced))) {
  const numbers = Object.entries(model).map(([key, value]) => `${key}: ${value}`);
  const bytes = Buffer.from(weights.buffer).toString('base64');
  writeFileSync(
    join(RULES_FOLDER, `${kind}.yaml`),
    `# Written by \`npm run train\` from rules/corpus/: see src/engine/${kind}.ts.\n${numbers.join('\n')}\nweights: ${bytes}\n`,
  );
}
