import type { WordingModel } from '../engine/wording.ts';
import type { WordingRule } from './shared-rules.ts';

/** More places than this would only cost memory on the devices of those who need it most. */
const MOST_BITS = 20;

function bytesOf(weights: string): Uint8Array {
  try {
    return Uint8Array.from(atob(weights), (character) => character.charCodeAt(0));
  } catch {
    throw new Error('wording: the weights are not base 64');
  }
}

/**
 * The weights as bytes. Throws an Error that names what is wrong: a number of bits that fits no table would have pieces
 * looked up beyond its end, and a number without bounds would make every score meaningless.
 */
export function compileWording({ bits, bias, step, weights }: WordingRule): WordingModel {
  if (!Number.isInteger(bits) || bits < 1 || bits > MOST_BITS)
    throw new Error(`wording: bits must be a whole number from 1 to ${MOST_BITS}, not ${bits}`);
  if (!Number.isFinite(bias) || !Number.isFinite(step)) throw new Error('wording: bias and step must be finite');
  const bytes = bytesOf(weights);
  if (bytes.length !== 1 << bits) throw new Error(`wording: ${bytes.length} weights where 2^${bits} are expected`);
  return { bits, bias, step, weights: new Int8Array(bytes.buffer) };
}
