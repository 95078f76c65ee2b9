import type { Lists } from '../engine/compiled-matcher.ts';
import { listsOf } from './choose-anchors.ts';

/** What hangs on what, before it is laid out; see `CompiledMatcher` for the lists that come of it. */
export interface Hanging {
  atomCount: number;
  languageCount: number;
  literalAtoms: Lists;
  elementLiterals: Lists;
  elementLanguage: ArrayLike<number>;
  patternElements: Lists;
  /** Literal → the atom it hangs on; pattern → the element it hangs on. */
  literalAnchor: Int32Array;
  patternAnchor: Int32Array;
}

export interface LaidOut {
  elementLiterals: Lists;
  atomAnchors: Lists;
  literalAnchors: Lists;
  elementPatterns: Lists;
}

function rowOf({ offsets, values }: Lists, key: number): Int32Array {
  return values.subarray(offsets[key]!, offsets[key + 1]!);
}

/**
 * Writes down side by side what is read together: a text touches a few thousand scattered words of memory, and fetching
 * them, not counting, is what takes time.
 */
export function layOut(hanging: Hanging): LaidOut {
  const { elementLiterals, patternAnchor, literalAnchor, elementLanguage } = hanging;
  const elementCount = elementLiterals.offsets.length - 1;
  const patternsOf = listsOf(elementCount, [...patternAnchor], [...patternAnchor.keys()]);
  const literals: number[] = [];
  const literalElements: number[] = [];
  /** Atom → language → what hangs on it. */
  const atoms = new Map<number, Map<number, number[]>>();
  const hung = new Set<number>();
  for (let element = 0; element < elementCount; element++) {
    if (rowOf(patternsOf, element).length === 0) continue;
    const language = elementLanguage[element]!;
    const hang = (atom: number, ...values: number[]): void => {
      const languages = atoms.get(atom) ?? new Map<number, number[]>();
      atoms.set(atom, languages);
      const row = languages.get(language);
      if (row) row.push(...values);
      else languages.set(language, values);
    };
    for (const member of rowOf(elementLiterals, element)) {
      if (member >= 0) {
        hang(member, element);
        continue;
      }
      const literal = -1 - member;
      literals.push(literal);
      literalElements.push(element);
      const key = literal * hanging.languageCount + language;
      if (hung.has(key)) continue;
      hung.add(key);
      const anchor = literalAnchor[literal]!;
      const others = [...rowOf(hanging.literalAtoms, literal)].filter((atom) => atom !== anchor);
      hang(anchor, -1 - others.length, literal, ...others);
    }
  }
  return {
    elementLiterals: layOutElements(hanging),
    atomAnchors: layOutAtoms(hanging.atomCount, atoms),
    literalAnchors: listsOf(literalAnchor.length, literals, literalElements),
    elementPatterns: layOutPatterns(hanging, patternsOf),
  };
}

function layOutAtoms(atomCount: number, atoms: Map<number, Map<number, number[]>>): Lists {
  const offsets = new Int32Array(atomCount + 1);
  const values: number[] = [];
  for (let atom = 0; atom < atomCount; atom++) {
    for (const [language, row] of atoms.get(atom) ?? []) values.push(language, row.length, ...row);
    offsets[atom + 1] = values.length;
  }
  return { offsets, values: Int32Array.from(values) };
}

function layOutElements({ elementLiterals, literalAtoms }: Hanging): Lists {
  const offsets = new Int32Array(elementLiterals.offsets.length);
  const values: number[] = [];
  for (let element = 0; element + 1 < offsets.length; element++) {
    for (const member of rowOf(elementLiterals, element)) {
      if (member >= 0) values.push(member);
      else {
        const sequence = rowOf(literalAtoms, -1 - member);
        values.push(-sequence.length, -1 - member, ...sequence);
      }
    }
    offsets[element + 1] = values.length;
  }
  return { offsets, values: Int32Array.from(values) };
}

function layOutPatterns(hanging: Hanging, patternsOf: Lists): Lists {
  const { elementLiterals, literalAtoms, patternElements } = hanging;
  const elementCount = elementLiterals.offsets.length - 1;
  const uses = new Int32Array(elementCount);
  for (const element of patternElements.values) uses[element]!++;
  const offsets = new Int32Array(elementCount + 1);
  const values: number[] = [];
  for (let element = 0; element < elementCount; element++) {
    for (const pattern of rowOf(patternsOf, element)) {
      const checks: number[] = [];
      for (const other of new Set(rowOf(patternElements, pattern))) {
        if (other === element) continue;
        if (uses[other]! > 1) {
          checks.push(-1 - other);
          continue;
        }
        const members: number[] = [];
        for (const member of rowOf(elementLiterals, other)) {
          const sequence = member >= 0 ? [] : rowOf(literalAtoms, -1 - member);
          members.push(...(member >= 0 ? [member] : [-sequence.length, ...sequence]));
        }
        checks.push(members.length, ...members);
      }
      values.push(pattern, checks.length, ...checks);
    }
    offsets[element + 1] = values.length;
  }
  return { offsets, values: Int32Array.from(values) };
}
