/** A rectangle in pixels of the window. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Something that a badge must not cover. `pressed`: a control of the page, which a finger has to find. */
export interface Taken extends Box {
  pressed: boolean;
}

/** Where there may be room for a badge. */
export interface Room {
  taken: Taken[];
  /** The badge stays inside. */
  bounds: Box;
  /** The last line of the advert's words: its middle, and the edge at which it begins. */
  line: number;
  start: number;
  rtl: boolean;
}

export interface Size {
  width: number;
  height: number;
}

export interface Spot {
  left: number;
  top: number;
  /** Only the sign fits, not the words. */
  small: boolean;
  /** Pixels above and below that are free of the page's controls, as far as a finger needs them. */
  reach: number;
}

/** From what stands before or after it in the same line, and from what stands above or below. */
const BESIDE = 8;
const APART = 1;
/** So far from the last line the words are better than the sign alone beside it; further only where nothing else is. */
const NEAR = 160;
const CLOSE = 60;
/** A target for fingers is 44 px high, the badge 22. */
const REACH = 11;

/** The free place nearest to the end of the words: whole if it can be, the sign alone where there is too little room. */
export function freeSpot(room: Room, whole: Size, small: Size): Spot {
  for (const [size, away] of [[whole, NEAR], [small, CLOSE], [whole], [small]] as const) {
    const spot = nearest(room, size, away);
    if (spot) return { ...spot, small: size === small, reach: reachOf(room, spot, size) };
  }
  // Full to the edge: over the lower edge, where one post ends and the next has not begun.
  const { bounds, rtl } = room;
  const left = rtl ? bounds.left : bounds.right - small.width;
  return { left, top: bounds.bottom - small.height / 2, small: true, reach: 0 };
}

function nearest(room: Room, { width, height }: Size, away = 1e6): { left: number; top: number } | null {
  const { taken, bounds, line } = room;
  const wanted = line - height / 2;
  const tops = new Set([wanted]);
  for (const { top, bottom } of taken) {
    for (const at of [(top + bottom - height) / 2, bottom + APART, top - height - APART]) tops.add(Math.ceil(at));
  }
  // After the words rather than beside an earlier line of them.
  const far = (top: number): number => (top < wanted ? 2 * (wanted - top) : top - wanted);
  const fitting = [...tops]
    .filter((top) => top >= bounds.top && top + height <= bounds.bottom && far(top) <= away)
    .sort((one, other) => far(one) - far(other));
  for (const top of fitting) {
    const left = gapIn(room, top, width, height);
    if (left !== null) return { left, top };
  }
  return null;
}

/** The first gap of a band, from where lines begin. Right-to-left lines are looked at in a mirror. */
function gapIn({ taken, bounds, start, rtl }: Room, top: number, width: number, height: number): number | null {
  const spans = taken
    .filter((box) => box.top < top + height && box.bottom > top)
    .map(({ left, right }) => (rtl ? { from: -right, to: -left } : { from: left, to: right }))
    .sort((one, other) => one.from - other.from);
  const [first, last] = rtl ? [-bounds.right, -bounds.left] : [bounds.left, bounds.right];
  let from = Math.max(first, rtl ? -start : start);
  for (const span of [...spans, { from: last + BESIDE, to: last }]) {
    if (span.from - BESIDE - from >= width) return rtl ? -from - width : from;
    from = Math.max(from, span.to + BESIDE);
  }
  return null;
}

function reachOf({ taken }: Room, { left, top }: { left: number; top: number }, { width, height }: Size): number {
  const gaps = taken
    .filter((box) => box.pressed && box.left < left + width && box.right > left)
    .map((box) => Math.max(top - box.bottom, box.top - top - height));
  return Math.max(0, Math.min(REACH, ...gaps));
}
