import { roomAround } from './badge-room.ts';
import { childrenOf, isInDocument, matches, parentOf, rectOf, shadowOf } from './dom.ts';
import { freeSpot, type Size, type Spot } from './free-spot.ts';
import { boxOf } from './near-screen.ts';
import { clips } from './style.ts';

/** A badge as far as its place goes. */
export interface Standing {
  host: HTMLElement;
  /** What is drawn, in the host's root. */
  drawn: Element;
  /** Pixels, with its words. */
  width(): number;
  /** Takes the host out of the flow of the page's boxes. */
  leaveFlow(): void;
  stand(spot: Spot): void;
}

export interface Place {
  /** The posting's element. */
  post: Element;
  /** The element that holds its words; the badge stands near their end. */
  words: Element;
}

export interface BadgeStands {
  /** Puts a badge into the page, or looks anew for its place, with the next frame. */
  put(badge: Standing, place: Place): void;
  remove(badge: Standing): void;
  stop(): void;
}

/** Boxes in which a box without height moves nothing: no gaps between children, no lines. */
const FLOWS = /^(?:block|flow-root|list-item|table-cell|inline-block)$/;
const flows = (element: Element): boolean => FLOWS.test(getComputedStyle(element).display);
const PRESSED = 'a, button, summary, [role="button"], [role="link"]';
const MOST_TRIES = 3;
/** The sign alone, and the height of every badge. */
const SMALL: Size = { width: 24, height: 22 };

interface Known {
  badge: Standing;
  place: Place;
  /** The post's height before the host came into it; absent when that is checked. */
  height?: number;
}

/**
 * Places badges where nothing of the page has to move and nothing of it is covered. The host has no size; the badge is
 * drawn beside it, where there is room. All is measured when the browser has just laid out the page, so that nothing is
 * laid out for us alone: first the post, then, in the same frame, the badge in it. Measured again whenever a post or a
 * badge changes its size.
 */
export function badgeStands(): BadgeStands {
  /** By the box of the post and by what is drawn. Weak, so that nodes a page throws away are not kept alive by us. */
  const byBox = new WeakMap<Element, Known>();
  const boxes = new WeakMap<Standing, Element[]>();
  const observer = new ResizeObserver((entries) => {
    // A badge is told of by each of its boxes, and measured once.
    const standing = new Set<Known>();
    const fresh = new Map<Known, number>();
    for (const { target } of entries) {
      const known = byBox.get(target);
      if (!known) continue;
      const { badge, place } = known;
      if (badge.host.isConnected) standing.add(known);
      else if (isInDocument(place.words)) fresh.set(known, heightOf(place.post));
    }
    const spots = [...standing].map((known) => {
      const { badge, place, height } = known;
      known.height = undefined;
      if (height !== undefined) settle(badge, place, height);
      return { badge, spot: spotFor(badge, place) };
    });
    for (const { badge, spot } of spots) badge.stand(spot);
    // What reads styles comes before what changes the page.
    const parents = [...fresh.keys()].map(({ place }) => parentFor(place));
    for (const [at, [known, height]] of [...fresh].entries()) {
      const { badge } = known;
      known.height = height;
      if (!parents[at]!.flows) badge.leaveFlow();
      Element.prototype.append.call(parents[at]!.parent, badge.host);
      observe(badge.drawn);
    }
  });

  /** Observing anew makes the browser tell the size, changed or not. */
  function observe(box: Element): void {
    observer.unobserve(box);
    observer.observe(box);
  }

  return {
    put(badge, place) {
      const known = { badge, place };
      const watched = boxes.get(badge) ?? sizedBoxes(place);
      boxes.set(badge, watched);
      for (const box of [...watched, badge.drawn]) byBox.set(box, known);
      for (const box of watched) observe(box);
    },
    remove(badge) {
      for (const box of [...(boxes.get(badge) ?? []), badge.drawn]) {
        if (byBox.get(box)?.badge !== badge) continue;
        observer.unobserve(box);
        byBox.delete(box);
      }
      badge.host.remove();
    },
    stop: () => observer.disconnect(),
  };
}

function parentFor({ post, words }: Place): { parent: Element; flows: boolean } {
  let parent = words;
  // Out of links, of what cuts off its end, and of elements that show only children with a slot.
  for (let at: Element | null = words; at && at !== post; at = parentOf(at)) {
    const isApart = matches(at, PRESSED) || clips(at) || shadowOf(at) !== null;
    if (isApart || (at === parent && !flows(at))) parent = parentOf(at) ?? post;
  }
  return { parent, flows: flows(parent) };
}

/** A site's rules for last children and their neighbours count the host too: then it goes into one of these children. */
function settle({ host }: Standing, { post }: Place, height: number): void {
  const moved = (): boolean => Math.abs(heightOf(post) - height) > 0.5;
  const parent = parentOf(host);
  if (!parent || !moved()) return;
  const others = childrenOf(parent).filter((child) => child !== host && flows(child) && !matches(child, PRESSED));
  // Staying there, it need not be put there again, which would have the page laid out anew.
  if (others.length === 0) return;
  for (const other of others.reverse().slice(0, MOST_TRIES)) {
    Element.prototype.append.call(other, host);
    if (!moved()) return;
  }
  Element.prototype.append.call(parent, host);
}

function spotFor(badge: Standing, { post, words }: Place): Spot {
  const spot = freeSpot(roomAround(post, words), { ...SMALL, width: badge.width() }, SMALL);
  const origin = rectOf(badge.host);
  return { ...spot, left: spot.left - origin.left, top: spot.top - origin.top };
}

const heightOf = (element: Element): number => rectOf(element).height;

/** Only boxes have a size that can be watched: of a post and its words mostly both, or one. */
function sizedBoxes({ post, words }: Place): Element[] {
  if (words !== post) return [post, words];
  const box = boxOf(post);
  return [getComputedStyle(box).display === 'inline' ? (parentOf(box) ?? box) : box];
}
