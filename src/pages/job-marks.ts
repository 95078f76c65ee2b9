import { JOB_WORDS } from './job-words.ts';

export type Mark = keyof typeof JOB_WORDS;

interface Entry {
  word: string;
  mark: Mark;
  /** Counts only where a word begins: Latin, Cyrillic and Greek, which are spaced and put little in front. */
  edged: boolean;
}

const EDGED = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]/u;
const LETTER = /[\p{L}\p{M}]/u;

/** By first two characters, or one for words of one. Built on first use: most pages never ask. */
let index: Map<string, Entry[]> | null = null;

function entries(): Map<string, Entry[]> {
  const built = new Map<string, Entry[]>();
  for (const mark of Object.keys(JOB_WORDS) as Mark[]) {
    for (const written of JOB_WORDS[mark].split(' ')) {
      const word = written.replaceAll('_', ' ').normalize('NFKC');
      const key = word.slice(0, 2);
      const known = built.get(key);
      const entry = { word, mark, edged: EDGED.test(word) };
      if (known) known.push(entry);
      else built.set(key, [entry]);
    }
  }
  return built;
}

/** Which kinds of job words a text holds. One pass; a big pattern would take longer to compile than to run. */
export function marksIn(text: string): Set<Mark> {
  index ??= entries();
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
