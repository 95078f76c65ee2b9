import type { Vocabulary } from '../packs/vocabulary.ts';
import { learnMoney } from './money.ts';

const MARKS = ['hiring', 'work', 'role', 'pay', 'apply', 'place'] as const;
export type Mark = (typeof MARKS)[number];

interface Entry {
  word: string;
  mark: Mark;
  /** Counts only where a word begins: Latin, Cyrillic and Greek, which are spaced and put little in front. */
  edged: boolean;
}

const EDGED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const LETTER = /[\p{L}\p{M}]/u;

/** By first two characters, or one for words of one. */
const index = new Map<string, Entry[]>();
let learned: Vocabulary | undefined;

/** Must be called before a page is read; until then every text may be an advert. */
export function learnVocabulary(words: Vocabulary): void {
  if (words === learned) return;
  learned = words;
  learnMoney(words);
  index.clear();
  for (const mark of MARKS) {
    for (const written of words[mark].split(' ')) {
      const word = written.replaceAll('_', ' ').normalize('NFKC');
      const entry = { word, mark, edged: EDGED.test(word) };
      const known = index.get(word.slice(0, 2));
      if (known) known.push(entry);
      else index.set(word.slice(0, 2), [entry]);
    }
  }
}

export const hasVocabulary = (): boolean => learned !== undefined;

/** Which kinds of job words a text holds. One pass; a big pattern would take longer to compile than to run. */
export function marksIn(text: string): Set<Mark> {
  const found = new Set<Mark>();
  const low = text.toLowerCase().replace(/\s+/g, ' ');
  for (let at = 0; at < low.length; at++) {
    for (const key of [low.slice(at, at + 2), low[at]!]) {
      for (const { word, mark, edged } of index.get(key) ?? []) {
        if (found.has(mark) || !low.startsWith(word, at)) continue;
        if (!edged || at === 0 || !LETTER.test(low[at - 1]!)) found.add(mark);
      }
    }
  }
  return found;
}
