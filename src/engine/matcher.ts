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
  /** Atom → steps of longer literals, last steps first. */
  atomLiteralSteps: Lists;
  /** Literal step → its literal when it is the last step, else -1; `first` is 1 for the first step. */
  literalStepEnds: Int32Array;
  literalStepFirst: Uint8Array;
  literalElements: Lists;
  /** Element → pattern steps, last steps first. */
  elementSteps: Lists;
  /** Pattern step → its pattern when it is the last step, else -1. */
  stepPattern: Int32Array;
  stepFirst: Uint8Array;
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

/** Linear in the text; keeps its working memory between calls, so one matcher serves one thread. */
export function createMatcher(compiled: CompiledMatcher): Matcher {
  const wordAtoms = createWordIndex(compiled.words);
  const literalSteps = compiled.literalStepEnds.length;
  const patternSteps = compiled.stepPattern.length;
  const literalStamp = new Int32Array(literalSteps);
  const literalStart = new Int32Array(literalSteps);
  const literalEnd = new Int32Array(literalSteps);
  const stepStamp = new Int32Array(patternSteps);
  const stepStart = new Int32Array(patternSteps);
  const stepEnd = new Int32Array(patternSteps);
  let run = 0;
  let distance: Int32Array = new Int32Array(0);
  let hits: Hit[] = [];

  function onElement(element: number, start: number, end: number): void {
    const { offsets, values } = compiled.elementSteps;
    for (let k = offsets[element]!; k < offsets[element + 1]!; k++) {
      const step = values[k]!;
      let from = start;
      if (compiled.stepFirst[step] === 0) {
        const before = step - 1;
        if (stepStamp[before] !== run) continue;
        const gapStart = stepEnd[before]!;
        if (gapStart > start || distance[start]! - distance[gapStart]! > compiled.stepGap[step]!) continue;
        from = stepStart[before]!;
      }
      const pattern = compiled.stepPattern[step]!;
      if (pattern >= 0) hits.push({ target: compiled.patternTarget[pattern]!, pattern, start: from, end });
      else {
        stepStamp[step] = run;
        stepStart[step] = from;
        stepEnd[step] = end;
      }
    }
  }

  function onAtom(atom: number, start: number, end: number): void {
    const single = compiled.atomElements;
    for (let k = single.offsets[atom]!; k < single.offsets[atom + 1]!; k++) onElement(single.values[k]!, start, end);
    const { offsets, values } = compiled.atomLiteralSteps;
    for (let k = offsets[atom]!; k < offsets[atom + 1]!; k++) {
      const step = values[k]!;
      let from = start;
      if (compiled.literalStepFirst[step] === 0) {
        const before = step - 1;
        if (literalStamp[before] !== run) continue;
        const gapStart = literalEnd[before]!;
        if (gapStart > start || distance[start]! - distance[gapStart]! > ADJACENT) continue;
        from = literalStart[before]!;
      }
      const literal = compiled.literalStepEnds[step]!;
      if (literal < 0) {
        literalStamp[step] = run;
        literalStart[step] = from;
        literalEnd[step] = end;
        continue;
      }
      const elements = compiled.literalElements;
      for (let e = elements.offsets[literal]!; e < elements.offsets[literal + 1]!; e++) onElement(elements.values[e]!, from, end);
    }
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
