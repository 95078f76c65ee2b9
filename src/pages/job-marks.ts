import type { Vocabulary } from '../packs/vocabulary.ts';
import { learnMoney } from './money.ts';

const MARKS = ['hiring', 'work', 'role', 'pay', 'apply', 'place'] as const;
export type Mark = (typeof MARKS)[number];

interface Entry {
  word: string;
  mark: Mark;
}

const LETTER = /[\p{L}\p{M}]/u;

/**
 * Words by their first two UTF-16 units (the second is 0 for words of one). `edged` ones count only where a word begins:
 * Latin, Cyrillic and Greek, which are spaced and put little in front.
 */
const edged = new Map<number, Entry[]>();
const anywhere = new Map<number, Entry[]>();
let learned: Vocabulary | undefined;

/** Letters of Latin, Greek and Cyrillic, by where they stand in Unicode. */
const isEdged = (unit: number): boolean =>
  (unit > 0x60 && unit < 0x7b) || (unit >= 0xc0 && unit < 0x530) || (unit >= 0x1e00 && unit < 0x2000);

const keyOf = (first: number, second: number): number => first * 0x10000 + second;

/** Must be called before a page is read; until then every text may be an advert. */
export function learnVocabulary(words: Vocabulary): void {
  if (words === learned) return;
  learned = words;
  learnMoney(words);
  edged.clear();
  anywhere.clear();
  for (const mark of MARKS) {
    for (const written of words[mark].normalize('NFKC').split(' ')) {
      const word = written.includes('_') ? written.replaceAll('_', ' ') : written;
      const index = isEdged(word.charCodeAt(0)) ? edged : anywhere;
      const key = keyOf(word.charCodeAt(0), word.length > 1 ? word.charCodeAt(1) : 0);
      const known = index.get(key);
      if (known) known.push({ word, mark });
      else index.set(key, [{ word, mark }]);
    }
  }
}

export const hasVocabulary = (): boolean => learned !== undefined;

/** Which kinds of job words a text holds. One pass; a big pattern would take longer to compile than to run. */
export function marksIn(text: string): Set<Mark> {
  const found = new Set<Mark>();
  const low = text.toLowerCase().replace(/\s+/g, ' ');
  const look = (entries: Entry[] | undefined, at: number): void => {
    for (const { word, mark } of entries ?? []) if (!found.has(mark) && low.startsWith(word, at)) found.add(mark);
  };
  let inWord = false;
  for (let at = 0; at < low.length && found.size < MARKS.length; at++) {
    const unit = low.charCodeAt(at);
    const key = keyOf(unit, at + 1 < low.length ? low.charCodeAt(at + 1) : 0);
    if (!inWord) look(edged.get(key), at);
    if (unit > 0x7f) {
      look(anywhere.get(key), at);
      look(anywhere.get(keyOf(unit, 0)), at);
    }
    inWord = unit > 0x7f ? LETTER.test(low[at]!) : unit > 0x60 && unit < 0x7b;
  }
  return found;
}
