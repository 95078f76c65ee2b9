import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Posting } from '../../engine/posting.ts';
import { RULES_FOLDER } from '../read-rules.ts';

/** UTF-16 units of the longer adverts. */
export const LONGER = 1600;

export interface BenchTexts {
  /** Where they come from, to be said beside every figure. */
  corpus: string;
  adverts: Posting[];
}

/** Adverts of the demonstration site: part of the repository, in many languages. */
function demonstrationAdverts(): Posting[] {
  const adverts = JSON.parse(readFileSync(join(RULES_FOLDER, '../tests/demo-site/adverts.json'), 'utf8')) as Posting[];
  return adverts.map(({ title, company, location, text }) => ({ title, company, location, text }));
}

/** The development corpus where it lies beside the repository, else the demonstration site. */
export function benchTexts(): BenchTexts {
  const file = join(RULES_FOLDER, '../../shared/corpus/adverts-dev.jsonl');
  if (!existsSync(file))
    return { corpus: 'demonstration adverts (the development corpus is absent)', adverts: demonstrationAdverts() };
  const adverts = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Posting);
  return { corpus: 'development adverts', adverts };
}

/** The same advert said again until it is of one length. */
export function longer(posting: Posting): Posting {
  let { text } = posting;
  while (text.length < LONGER) text += `\n${posting.text || 'work'}`;
  return { ...posting, text: text.slice(0, LONGER) };
}
