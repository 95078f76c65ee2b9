import { plainSpellings } from './disguises.ts';
import { beginningOf, beginningsOf, type WordMap } from './packed-map.ts';
import { STEM_GROUPS, stemOf } from './stems.ts';
import { createWordRecords, WORD_PAYLOAD, WORD_RECORD } from './word-records.ts';

/** Words of spaced scripts, as phrases use them. Values are atoms. */
export interface WordTables {
  exact: WordMap;
  /** By stem group language, then stem. */
  stems: Map<string, WordMap>;
  /** Beginnings of words, from `word*`. */
  prefixes: WordMap;
  shortestPrefix: number;
  longestPrefix: number;
  /** Atom of `#`, any number; -1 when no phrase uses it. Never among a word's own atoms. */
  number: number;
}

export interface WordIndex {
  /** Where `atomsOf` leaves what it found. */
  readonly found: Int32Array;
  /** Begins a text; `active` says of each language whether it may stand there. */
  begin(active: Uint8Array): void;
  /** How many atoms the word has; they stand in `found`. */
  atomsOf(codes: Uint16Array, start: number, end: number, hash: number): number;
}

/** Words kept with their atoms; a person's feed repeats a few thousand. */
const CACHE_LIMIT = 40_000;
const LONGEST_WORD = 40;
/** Not looked up yet. */
const UNKNOWN = -2;
const NONE = -1;
/** Places in a word's record; one for the stem of each group. */
const EXACT = WORD_PAYLOAD;
const BEGINNINGS = EXACT + 1;
const STEMS = BEGINNINGS + 1;

function wordAt(codes: Uint16Array, start: number, end: number): string {
  return String.fromCharCode(...codes.subarray(start, end));
}

/**
 * Finds the atoms of a folded word: by spelling, stem, beginning, and, when all fail, by the spelling it is disguised as.
 * Stemming is dear, so a word is stemmed in a language only once that language may stand in a text.
 */
export function createWordIndex(tables: WordTables, languages: readonly string[]): WordIndex {
  const groups = STEM_GROUPS.filter((group) => tables.stems.has(group.language)).map((group) => ({
    ...group,
    stems: tables.stems.get(group.language)!,
    beginnings: beginningsOf(tables.stems.get(group.language)!),
    active: languages.indexOf(group.language),
  }));
  const words = createWordRecords();
  /** Atoms of beginnings; a word's record says which list is its own. */
  let lists: number[][] = [];
  const isActive = new Uint8Array(groups.length);
  const found = new Int32Array(1 + groups.length + 2 * LONGEST_WORD);

  function stemAtom(word: string, group: (typeof groups)[number]): number {
    if (!group.script.test(word)) return NONE;
    // Arabic prefixes change a word's beginning; everywhere else a stem keeps it.
    if (group.language !== 'ar' && !group.beginnings.has(beginningOf(word))) return NONE;
    return group.stems.get(stemOf(group.language, word)) ?? NONE;
  }

  function beginningsOfWord(word: string): number[] {
    const list: number[] = [];
    const longest = Math.min(word.length, tables.longestPrefix);
    for (let length = tables.shortestPrefix; length <= longest; length++) {
      const atom = tables.prefixes.get(word.slice(0, length));
      if (atom !== undefined) list.push(atom);
    }
    return list;
  }

  const keepList = (list: number[]): number => (list.length > 0 ? lists.push(list) - 1 : NONE);

  /** Looks a spelling up by itself and by stem; false when no phrase knows it. */
  function lookUp(record: number, word: string): boolean {
    const { records } = words;
    records[record + EXACT] = tables.exact.get(word) ?? NONE;
    let known = records[record + EXACT] !== NONE;
    for (const [g, group] of groups.entries()) {
      const atom = stemAtom(word, group);
      records[record + STEMS + g] = atom;
      known ||= atom !== NONE;
    }
    return known;
  }

  function learn(record: number, word: string): void {
    const { records } = words;
    const beginnings = beginningsOfWord(word);
    records[record + BEGINNINGS] = keepList(beginnings);
    const plains = plainSpellings(word);
    if (plains.length === 0) {
      records[record + EXACT] = tables.exact.get(word) ?? NONE;
      records.fill(UNKNOWN, record + STEMS, record + STEMS + groups.length);
      return;
    }
    // Whether it is disguised depends on every language, so that a word means the same in all texts.
    if (lookUp(record, word)) return;
    // A beginning is kept by a disguise further on in the word, so it does not tell that the word is a plain one.
    for (const plain of plains) {
      if (!lookUp(record, plain)) continue;
      records[record + BEGINNINGS] = keepList([...new Set([...beginningsOfWord(plain), ...beginnings])]);
      return;
    }
    if (beginnings.length > 0) return;
    const plain = plains.find((spelling) => beginningsOfWord(spelling).length > 0);
    if (plain !== undefined) records[record + BEGINNINGS] = keepList(beginningsOfWord(plain));
  }

  return {
    found,
    begin(active) {
      for (let g = 0; g < groups.length; g++) {
        const language = groups[g]!.active;
        isActive[g] = language < 0 ? 1 : active[language]!;
      }
      if (words.count < CACHE_LIMIT) return;
      words.clear();
      lists = [];
    },
    atomsOf(codes, start, end, hash) {
      if (end - start > LONGEST_WORD) return 0;
      const { count } = words;
      const number = words.of(codes, start, end, hash);
      const record = number * WORD_RECORD;
      if (number > count || number === 0) learn(record, wordAt(codes, start, end));
      const { records } = words;
      let size = 0;
      if (records[record + EXACT] !== NONE) found[size++] = records[record + EXACT]!;
      for (let g = 0; g < isActive.length; g++) {
        if (isActive[g] === 0) continue;
        let atom = records[record + STEMS + g]!;
        if (atom === UNKNOWN) {
          atom = stemAtom(wordAt(codes, start, end), groups[g]!);
          records[record + STEMS + g] = atom;
        }
        if (atom !== NONE) found[size++] = atom;
      }
      const list = records[record + BEGINNINGS]!;
      if (list !== NONE) for (const atom of lists[list]!) found[size++] = atom;
      return size;
    },
  };
}
