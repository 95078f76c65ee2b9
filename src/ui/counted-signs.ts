import type { ShownReason } from '../messages.ts';

/** A sign of its own: not several side by side, not the text as a whole, not what speaks for the advert. */
export function isCounted(reason: ShownReason): boolean {
  return !reason.protective && !reason.together && !reason.whole;
}
