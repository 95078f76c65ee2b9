import { all, childrenOf, first, isInside, matches, parentOf, rawText } from './dom.ts';
import { isShown } from './style.ts';
import type { TextSize } from './text-sizes.ts';
import { lineOf } from './visible-text.ts';

/** The part of a page that one advert fills. */
export interface DenseBlock {
  element: Element;
  title: string;
  /** What stands around the title, where that is not part of the element. */
  head?: Element;
  /** Characters outside links. */
  words: number;
}

const FEWEST_WORDS = 250;
const MOST_IN_HEAD = 1000;
const FIRST_RANK = 'h1, [role="heading"][aria-level="1"]';
const HEADINGS = 'h1, h2, h3, [role="heading"]';

/**
 * The element that holds most of the page's running text: from the root down, always into the child that keeps most of
 * it. Then up again as far as the page's heading, unless much else comes with it. `around` holds what surrounds the cards
 * of a list; where its first card stands further down, the page's heading is the block's.
 */
export function denseBlock(
  root: Element,
  sizes: Map<Element, TextSize>,
  around: Set<Element>,
  firstCard?: Element,
): DenseBlock | null {
  const words = (element: Element): number => {
    const size = sizes.get(element);
    return size ? size.text - size.linked : 0;
  };
  let block = root;
  for (;;) {
    let best: Element | null = null;
    for (const child of childrenOf(block)) if (!best || words(child) > words(best)) best = child;
    if (!best || words(best) < FEWEST_WORDS || words(best) < 0.6 * words(block)) break;
    block = best;
  }
  if (words(block) < FEWEST_WORDS || around.has(block) || !isShown(block)) return null;
  const heading = headingFor(block, root);
  let whole = block;
  if (heading && !isInside(block, heading)) {
    for (let up = parentOf(block); up; up = up === root ? null : parentOf(up)) {
      // A block with a heading of its own stands beside the list; the page's heading is then not its name.
      if ((around.has(up) && first(whole, HEADINGS)) || words(up) > 1.7 * words(block) + 800) break;
      whole = up;
      if (isInside(up, heading)) break;
    }
  }
  if (heading && !isInside(whole, heading) && matches(heading, FIRST_RANK) && (!firstCard || follows(whole, firstCard)))
    return { element: whole, title: lineOf(heading), head: headAround(heading, whole, sizes), words: words(block) };
  const named = heading && isInside(whole, heading) ? heading : first(whole, HEADINGS);
  return { element: whole, title: named ? lineOf(named) : '', words: words(block) };
}

/** The employer and the place stand near the title: its surroundings, as long as they say little more. */
function headAround(heading: Element, block: Element, sizes: Map<Element, TextSize>): Element {
  let head = heading;
  for (
    let up = parentOf(head);
    up && !isInside(up, block) && (sizes.get(up)?.text ?? MOST_IN_HEAD) < MOST_IN_HEAD;
    up = parentOf(up)
  )
    head = up;
  return head;
}

/** The first-rank heading nearest above or in the block, else a second-rank one inside it. */
function headingFor(block: Element, root: Element): Element | null {
  const shown = all(root, FIRST_RANK).filter((heading) => isShown(heading) && rawText(heading).trim().length >= 3);
  const before = shown.filter((heading) => isInside(block, heading) || follows(heading, block));
  return before.at(-1) ?? shown[0] ?? first(block, 'h2, [role="heading"]');
}

function follows(heading: Element, block: Element): boolean {
  return (Node.prototype.compareDocumentPosition.call(heading, block) & 4) !== 0;
}
