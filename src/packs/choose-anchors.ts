import type { Lists } from '../engine/compiled-matcher.ts';

/** Words that every text holds count as much as this many phrases. */
const COMMON = 20_000;
/** A number stands in nearly every advert. */
const NUMBER = 50_000;

/** What the choice is made from; see `CompiledMatcher` for the lists. */
export interface Parts {
  atomCount: number;
  numberAtom: number;
  /** Words that say nothing about a text but its language. */
  commonAtoms: Iterable<number>;
  literalAtoms: Lists;
  elementLiterals: Lists;
  patternElements: Lists;
}

export interface Anchors {
  /** Literal → the atom it hangs on; pattern → the element it hangs on. */
  literalAnchor: Int32Array;
  patternAnchor: Int32Array;
}

const keysOf = ({ offsets }: Lists): number => offsets.length - 1;

/** Lists from pairs of key and value; values of one key stay in the order of the pairs. */
export function listsOf(keyCount: number, keys: number[], values: number[]): Lists {
  const offsets = new Int32Array(keyCount + 1);
  for (const key of keys) offsets[key + 1]!++;
  for (let key = 0; key < keyCount; key++) offsets[key + 1]! += offsets[key]!;
  const next = offsets.slice();
  const out = new Int32Array(values.length);
  for (let k = 0; k < keys.length; k++) out[next[keys[k]!]!++] = values[k]!;
  return { offsets, values: out };
}

/**
 * How common each atom is likely to be in texts: by how many phrases it stands in, for what many phrases need is what
 * adverts say anyway.
 */
function commonness({
  atomCount,
  numberAtom,
  commonAtoms,
  literalAtoms,
  elementLiterals,
  patternElements,
}: Parts): Float64Array {
  const common = new Float64Array(atomCount);
  const uses = new Int32Array(keysOf(elementLiterals));
  for (const element of patternElements.values) uses[element]!++;
  for (let element = 0; element < uses.length; element++) {
    for (let m = elementLiterals.offsets[element]!; m < elementLiterals.offsets[element + 1]!; m++) {
      const member = elementLiterals.values[m]!;
      if (member >= 0) {
        common[member]! += uses[element]!;
        continue;
      }
      const literal = -1 - member;
      for (let k = literalAtoms.offsets[literal]!; k < literalAtoms.offsets[literal + 1]!; k++)
        common[literalAtoms.values[k]!]! += uses[element]!;
    }
  }
  for (const atom of commonAtoms) common[atom]! += COMMON;
  if (numberAtom >= 0) common[numberAtom]! += NUMBER;
  return common;
}

/** Puts the literals that most texts hold first, so that a text that holds one seldom looks at the others; `#` leads. */
function putCommonFirst({ elementLiterals: { offsets, values }, literalAtoms }: Parts, common: Float64Array): void {
  const commonnessOf = (member: number): number => {
    if (member >= 0) return common[member]!;
    const literal = -1 - member;
    const atoms = literalAtoms.values.subarray(literalAtoms.offsets[literal]!, literalAtoms.offsets[literal + 1]!);
    return atoms.reduce((least, atom) => Math.min(least, common[atom]!), Number.POSITIVE_INFINITY) / 2;
  };
  for (let element = 0; element + 1 < offsets.length; element++) {
    const members = values.subarray(offsets[element]!, offsets[element + 1]!);
    if (members.length > 1) members.set([...members].sort((a, b) => commonnessOf(b) - commonnessOf(a) || a - b));
  }
}

/** Hangs every pattern on its rarest element and every literal on its rarest atom. */
export function chooseAnchors(parts: Parts): Anchors {
  const { literalAtoms, elementLiterals, patternElements } = parts;
  const common = commonness(parts);
  putCommonFirst(parts, common);
  const literalAnchor = new Int32Array(keysOf(literalAtoms));
  for (let literal = 0; literal < literalAnchor.length; literal++) {
    let rarest = literalAtoms.values[literalAtoms.offsets[literal]!]!;
    for (let k = literalAtoms.offsets[literal]! + 1; k < literalAtoms.offsets[literal + 1]!; k++)
      if (common[literalAtoms.values[k]!]! < common[rarest]!) rarest = literalAtoms.values[k]!;
    literalAnchor[literal] = rarest;
  }
  /** An element is met with any of its literals. */
  const elementCost = new Float64Array(keysOf(elementLiterals));
  for (let element = 0; element < elementCost.length; element++) {
    for (let m = elementLiterals.offsets[element]!; m < elementLiterals.offsets[element + 1]!; m++) {
      const member = elementLiterals.values[m]!;
      elementCost[element]! += common[member >= 0 ? member : literalAnchor[-1 - member]!]!;
    }
  }
  const patternAnchor = new Int32Array(keysOf(patternElements));
  for (let pattern = 0; pattern < patternAnchor.length; pattern++) {
    let rarest = patternElements.values[patternElements.offsets[pattern]!]!;
    for (let k = patternElements.offsets[pattern]! + 1; k < patternElements.offsets[pattern + 1]!; k++)
      if (elementCost[patternElements.values[k]!]! < elementCost[rarest]!) rarest = patternElements.values[k]!;
    patternAnchor[pattern] = rarest;
  }
  return { literalAnchor, patternAnchor };
}
