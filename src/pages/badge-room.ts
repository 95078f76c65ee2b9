import { attributeOf, isInside, nameOf, nodeTypeOf, parentOf, rectOf } from './dom.ts';
import type { Box, Room, Taken } from './free-spot.ts';
import { isOwn } from './own-nodes.ts';
import { shownNodes } from './visible-text.ts';

/** Shown as a whole, whatever is in them. */
const WHOLE = /^(?:button|canvas|iframe|img|input|select|svg|textarea|video)$/;
const MOST_NODES = 1500;
/** A part of an advert this high has room around its end. */
const ENOUGH = 240;
/** Shares of a line's height that its letters leave free. */
const ABOVE_LETTERS = 0.08;
const BELOW_LETTERS = 0.04;
/** From the edge at which lines end. */
const EDGE = 4;

interface Step {
  node: Node;
  clip: Box;
  pressed: boolean;
}

/**
 * What stands around the end of a post's words, as it is laid out now. Reads the layout: to be called where that is
 * settled. `words`: the element that holds them.
 */
export function roomAround(post: Element, words: Element): Room {
  let scope = words;
  while (scope !== post && rectOf(scope).height < ENOUGH) scope = parentOf(scope) ?? post;
  const outer = within(rectOf(scope), rectOf(post));
  const rtl = getComputedStyle(words).direction === 'rtl';
  const room: Room = {
    taken: [],
    bounds: { ...outer, [rtl ? 'left' : 'right']: rtl ? outer.left + EDGE : outer.right - EDGE },
    line: (outer.top + outer.bottom) / 2,
    start: rtl ? outer.right - EDGE : outer.left + EDGE,
    rtl,
  };
  gather(scope, outer, words, room);
  return room;
}

function gather(scope: Element, outer: Box, words: Element, room: Room): void {
  const { rtl } = room;
  const range = new Range();
  const stack: Step[] = [{ node: scope, clip: outer, pressed: false }];
  let lowest = Number.NEGATIVE_INFINITY;
  for (let count = 0, step = stack.pop(); step && count < MOST_NODES; count++, step = stack.pop()) {
    const { node, clip, pressed } = step;
    if (nodeTypeOf(node) === 3) {
      range.selectNodeContents(node);
      const isWords = isInside(words, node);
      for (const line of range.getClientRects()) {
        const box = within(line, clip);
        if (!hasArea(box)) continue;
        const high = box.bottom - box.top;
        const [top, bottom] = [box.top + ABOVE_LETTERS * high, box.bottom - BELOW_LETTERS * high];
        room.taken.push({ ...box, top, bottom, pressed });
        if (!isWords) continue;
        const isNext = box.bottom > lowest + high / 4;
        const start = rtl ? box.right : box.left;
        if (isNext) room.line = (box.top + box.bottom) / 2;
        if (isNext || (Math.abs(box.bottom - lowest) <= high / 4 && (rtl ? start > room.start : start < room.start)))
          room.start = start;
        lowest = Math.max(lowest, box.bottom);
      }
    } else if (nodeTypeOf(node) === 1 && !isOwn(node)) enter(node as Element, clip, pressed, stack, room.taken);
  }
}

function enter(element: Element, clip: Box, inPressed: boolean, stack: Step[], taken: Taken[]): void {
  const name = nameOf(element);
  const isButton = attributeOf(element, 'role') === 'button';
  const pressed = inPressed || isButton || /^(?:a|button|input)$/.test(name);
  if (isButton || WHOLE.test(name)) {
    const box = within(rectOf(element), clip);
    if (hasArea(box)) taken.push({ ...box, pressed });
    return;
  }
  const style = getComputedStyle(element);
  // Cut-off words are not shown, but have their places.
  const inner = style.overflowX === 'visible' || style.display === 'inline' ? clip : within(rectOf(element), clip);
  const nodes = shownNodes(element);
  for (let at = nodes.length - 1; at >= 0; at--) stack.push({ node: nodes[at]!, clip: inner, pressed });
}

const hasArea = ({ left, top, right, bottom }: Box): boolean => right - left > 2 && bottom - top > 2;

function within(one: Box, other: Box): Box {
  return {
    left: Math.max(one.left, other.left),
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
  };
}
