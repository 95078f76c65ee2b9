import type { WordingModel } from '../engine/wording.ts';
import type { WordingRule } from './shared-rules.ts';

/** More places than this would only cost memory on the devices of those who need it most. */
const MOST_BITS = 20;

/** The weights as bytes. Throws an Error when their number is not what the rule says. */
export function compileWording({ bits, bias, step, weights }: WordingRule): WordingModel {
  if (bits > MOST_BITS) throw new Error(`wording: more than 2^${MOST_BITS} weights`);
  const bytes = Uint8Array.from(atob(weights), (character) => character.charCodeAt(0));
  if (bytes.length !== 1 << bits) throw new Error(`wording: ${bytes.length} weights where 2^${bits} are expected`);
  return { bits, bias, step, weights: new Int8Array(bytes.buffer) };
}
