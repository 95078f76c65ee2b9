import type { Vocabulary } from '../packs/vocabulary.ts';
import { learnMoney } from './money.ts';

const MARKS = ['hiring', 'work', 'role', 'pay', 'apply', 'place'] as const;
export type Mark = (typeof MARKS)[number];

interface Entry {
  word: string;
  mark: Mark;
}

/** What beyond ASCII is no part of a word, near enough. A pattern with properties of Unicode takes far longer to compile. */
const BETWEEN_WORDS =
  /[\u0080-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7\u060c\u061b\u061f\u0660-\u066d\u06d4\u06f0-\u06f9\u0964-\u096f\u2000-\u2bff\u3000-\u3004\u3007-\u3030\u30fb\ud800-\uf8ff\ufe10-\ufe6f\uff00-\uff20]/;

/**
 * Words by their first two UTF-16 units (the second is 0 for words of one). `edged` ones count only where a word begins:
 * Latin, Cyrillic and Greek, which are spaced and put little in front.
 */
const edged = new Map<number, Entry[]>();
const anywhere = new Map<number, Entry[]>();
let learned: Vocabulary | undefined;
/** What is to be learned before the next text is looked at: many pages never have one. */
let lesson: Vocabulary | undefined;

/** Letters of Latin, Greek and Cyrillic, by where they stand in Unicode. */
const isEdged = (unit: number): boolean =>
  (unit > 0x60 && unit < 0x7b) || (unit >= 0xc0 && unit < 0x530) || (unit >= 0x1e00 && unit < 0x2000);

const keyOf = (first: number, second: number): number => first * 0x10000 + second;

/** Must be called before a page is read; until then every text may be an advert. */
export function learnVocabulary(words: Vocabulary): void {
  if (words === learned) return;
  learned = words;
  lesson = words;
  learnMoney(words);
}

function learn(words: Vocabulary): void {
  lesson = undefined;
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

export const vocabulary = (): Vocabulary | undefined => learned;

/** Which kinds of job words a text holds. One pass; a big pattern would take longer to compile than to run. */
export function marksIn(text: string): Set<Mark> {
  if (lesson) learn(lesson);
  const found = new Set<Mark>();
  // A dotted capital I leaves its dot behind.
  const low = text.toLowerCase().replaceAll('\u0307', '').replace(/\s+/g, ' ');
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
    inWord = unit > 0x7f ? !BETWEEN_WORDS.test(low[at]!) : unit > 0x60 && unit < 0x7b;
  }
  return found;
}
