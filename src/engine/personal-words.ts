import { capitalisedWords, NAME } from './capitalised-words.ts';
import type { Reading } from './reading.ts';
import type { Target } from './rules.ts';

/** Who somebody is, where they are from and by which messenger they write must not change a score by itself. */
export type PersonalMask = Uint8Array;

const isPersonal = ({ type }: Target): boolean => type === 'place' || type === 'messenger';

const personalTargets = new WeakMap<readonly Target[], Uint8Array>();

function personalOf(targets: readonly Target[]): Uint8Array {
  let personal = personalTargets.get(targets);
  if (!personal) {
    personal = Uint8Array.from(targets, (target) => (isPersonal(target) ? 1 : 0));
    personalTargets.set(targets, personal);
  }
  return personal;
}

/** One for every folded unit that belongs to a name, a place, a messenger, a number to call or an address. */
export function maskPersonal(reading: Reading, targets: readonly Target[]): PersonalMask {
  const { folded, tokens, hits, contacts } = reading;
  const mask = new Uint8Array(folded.length);
  const capitals = capitalisedWords(reading);
  for (let token = 0; token < tokens.count; token++)
    if (capitals[token] === NAME) mask.fill(1, tokens.starts[token]!, tokens.ends[token]!);
  const personal = personalOf(targets);
  for (const { target, start, end } of hits) if (personal[target] === 1) mask.fill(1, start, end);
  for (const { start, end } of contacts) mask.fill(1, start, end);
  return mask;
}
