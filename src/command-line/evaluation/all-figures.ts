import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createScorer } from '../../engine/score-posting.ts';
import { compileRules } from '../../packs/compile-rules.ts';
import type { Packs } from '../../packs/pack-files.ts';
import { readLabelled } from '../learning/labelled-adverts.ts';
import { BOARD_ADVERTS, readBoardAdverts, readCorpus } from '../learning/training-texts.ts';
import { readRows, unlearnedRules } from '../learning/weight-fits.ts';
import { RULES_FOLDER } from '../read-rules.ts';
import { developmentFigures, honestFigures, ordinaryFraudFigures, retoldFigures } from './advert-figures.ts';
import { conceptFigures } from './concept-figures.ts';
import type { Figure, FigureSet } from './figures.ts';
import { type Judged, judge } from './judged.ts';
import { type FitTexts, judgeInFolds, leftOutFigures, sealedFigures, shortTextFigures } from './sealed-figures.ts';

/** Labelled texts that are other people's and stand beside the repository. */
const SETS: { file: string; name: string; figuresOf: (rows: Judged[]) => Figure[] }[] = [
  {
    file: 'adverts-dev.jsonl',
    name: 'Development adverts, thirty languages',
    figuresOf: developmentFigures,
  },
  { file: 'retold-dev.jsonl', name: 'Real adverts, retold', figuresOf: retoldFigures },
  { file: 'honest-us-dev.jsonl.gz', name: 'Honest US adverts', figuresOf: honestFigures },
  {
    file: 'legit-id-jobstreet-titles.jsonl.gz',
    name: 'Honest Indonesian adverts (title, company, place, pay)',
    figuresOf: honestFigures,
  },
  { file: 'emscad.dev.jsonl.gz', name: 'Ordinary job fraud (EMSCAD)', figuresOf: ordinaryFraudFigures },
];

const beside = (file: string): string => join(RULES_FOLDER, '../../shared/corpus', file);

/** Every figure that has a goal, set by set, as soon as each is measured. Takes about a minute. */
export function* measureAll(packs: Packs): Generator<FigureSet> {
  const score = createScorer(compileRules(packs));
  for (const { file, name, figuresOf } of SETS) {
    const path = beside(file);
    if (!existsSync(path)) yield { name, absent: `../shared/corpus/${file}` };
    else {
      const adverts = readLabelled(path);
      yield { name: `${name}: ${adverts.length}`, figures: figuresOf(judge(adverts, score)) };
    }
  }
  yield* measureSealed(packs);
}

function* measureSealed(packs: Packs): Generator<FigureSet> {
  const own = readCorpus();
  const others = readBoardAdverts();
  const unlearned = unlearnedRules(packs, [...own, ...others]);
  const corpus = readRows(unlearned, own);
  const sealed = corpus.filter(({ text }) => text.sealed);
  yield { name: `Signs read in sealed texts: ${sealed.length}`, figures: conceptFigures(sealed) };
  const short = 'Short sealed texts (4 to 45 words), each fold judged by a fit on the others';
  const all = 'All sealed texts, each fold judged by a fit on the others';
  const leftOut = 'Sealed lures of a language whose texts were left out of the fit';
  const boards = readRows(unlearned, others);
  if (boards.length === 0) {
    const absent = BOARD_ADVERTS.slice(BOARD_ADVERTS.indexOf('../'));
    for (const name of [short, all, leftOut]) yield { name, absent };
    return;
  }
  const met = new Set([...corpus, ...boards].flatMap(({ amounts }) => [...amounts.keys()]));
  const texts: FitTexts = { unlearned, sealed, boards, met };
  const judged = judgeInFolds(texts);
  yield { name: short, figures: shortTextFigures(judged) };
  yield { name: all, figures: sealedFigures(judged) };
  yield { name: leftOut, figures: leftOutFigures(packs, [...own, ...others]) };
}
