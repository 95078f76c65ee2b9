import { roomAround } from './badge-room.ts';
import { childrenOf, isInDocument, matches, parentOf } from './dom.ts';
import { freeSpot, type Size, type Spot } from './free-spot.ts';
import { boxOf } from './near-screen.ts';

/** A badge as far as its place goes. */
export interface Standing {
  host: HTMLElement;
  /** Takes the host out of the flow of the page's boxes. */
  leaveFlow(): void;
  /** Whole, and the sign alone. */
  sizes(): { whole: Size; small: Size };
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
const PRESSED = 'a, button, label, summary, [role="button"], [role="link"]';
const MOST_TRIES = 3;

/**
 * Places badges where nothing of the page has to move and nothing of it is covered. The host has no size; the badge is
 * drawn beside it, where there is room. All is measured when the browser has just laid out the page, and again when a post
 * changes its size.
 */
export function badgeStands(): BadgeStands {
  /** Weak, so that nodes a page throws away are not kept alive by us. */
  const byBox = new WeakMap<Element, { badge: Standing; place: Place }>();
  const boxes = new WeakMap<Standing, Element>();
  const observer = new ResizeObserver((entries) => {
    const due = entries.flatMap(({ target }) => byBox.get(target) ?? []);
    const fresh = due.filter(({ badge, place }) => !badge.host.isConnected && isInDocument(place.words));
    const heights = fresh.map(({ place }) => heightOf(place.post));
    for (const { badge, place } of fresh) enter(badge, place);
    for (const [at, { badge, place }] of fresh.entries()) settle(badge, place, heights[at]!);
    for (const { badge, place } of due) if (badge.host.isConnected) stand(badge, place);
  });

  function remove(badge: Standing): void {
    const box = boxes.get(badge);
    if (box) {
      observer.unobserve(box);
      byBox.delete(box);
    }
    badge.host.remove();
  }

  return {
    put(badge, place) {
      const box = boxes.get(badge) ?? sizedBox(place.post);
      boxes.set(badge, box);
      byBox.set(box, { badge, place });
      // Observing anew makes the browser tell the size with the next frame, changed or not.
      observer.unobserve(box);
      observer.observe(box);
    },
    remove,
    stop: () => observer.disconnect(),
  };
}

function enter(badge: Standing, { post, words }: Place): void {
  let parent = words;
  while (parent !== post && !flows(parent)) parent = parentOf(parent) ?? post;
  if (!flows(parent)) badge.leaveFlow();
  Element.prototype.append.call(parent, badge.host);
}

/** A site's rules for last children and their neighbours count the host too: then it goes into one of these children. */
function settle({ host }: Standing, { post }: Place, height: number): void {
  const moved = (): boolean => Math.abs(heightOf(post) - height) > 0.5;
  const parent = parentOf(host);
  if (!parent || !moved()) return;
  const others = childrenOf(parent).filter((child) => child !== host && flows(child) && !matches(child, PRESSED));
  for (const other of others.reverse().slice(0, MOST_TRIES)) {
    Element.prototype.append.call(other, host);
    if (!moved()) return;
  }
  Element.prototype.append.call(parent, host);
}

function stand(badge: Standing, { post, words }: Place): void {
  const { whole, small } = badge.sizes();
  const room = roomAround(post, words);
  const most = room.bounds.right - room.bounds.left;
  const origin = badge.host.getBoundingClientRect();
  const spot = freeSpot(room, { ...whole, width: Math.min(whole.width, most) }, small);
  badge.stand({ ...spot, left: spot.left - origin.left, top: spot.top - origin.top });
}

const heightOf = (element: Element): number => Element.prototype.getBoundingClientRect.call(element).height;

/** Only boxes have a size that can be watched. */
function sizedBox(post: Element): Element {
  const box = boxOf(post);
  return getComputedStyle(box).display === 'inline' ? (parentOf(box) ?? box) : box;
}
