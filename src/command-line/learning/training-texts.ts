import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULES_FOLDER } from '../read-rules.ts';
import type { LabelledAdvert } from './labelled-adverts.ts';
import { readLabelled } from './labelled-adverts.ts';

export interface TrainingText extends LabelledAdvert {
  /** Language and pass: texts of one pass share a writer, so folds keep them together. */
  pass: string;
  /** Never read by whoever writes rules: there the rules find what they would find in adverts to come. */
  sealed: boolean;
  /** Texts of equal number play like parts in every language, so they are left out together. */
  fold: number;
  /** How much it counts. */
  share: number;
}

export const CORPUS_FOLDER = join(RULES_FOLDER, 'corpus');
/** Honest adverts of ordinary job boards, kept outside the repository because they are other people's. */
export const BOARD_ADVERTS = join(RULES_FOLDER, '../../shared/corpus/emscad.train.jsonl.gz');
/** What they are written in. */
export const BOARD_LANGUAGE = 'en';
/** There are many of them, all of one country; together they should weigh like one language. */
const SHARE_OF_BOARD_ADVERT = 0.1;

export function isSealed(id: string): boolean {
  return createHash('sha256').update(id).digest()[0]! % 3 === 0;
}

export const FOLDS = 5;

const numberOf = (id: string): number => Number(/\d+$/.exec(id)?.[0] ?? 0);

/** The project's own texts, in the order of files and lines. */
export function readCorpus(): TrainingText[] {
  return readdirSync(CORPUS_FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) => readLabelled(join(CORPUS_FOLDER, name)))
    .map((advert) => ({
      ...advert,
      pass: advert.id.split('-').slice(0, -1).join('-'),
      sealed: isSealed(advert.id),
      fold: numberOf(advert.id) % FOLDS,
      share: 1,
    }));
}

/** Ordinary honest adverts, empty when the folder with other people's data is absent. */
export function readBoardAdverts(): TrainingText[] {
  if (!existsSync(BOARD_ADVERTS)) return [];
  const titles = new Set<string | undefined>();
  return (
    readLabelled(BOARD_ADVERTS)
      .filter((advert) => advert.label === 'legit')
      // The same advert posted for fifty towns is one advert.
      .filter(({ posting: { title } }) => !titles.has(title) && titles.add(title))
      .map((advert) => ({ ...advert, pass: 'boards', sealed: false, fold: -1, share: SHARE_OF_BOARD_ADVERT }))
  );
}
