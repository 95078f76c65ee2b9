import { type Part, partsOf } from './card-parts.ts';
import { isInside, parentOf } from './dom.ts';

const MOST = 8;

/** By the largest element around a card that does not hold the whole list. */
const known = new WeakMap<Element, Part[]>();

/** What stands once above several cards: the employer of these adverts, or their town. */
export function partsAbove(card: Element, cards: Element[]): Part[] {
  const ends = [cards[0]!, cards.at(-1)!];
  if (!cards.includes(card)) return [];
  let section = card;
  for (let up = parentOf(section); up && !ends.every((end) => isInside(up!, end)); up = parentOf(up)) section = up;
  if (section === card) return [];
  let above = known.get(section);
  if (!above) {
    const all = partsOf(section);
    const first = all.findIndex(({ holder }) => cards.some((other) => isInside(other, holder)));
    above = all.slice(0, Math.min(Math.max(first, 0), MOST));
    // Whatever it is called, it is no advert's title.
    for (const { told } of above) delete told.title;
    known.set(section, above);
  }
  return above;
}
