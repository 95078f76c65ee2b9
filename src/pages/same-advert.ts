import type { Posting } from '../engine/posting.ts';
import { fold } from './structured-data.ts';

/** Whether a list's card stands for the advert that is open beside the list. */
export function isSameAdvert(open: Posting, card: Posting): boolean {
  if (!open.title || fold(open.title) !== fold(card.title)) return false;
  return !open.company || !card.company || fold(open.company) === fold(card.company);
}

/** A key that nothing else on the page has: the same words can stand on it twice, each with a badge of its own. */
export function freeKey(key: string, isTaken: (key: string) => boolean): string {
  let free = key;
  for (let copy = 2; isTaken(free); copy++) free = `${key}~${copy}`;
  return free;
}
