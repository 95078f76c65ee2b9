import { withoutCancelled } from './cancelled-hits.ts';
import type { CompiledMatcher, Hit } from './compiled-matcher.ts';
import { createElementEvents } from './element-events.ts';
import type { Folded } from './folding.ts';
import { createOccurrences } from './occurrences.ts';
import { createPatternFinder, inTextOrder, type PlacedHit } from './pattern-finder.ts';
import type { Tokens } from './tokens.ts';

export interface Matcher {
  /** `mayStand` names the languages whose phrases can count in the text; the others cost nothing. */
  find(folded: Folded, tokens: Tokens, mayStand?: (language: string) => boolean): Hit[];
}

/**
 * Finds phrases by the rarest part of each: a pattern is looked at only when that part stands in the text, and gone
 * through in order only when all its parts do. Linear in the text; keeps its working memory between calls, so one
 * matcher serves one thread.
 */
export function createMatcher(compiled: CompiledMatcher): Matcher {
  const { atomAnchors, literalAnchors, elementPatterns } = compiled;
  const occurrences = createOccurrences(compiled);
  const events = createElementEvents(compiled, occurrences);
  const patterns = createPatternFinder(compiled, events);
  const { stands } = occurrences;
  const active = new Uint8Array(compiled.languages.length);
  /** One bit for each element and literal that this text came to, and which they are. */
  const elementMet = new Int32Array((compiled.elementLanguage.length >> 5) + 1);
  const literalMet = new Int32Array((literalAnchors.offsets.length >> 5) + 1);
  let metElements: number[] = [];
  let metLiterals: number[] = [];
  let hits: PlacedHit[] = [];

  const atomStands = (atom: number): boolean => ((stands[atom >> 5]! >>> (atom & 31)) & 1) === 1;

  function begin(mayStand: (language: string) => boolean): void {
    for (let k = 0; k < active.length; k++) active[k] = mayStand(compiled.languages[k]!) ? 1 : 0;
    for (const element of metElements) elementMet[element >> 5] = 0;
    for (const literal of metLiterals) literalMet[literal >> 5] = 0;
    metElements = [];
    metLiterals = [];
    hits = [];
  }

  /** Goes through what hangs on an atom of the text. */
  function meetAtom(atom: number): void {
    const { values } = atomAnchors;
    const end = atomAnchors.offsets[atom + 1]!;
    for (let k = atomAnchors.offsets[atom]!; k < end; ) {
      const isActive = active[values[k]!] === 1;
      const groupEnd = k + 2 + values[k + 1]!;
      for (k = isActive ? k + 2 : groupEnd; k < groupEnd; k++) {
        const value = values[k]!;
        if (value >= 0) {
          meetElement(value);
          continue;
        }
        const literal = values[k + 1]!;
        const last = k - value;
        let all = true;
        for (let other = k + 2; all && other <= last; other++) all = atomStands(values[other]!);
        if (all) meetLiteral(literal);
        k = last;
      }
    }
  }

  function meetLiteral(literal: number): void {
    if (((literalMet[literal >> 5]! >>> (literal & 31)) & 1) === 1) return;
    literalMet[literal >> 5]! |= 1 << (literal & 31);
    metLiterals.push(literal);
    if (!events.literalStands(literal)) return;
    const end = literalAnchors.offsets[literal + 1]!;
    for (let k = literalAnchors.offsets[literal]!; k < end; k++) {
      const element = literalAnchors.values[k]!;
      if (active[compiled.elementLanguage[element]!] === 1) meetElement(element);
    }
  }

  function meetElement(element: number): void {
    if (((elementMet[element >> 5]! >>> (element & 31)) & 1) === 1) return;
    elementMet[element >> 5]! |= 1 << (element & 31);
    metElements.push(element);
    const { values } = elementPatterns;
    const end = elementPatterns.offsets[element + 1]!;
    for (let k = elementPatterns.offsets[element]!; k < end; k += 2 + values[k + 1]!)
      if (mayStand(k + 2, k + 2 + values[k + 1]!)) patterns.find(values[k]!, hits);
  }

  /** Whether everything else that a pattern needs may stand in the text. */
  function mayStand(from: number, to: number): boolean {
    const { values } = elementPatterns;
    for (let k = from; k < to; k++) {
      const check = values[k]!;
      if (check < 0) {
        if (!events.mayStand(-1 - check)) return false;
        continue;
      }
      const end = k + check;
      let found = false;
      while (!found && k < end) {
        const member = values[++k]!;
        if (member >= 0) found = atomStands(member);
        else {
          found = true;
          for (const last = k - member; k < last; ) found = atomStands(values[++k]!) && found;
        }
      }
      if (!found) return false;
      k = end;
    }
    return true;
  }

  function find(folded: Folded, tokens: Tokens, mayStand: (language: string) => boolean = () => true): Hit[] {
    begin(mayStand);
    occurrences.read(folded, tokens, active);
    events.begin(tokens.distance);
    patterns.begin(tokens.distance);
    const { present, presentCount } = occurrences;
    for (let k = 0; k < presentCount; k++) meetAtom(present[k]!);
    return withoutCancelled(hits.sort(inTextOrder), compiled);
  }

  return { find };
}
