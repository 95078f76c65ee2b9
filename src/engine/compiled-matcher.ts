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
 */
export interface CompiledMatcher {
  words: WordTables;
  substrings: SubstringTrie;
  atomCount: number;
  /** Atom → elements for which it is a literal of its own. */
  atomElements: Lists;
  /** Atom → later steps of longer literals, last steps first. */
  atomLiteralSteps: Lists;
  /** Literal step → the step before it, or -1 - atom when that is the literal's first atom. */
  literalStepBefore: Int32Array;
  /** Literal step → its literal when it is the last step, else -1. */
  literalStepEnds: Int32Array;
  literalElements: Lists;
  elementCount: number;
  /** Element → language whose absence from a text silences it; one element never serves two of them. */
  elementLanguage: Uint8Array;
  /** 1 for elements with which a longer pattern begins. */
  elementIsFirst: Uint8Array;
  /** Element → patterns that are this element alone. */
  elementPatterns: Lists;
  /** Element → later steps of longer patterns, last steps first. */
  elementSteps: Lists;
  /** Pattern step → the step before it, or -1 - element when that is the pattern's first element. */
  stepBefore: Int32Array;
  /** Pattern step → its pattern when it is the last step, else -1. */
  stepPattern: Int32Array;
  /** Most quarter words between the step before and this one. */
  stepGap: Int32Array;
  /**
   * Numbers stand in hundreds of phrases, so they are looked for from the other side: a part that a number may follow
   * makes its next step wait, and a number wakes the waiting steps only.
   */
  elementHasNumber: Uint8Array;
  /** First element → steps that wait for a number behind it. */
  elementNumberSteps: Lists;
  /** 1 for a later step whose element holds a number. */
  stepWaitsNumber: Uint8Array;
  /** Steps that wait for a number behind a number. */
  numberSteps: Int32Array;
  /** First atom → literal steps that wait for a number behind it. */
  atomNumberSteps: Lists;
  literalStepWaitsNumber: Uint8Array;
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
