import { withoutCancelled } from './cancelled-hits.ts';
import type { CompiledMatcher, Hit } from './compiled-matcher.ts';
import type { Folded } from './folding.ts';
import { classOf, DIGIT, LETTER } from './scripts.ts';
import { childOf } from './substring-trie.ts';
import type { Tokens } from './tokens.ts';
import { createWordIndex } from './word-index.ts';

/** Side by side: at most one comma, one ideograph or two unspaced units between. */
const ADJACENT = 2;

export interface Matcher {
  /** `mayStand` names the languages whose phrases can count in the text; the others cost nothing. */
  find(folded: Folded, tokens: Tokens, mayStand?: (language: string) => boolean): Hit[];
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
  const {
    elementLanguage,
    elementPatterns,
    elementSteps,
    elementIsFirst,
    stepBefore,
    stepPattern,
    stepGap,
    patternTarget,
  } = compiled;
  const atoms = new Int32Array(compiled.atomCount * RECORD);
  const literalSteps = new Int32Array(literalStepEnds.length * RECORD);
  const elements = new Int32Array(compiled.elementCount * ELEMENT_RECORD);
  const steps = new Int32Array(stepPattern.length * RECORD);
  const {
    elementHasNumber,
    elementNumberSteps,
    stepWaitsNumber,
    numberSteps,
    atomNumberSteps,
    literalStepWaitsNumber,
  } = compiled;
  const numberAtom = compiled.words.number;
  /** The last two numbers: [run, start, end] twice. */
  const numbers = new Int32Array(ELEMENT_RECORD);
  const stepWaits = new Int32Array(stepPattern.length);
  const literalWaits = new Int32Array(literalStepEnds.length);
  let waitingSteps: number[] = [];
  let waitingLiterals: number[] = [];
  const active = new Uint8Array(compiled.languages.length);
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
    const waitersEnd = elementNumberSteps.offsets[element + 1]!;
    for (let k = elementNumberSteps.offsets[element]!; k < waitersEnd; k++) awaitNumber(elementNumberSteps.values[k]!);
  }

  function awaitNumber(step: number): void {
    if (stepWaits[step] === run) return;
    stepWaits[step] = run;
    waitingSteps.push(step);
  }

  function awaitNumberInLiteral(step: number): void {
    if (literalWaits[step] === run) return;
    literalWaits[step] = run;
    waitingLiterals.push(step);
  }

  /** Wakes what waits for a number, then remembers it for parts that follow one. */
  function onNumber(start: number, end: number): void {
    for (let k = 0; k < waitingLiterals.length; k++) onLiteralStep(waitingLiterals[k]!, start, end);
    let kept = 0;
    for (let k = 0; k < waitingSteps.length; k++) {
      const step = waitingSteps[k]!;
      if (onStep(step, start, end)) waitingSteps[kept++] = step;
      else stepWaits[step] = 0;
    }
    waitingSteps.length = kept;
    for (let k = 0; k < numberSteps.length; k++) onStep(numberSteps[k]!, start, end);
    if (numbers[0] === run) {
      numbers[3] = run;
      numbers[4] = numbers[1]!;
      numbers[5] = numbers[2]!;
    }
    numbers[0] = run;
    numbers[1] = start;
    numbers[2] = end;
    const own = numberAtom * RECORD;
    atoms[own] = run;
    atoms[own + 1] = start;
    atoms[own + 2] = end;
  }

  /** False when the part before is too far behind to matter again. */
  function onStep(step: number, start: number, end: number): boolean {
    const before = stepBefore[step]!;
    let from = steps;
    let record = before * RECORD;
    if (before < 0) {
      from = elements;
      record = (-1 - before) * ELEMENT_RECORD;
      // The latest occurrence may lie inside this very part ("paid" in "paid ticket"); then the one before it counts.
      if (elements[record] === run && elements[record + 2]! > start) record += RECORD;
      if (elementHasNumber[-1 - before] === 1) {
        const number = numbers[0] === run && numbers[2]! > start ? RECORD : 0;
        if (numbers[number] === run && (elements[record] !== run || numbers[number + 2]! > elements[record + 2]!)) {
          from = numbers;
          record = number;
        }
      }
    }
    if (from[record] !== run) return false;
    const gapStart = from[record + 2]!;
    if (gapStart > start) return true;
    if (distance[start]! - distance[gapStart]! > stepGap[step]!) return false;
    const pattern = stepPattern[step]!;
    if (pattern >= 0) {
      hits.push({ target: patternTarget[pattern]!, pattern, start: from[record + 1]!, end });
      return true;
    }
    const own = step * RECORD;
    steps[own] = run;
    steps[own + 1] = from[record + 1]!;
    steps[own + 2] = end;
    if (stepWaitsNumber[step + 1] === 1) awaitNumber(step + 1);
    return true;
  }

  function onAtom(atom: number, start: number, end: number): void {
    const elementsEnd = atomElements.offsets[atom + 1]!;
    for (let k = atomElements.offsets[atom]!; k < elementsEnd; k++) {
      const element = atomElements.values[k]!;
      if (active[elementLanguage[element]!] === 1) onElement(element, start, end);
    }
    const stepsEnd = atomLiteralSteps.offsets[atom + 1]!;
    for (let k = atomLiteralSteps.offsets[atom]!; k < stepsEnd; k++)
      onLiteralStep(atomLiteralSteps.values[k]!, start, end);
    const own = atom * RECORD;
    atoms[own] = run;
    atoms[own + 1] = start;
    atoms[own + 2] = end;
    const waitersEnd = atomNumberSteps.offsets[atom + 1]!;
    for (let k = atomNumberSteps.offsets[atom]!; k < waitersEnd; k++) awaitNumberInLiteral(atomNumberSteps.values[k]!);
  }

  function onLiteralStep(step: number, start: number, end: number): void {
    const before = literalStepBefore[step]!;
    const from = before < 0 ? atoms : literalSteps;
    const record = (before < 0 ? -1 - before : before) * RECORD;
    if (from[record] !== run) return;
    const gapStart = from[record + 2]!;
    if (gapStart > start || distance[start]! - distance[gapStart]! > ADJACENT) return;
    const literal = literalStepEnds[step]!;
    if (literal < 0) {
      const own = step * RECORD;
      literalSteps[own] = run;
      literalSteps[own + 1] = from[record + 1]!;
      literalSteps[own + 2] = end;
      if (literalStepWaitsNumber[step + 1] === 1) awaitNumberInLiteral(step + 1);
      return;
    }
    const elementsEnd = literalElements.offsets[literal + 1]!;
    for (let e = literalElements.offsets[literal]!; e < elementsEnd; e++) {
      const element = literalElements.values[e]!;
      if (active[elementLanguage[element]!] === 1) onElement(element, from[record + 1]!, end);
    }
  }

  function isDigit(code: number): boolean {
    return code >= 48 && code <= 57;
  }

  function isWordUnit(code: number): boolean {
    const kind = classOf(code);
    return kind === LETTER || kind === DIGIT;
  }

  function find(folded: Folded, tokens: Tokens, mayStand: (language: string) => boolean = () => true): Hit[] {
    compiled.languages.forEach((language, index) => {
      active[index] = mayStand(language) ? 1 : 0;
    });
    run++;
    hits = [];
    waitingSteps = [];
    waitingLiterals = [];
    distance = tokens.distance;
    const { codes, length, text } = folded;
    const trie = compiled.substrings;
    let token = 0;
    for (let i = 0; i < length; i++) {
      if (token < tokens.count && tokens.starts[token] === i) {
        const end = tokens.ends[token]!;
        const found = wordAtoms(text.slice(i, end));
        for (let k = 0; k < found.length; k++) onAtom(found[k]!, i, end);
        if (numberAtom >= 0 && isDigit(codes[i]!)) onNumber(i, end);
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
