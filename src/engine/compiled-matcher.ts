import type { SubstringTrie } from './substring-trie.ts';
import type { WordTables } from './word-index.ts';

/** Lists of integers under integer keys: the values of key k are `values[offsets[k]] … values[offsets[k + 1] - 1]`. */
export interface Lists {
  offsets: Int32Array;
  values: Int32Array;
}

/**
 * All phrases of all languages, compiled.
 *
 * An *atom* is one word, substring or number. A *literal* is atoms side by side. An *element* is a set of literals
 * (a word set or a single phrase part). A *pattern* is elements in order with bounded gaps; completing one is a hit.
 *
 * Every pattern hangs on its rarest element, every literal on its rarest atom, so that a text pays for the rare words it
 * holds and not for the common ones. What is read together stands together.
 */
export interface CompiledMatcher {
  words: WordTables;
  substrings: SubstringTrie;
  atomCount: number;
  /**
   * Atom → what hangs on it, by language: a language, the count of integers that follow for it, and those: an element that
   * the atom is a whole literal of, or, for a literal that hangs on the atom, -1 - the count of its other atoms, the
   * literal, and its other atoms.
   */
  atomAnchors: Lists;
  /** Literal → its atoms in order. */
  literalAtoms: Lists;
  /** Literal → elements that patterns hang on. */
  literalAnchors: Lists;
  /** Element → its literals: an atom, or minus the count of atoms, the literal, and those. A number comes first. */
  elementLiterals: Lists;
  /** Element → language whose absence from a text silences it; one element never serves two of them. */
  elementLanguage: Uint8Array;
  /**
   * Element → the patterns that hang on it: a pattern, the count of integers that follow for it, and what else it needs:
   * -1 - element for one that other patterns need too; else the count of integers that follow, and the element's
   * literals: an atom, or minus the count of atoms and those.
   */
  elementPatterns: Lists;
  /** Pattern → its elements in order. */
  patternElements: Lists;
  /** Beside each value of `patternElements`: most quarter words between the element before and this one. */
  patternGaps: Uint8Array;
  patternTarget: Int32Array;
  /** 1: cancels overlapping hits of its target instead of being one. */
  patternCancels: Uint8Array;
  patternLanguage: Uint8Array;
  languages: string[];
}

export interface Hit {
  target: number;
  pattern: number;
  /** Folded range. */
  start: number;
  end: number;
}
