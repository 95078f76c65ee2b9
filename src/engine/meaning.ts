import type { Concepts } from './glossary.ts';
import { HASH_START, hashWith } from './packed-map.ts';
import { createPieceSums, type Overall, type PieceModel, placeOf, strongest } from './piece-model.ts';

/** Concepts so near each other that they may belong together. */
const NEAR = 6;

function hashOf(name: string): number {
  let hash = HASH_START;
  for (let i = 0; i < name.length; i++) hash = hashWith(hash, name.charCodeAt(i));
  return hash;
}

/** The same for both orders: languages differ in what they put first. */
function pairOf(one: number, other: number): number {
  const [low, high] = one < other ? [one, other] : [other, one];
  return Math.imul(low ^ (high >>> 7) ^ (high << 9), 0x9e3779b1);
}

/** Calls `visit` with the hash of every concept and of every two near each other, and the place of the first in the text. */
function eachPiece(concepts: Concepts, hashes: Int32Array, visit: (hash: number, at: number) => void): void {
  const { count, ids } = concepts;
  for (let at = 0; at < count; at++) {
    const own = hashes[ids[at]!]!;
    visit(own, at);
    for (let next = at + 1; next <= at + NEAR && next < count; next++)
      if (ids[next] !== ids[at]) visit(pairOf(own, hashes[ids[next]!]!), at);
  }
}

export function hashConcepts(names: readonly string[]): Int32Array {
  return Int32Array.from(names, hashOf);
}

/** The places of a text's pieces in the table, each once: what the weights are learned from. */
export function meaningPlaces(concepts: Concepts, hashes: Int32Array, bits: number): number[] {
  const places = new Set<number>();
  eachPiece(concepts, hashes, (hash) => places.add(placeOf(hash, bits)));
  return [...places];
}

/** Makes the reader of what an advert speaks of, in any language of the glossary; linear in the number of concepts. */
export function createMeaningReader(model: PieceModel, names: readonly string[]): (concepts: Concepts) => Overall {
  const newSum = createPieceSums(model);
  const hashes = hashConcepts(names);
  return (concepts) => {
    const total = newSum();
    const sums: number[] = new Array(concepts.count).fill(0);
    eachPiece(concepts, hashes, (hash, at) => {
      sums[at]! += total.add(hash);
    });
    const logOdds = total.logOdds();
    const ranges = strongest(sums, Math.sign(logOdds)).map((at): [number, number] => [
      concepts.starts[at]!,
      concepts.ends[at]!,
    ]);
    return { logOdds, ranges };
  };
}
