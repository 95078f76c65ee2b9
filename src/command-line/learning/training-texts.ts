import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULES_FOLDER } from '../read-rules.ts';
import type { LabelledAdvert } from './labelled-adverts.ts';
import { readLabelled } from './labelled-adverts.ts';

export interface TrainingText extends LabelledAdvert {
  /** Language and pass: texts of one pass share a writer, so folds keep them together. */
  pass: string;
  /** Texts of one round of writing, in all languages; models of wording are judged on rounds that they have not met. */
  round: string;
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
/** There are many of them, all of one country; together they should weigh like one language. */
const SHARE_OF_BOARD_ADVERT = 0.1;

/** They are judged in so many parts, each by a model of wording that has not met it. */
const BOARD_ROUNDS = 2;

export function isSealed(id: string): boolean {
  return createHash('sha256').update(id).digest()[0]! % 3 === 0;
}

export const FOLDS = 5;

/** Rounds that no writer of phrases has read yet: all of their texts are as good as sealed. */
const UNREAD_ROUNDS = new Set(['r3', 'r4', 'r5', 'r6', 'r7']);

const numberOf = (id: string): number => Number(/\d+$/.exec(id)?.[0] ?? 0);

/** The project's own texts, in the order of files and lines, without those on which two readers disagree. */
export function readCorpus(): TrainingText[] {
  return readdirSync(CORPUS_FOLDER)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) => readLabelled(join(CORPUS_FOLDER, name)))
    .filter(({ doubtful }) => !doubtful)
    .map((advert) => {
      const pass = advert.id.split('-').slice(0, -1).join('-');
      return { ...advert, pass, round: pass.split('-').at(-1)! };
    })
    .map((advert) => ({
      ...advert,
      sealed: isSealed(advert.id) || UNREAD_ROUNDS.has(advert.round),
      fold: numberOf(advert.id) % FOLDS,
      share: 1,
    }));
}

/** What stands on a card of a list of adverts: no text. */
function asCard({ posting: { title, company, location, salary }, ...advert }: LabelledAdvert): LabelledAdvert {
  return { ...advert, id: `${advert.id} card`, posting: { title, company, location, salary, text: '' } };
}

/** Ordinary adverts, honest and fraudulent, and honest ones as cards; empty when the folder with other people's data is absent. */
export function readBoardAdverts(): TrainingText[] {
  if (!existsSync(BOARD_ADVERTS)) return [];
  const titles = new Set<string>();
  const adverts = readLabelled(BOARD_ADVERTS)
    // The same advert posted for fifty towns is one advert.
    .filter(({ label, posting: { title } }) => !titles.has(`${label} ${title}`) && titles.add(`${label} ${title}`));
  const cards = adverts.filter(({ label }) => label === 'legit').map(asCard);
  return [...adverts, ...cards].map((advert, index) => ({
    ...advert,
    pass: 'boards',
    round: `boards ${index % BOARD_ROUNDS}`,
    sealed: false,
    fold: -1,
    share: SHARE_OF_BOARD_ADVERT,
  }));
}
