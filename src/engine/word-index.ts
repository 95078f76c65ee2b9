import { plainSpellings } from './disguises.ts';
import { beginningOf, beginningsOf, type WordMap } from './packed-map.ts';
import { STEM_GROUPS, stemOf } from './stems.ts';

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

const NONE: readonly number[] = [];
/** Words kept with their atoms; a person's feed repeats a few thousand. */
const CACHE_LIMIT = 40_000;

/** Finds the atoms of a folded word: by spelling, stem, beginning, and, when all fail, by the spelling it is disguised as. */
export function createWordIndex(tables: WordTables): (word: string) => readonly number[] {
  const groups = STEM_GROUPS.filter((group) => tables.stems.has(group.language));
  const stemBeginnings = new Map(
    groups.map((group) => [group.language, beginningsOf(tables.stems.get(group.language)!)]),
  );
  const cache = new Map<string, readonly number[]>();

  /** By spelling and stem. */
  function lookUp(word: string): number[] {
    const atoms: number[] = [];
    const exact = tables.exact.get(word);
    if (exact !== undefined) atoms.push(exact);
    for (const group of groups) {
      if (!group.script.test(word)) continue;
      // Arabic prefixes change a word's beginning; everywhere else a stem keeps it.
      if (group.language !== 'ar' && !stemBeginnings.get(group.language)!.has(beginningOf(word))) continue;
      const atom = tables.stems.get(group.language)!.get(stemOf(group.language, word));
      if (atom !== undefined) atoms.push(atom);
    }
    return atoms;
  }

  function byBeginning(word: string): number[] {
    const atoms: number[] = [];
    const longest = Math.min(word.length, tables.longestPrefix);
    for (let length = tables.shortestPrefix; length <= longest; length++) {
      const atom = tables.prefixes.get(word.slice(0, length));
      if (atom !== undefined) atoms.push(atom);
    }
    return atoms;
  }

  function find(word: string): readonly number[] {
    if (word.length > 40) return NONE;
    const beginnings = byBeginning(word);
    const atoms = lookUp(word);
    if (atoms.length > 0) return [...atoms, ...beginnings];
    const plains = plainSpellings(word);
    // A beginning is kept by a disguise further on in the word, so it does not tell that the word is a plain one.
    for (const plain of plains) {
      const found = lookUp(plain);
      if (found.length > 0) return [...new Set([...found, ...byBeginning(plain), ...beginnings])];
    }
    if (beginnings.length > 0) return beginnings;
    const plain = plains.find((spelling) => byBeginning(spelling).length > 0);
    return plain === undefined ? NONE : byBeginning(plain);
  }

  return function wordAtoms(word) {
    let atoms = cache.get(word);
    if (atoms === undefined) {
      atoms = find(word);
      if (cache.size >= CACHE_LIMIT) cache.clear();
      cache.set(word, atoms);
    }
    return atoms;
  };
}
