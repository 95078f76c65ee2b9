import type { PieceModel } from '../engine/piece-model.ts';
import type { PieceModelRule } from './shared-rules.ts';

/** More places than this would only cost memory on the devices of those who need it most. */
const MOST_BITS = 20;

function bytesOf(name: string, weights: string): Uint8Array {
  try {
    return Uint8Array.from(atob(weights), (character) => character.charCodeAt(0));
  } catch {
    throw new Error(`${name}: the weights are not base 64`);
  }
}

/**
 * The weights as bytes. Throws an Error that names what is wrong: a number of bits that fits no table would have pieces
 * looked up beyond its end, and a number without bounds would make every score meaningless. `name` is the rule's file.
 */
export function compilePieceModel(name: string, rule: PieceModelRule): PieceModel {
  const { bits, bias, step, steady, weights } = rule;
  if (!Number.isInteger(bits) || bits < 1 || bits > MOST_BITS)
    throw new Error(`${name}: bits must be a whole number from 1 to ${MOST_BITS}, not ${bits}`);
  if (![bias, step].every(Number.isFinite)) throw new Error(`${name}: bias and step must be finite`);
  if (!(steady >= 1)) throw new Error(`${name}: steady must be 1 or more, not ${steady}`);
  const bytes = bytesOf(name, weights);
  if (bytes.length !== 1 << bits) throw new Error(`${name}: ${bytes.length} weights where 2^${bits} are expected`);
  return { bits, bias, step, steady, weights: new Int8Array(bytes.buffer) };
}
