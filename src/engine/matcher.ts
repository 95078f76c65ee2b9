import type { Folded } from './folding.ts';
import { classOf, DIGIT, LETTER } from './scripts.ts';
import { childOf, type SubstringTrie } from './substring-trie.ts';
import type { Tokens } from './tokens.ts';
import { createWordIndex, type WordTables } from './word-index.ts';

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

/** Side by side: at most one comma, one ideograph or two unspaced units between. */
const ADJACENT = 2;

export interface Matcher {
  find(folded: Folded, tokens: Tokens): Hit[];
}

/**
 * Where parts were last met: records of [run, start, end] and, for elements, the same once more for the time before.
 * One array each, so that a look touches one line of memory.
 */
const RECORD = 3;
const ELEMENT_RECORD = 6;

/**
 * Linear in the text; keeps its working memory between calls, so one matcher serves one thread.
 * The first part of a pattern or literal is remembered once for all that begin with it, so that common words stay cheap.
 */
export function createMatcher(compiled: CompiledMatcher): Matcher {
  const wordAtoms = createWordIndex(compiled.words);
  const { atomElements, atomLiteralSteps, literalStepBefore, literalStepEnds, literalElements } = compiled;
  const { elementPatterns, elementSteps, elementIsFirst, stepBefore, stepPattern, stepGap, patternTarget } = compiled;
  const atoms = new Int32Array(compiled.atomCount * RECORD);
  const literalSteps = new Int32Array(literalStepEnds.length * RECORD);
  const elements = new Int32Array(compiled.elementCount * ELEMENT_RECORD);
  const steps = new Int32Array(stepPattern.length * RECORD);
  let run = 0;
  let distance: Int32Array = new Int32Array(0);
  let hits: Hit[] = [];

  function onElement(element: number, start: number, end: number): void {
    const patternsEnd = elementPatterns.offsets[element + 1]!;
    for (let k = elementPatterns.offsets[element]!; k < patternsEnd; k++) {
      const pattern = elementPatterns.values[k]!;
      hits.push({ target: patternTarget[pattern]!, pattern, start, end });
    }
    const stepsEnd = elementSteps.offsets[element + 1]!;
    for (let k = elementSteps.offsets[element]!; k < stepsEnd; k++) onStep(elementSteps.values[k]!, start, end);
    if (elementIsFirst[element] === 0) return;
    const record = element * ELEMENT_RECORD;
    if (elements[record] === run) {
      elements[record + 3] = run;
      elements[record + 4] = elements[record + 1]!;
      elements[record + 5] = elements[record + 2]!;
    }
    elements[record] = run;
    elements[record + 1] = start;
    elements[record + 2] = end;
  }

  function onStep(step: number, start: number, end: number): void {
    const before = stepBefore[step]!;
    let from = steps;
    let record = before * RECORD;
    if (before < 0) {
      from = elements;
      record = (-1 - before) * ELEMENT_RECORD;
      // The latest occurrence may lie inside this very part ("paid" in "paid ticket"); then the one before it counts.
      if (elements[record] === run && elements[record + 2]! > start) record += RECORD;
    }
    if (from[record] !== run) return;
    const gapStart = from[record + 2]!;
    if (gapStart > start || distance[start]! - distance[gapStart]! > stepGap[step]!) return;
    const pattern = stepPattern[step]!;
    if (pattern >= 0) {
      hits.push({ target: patternTarget[pattern]!, pattern, start: from[record + 1]!, end });
      return;
    }
    const own = step * RECORD;
    steps[own] = run;
    steps[own + 1] = from[record + 1]!;
    steps[own + 2] = end;
  }

  function onAtom(atom: number, start: number, end: number): void {
    const elementsEnd = atomElements.offsets[atom + 1]!;
    for (let k = atomElements.offsets[atom]!; k < elementsEnd; k++) onElement(atomElements.values[k]!, start, end);
    const stepsEnd = atomLiteralSteps.offsets[atom + 1]!;
    for (let k = atomLiteralSteps.offsets[atom]!; k < stepsEnd; k++) {
      const step = atomLiteralSteps.values[k]!;
      const before = literalStepBefore[step]!;
      const from = before < 0 ? atoms : literalSteps;
      const record = (before < 0 ? -1 - before : before) * RECORD;
      if (from[record] !== run) continue;
      const gapStart = from[record + 2]!;
      if (gapStart > start || distance[start]! - distance[gapStart]! > ADJACENT) continue;
      const literal = literalStepEnds[step]!;
      if (literal < 0) {
        const own = step * RECORD;
        literalSteps[own] = run;
        literalSteps[own + 1] = from[record + 1]!;
        literalSteps[own + 2] = end;
        continue;
      }
      for (let e = literalElements.offsets[literal]!; e < literalElements.offsets[literal + 1]!; e++) onElement(literalElements.values[e]!, from[record + 1]!, end);
    }
    const own = atom * RECORD;
    atoms[own] = run;
    atoms[own + 1] = start;
    atoms[own + 2] = end;
  }

  function isWordUnit(code: number): boolean {
    const kind = classOf(code);
    return kind === LETTER || kind === DIGIT;
  }

  function find(folded: Folded, tokens: Tokens): Hit[] {
    run++;
    hits = [];
    distance = tokens.distance;
    const { codes, length, text } = folded;
    const trie = compiled.substrings;
    let token = 0;
    for (let i = 0; i < length; i++) {
      if (token < tokens.count && tokens.starts[token] === i) {
        const end = tokens.ends[token]!;
        const atoms = wordAtoms(text.slice(i, end));
        for (let k = 0; k < atoms.length; k++) onAtom(atoms[k]!, i, end);
        token++;
      }
      if (trie.first[codes[i]!] === 0) continue;
      if (i > 0 && isWordUnit(codes[i]!) && isWordUnit(codes[i - 1]!)) continue;
      let node = 0;
      for (let j = i; j < length; j++) {
        node = childOf(trie, node, codes[j]!);
        if (node === 0) break;
        const atom = trie.atoms[node]!;
        if (atom < 0) continue;
        if (isWordUnit(codes[j]!) && j + 1 < length && isWordUnit(codes[j + 1]!)) continue;
        onAtom(atom, i, j + 1);
      }
    }
    return withoutCancelled(hits, compiled);
  }

  return { find };
}

/** Drops hits that overlap a cancelling hit of the same target, and the cancelling hits themselves. */
function withoutCancelled(hits: Hit[], compiled: CompiledMatcher): Hit[] {
  const cancelling = new Map<number, [start: number, end: number][]>();
  for (const { pattern, target, start, end } of hits) {
    if (compiled.patternCancels[pattern] === 0) continue;
    const ranges = cancelling.get(target);
    if (ranges) ranges.push([start, end]);
    else cancelling.set(target, [[start, end]]);
  }
  if (cancelling.size === 0) return hits;
  for (const [target, ranges] of cancelling) cancelling.set(target, joinRanges(ranges));
  return hits.filter((hit) => compiled.patternCancels[hit.pattern] === 0 && !overlapsAny(cancelling.get(hit.target), hit));
}

function joinRanges(ranges: [number, number][]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Binary search, so that a text made of cancelling phrases costs no more than another. */
function overlapsAny(ranges: [number, number][] | undefined, hit: Hit): boolean {
  if (!ranges) return false;
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![1] <= hit.start) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low]![0] < hit.end;
}
