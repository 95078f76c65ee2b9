import { childrenOf, rectOf } from './dom.ts';

export interface NearScreen {
  observe(element: Element): void;
  unobserve(element: Element): void;
  /** Finds among those left out so far the ones that are not far from the screen. Reads the layout. */
  look(): void;
}

/** Read a little before it is scrolled to. `scrollMargin` does the same in panes that scroll by themselves. */
const AHEAD = '600px 0px 600px 0px';

/** So many are looked at whatever their place; of more, those that are some screens away are left out. */
const ALWAYS = 60;
const SCREENS = 3;
/** So few next to each other are each asked for their place. */
const FEW = 6;

/**
 * Elements that stand some screens away at most; all, where there are few. Lists stand in the order of their nodes, mostly:
 * a part whose ends and middle lie on one side of the screen, in order, is left out as a whole. Reads the layout.
 */
export function aroundScreen(elements: ArrayLike<Element>): Element[] {
  if (elements.length <= ALWAYS) return Array.from(elements);
  const found: Element[] = [];
  function look(from: number, to: number): void {
    if (to - from > FEW) {
      const middle = (from + to) >> 1;
      const [one, two, three] = [from, middle, to - 1].map((at) => screensAway(elements[at]!)) as [
        number,
        number,
        number,
      ];
      if (one <= two && two <= three && (one > SCREENS || three < -SCREENS)) return;
      look(from, middle);
      look(middle, to);
    } else
      for (let at = from; at < to; at++) if (Math.abs(screensAway(elements[at]!)) <= SCREENS) found.push(elements[at]!);
  }
  look(0, elements.length);
  return found;
}

/** Below the screen more than nothing, above it less. What has no box may be anywhere. */
function screensAway(element: Element): number {
  const { top, bottom } = rectOf(element);
  if (top === bottom) return 0;
  return (top > innerHeight ? top - innerHeight : Math.min(bottom, 0)) / innerHeight;
}

/** Tells when elements come near the screen and leave it. Without IntersectionObserver everything is near. */
export function nearScreen(
  signal: AbortSignal,
  onNear: (element: Element, near: boolean, at: number) => void,
): NearScreen {
  /** What is observed in place of an element, and back. */
  const standIns = new Map<Element, Element>();
  const elements = new Map<Element, Element>();
  const near = new WeakSet<Element>();
  const leftOut = new Set<Element>();
  let count = 0;
  const observer =
    typeof IntersectionObserver === 'function'
      ? new IntersectionObserver(
          (entries) => {
            for (const entry of entries) {
              if (signal.aborted) return;
              const { target, isIntersecting, time } = entry;
              const element = elements.get(target) ?? target;
              if (near.has(element) === isIntersecting) {
                const { width, height } = entry.boundingClientRect;
                if (!isIntersecting && width === 0 && height === 0 && element === target) standIn(element);
                continue;
              }
              if (isIntersecting) near.add(element);
              else near.delete(element);
              onNear(element, isIntersecting, time);
            }
          },
          { rootMargin: AHEAD, scrollMargin: AHEAD } as IntersectionObserverInit,
        )
      : null;
  signal.addEventListener('abort', () => {
    observer?.disconnect();
    for (const held of [standIns, elements, leftOut]) held.clear();
  });

  /** An element without a box never meets the screen: its first part that has one is observed for it. */
  function standIn(element: Element): void {
    const part = boxOf(element);
    if (part === element) return;
    standIns.set(element, part);
    elements.set(part, element);
    observer?.unobserve(element);
    observer?.observe(part);
  }

  return {
    observe(element) {
      if (!observer) onNear(element, true, performance.now());
      else if (count++ < ALWAYS) observer.observe(element);
      else leftOut.add(element);
    },
    look() {
      for (const element of aroundScreen([...leftOut])) {
        leftOut.delete(element);
        observer?.observe(element);
      }
    },
    unobserve(element) {
      count--;
      leftOut.delete(element);
      const part = standIns.get(element) ?? element;
      standIns.delete(element);
      elements.delete(part);
      near.delete(element);
      observer?.unobserve(part);
    },
  };
}

/** The element, or the first one inside it that has a box, where it is shown without one of its own. */
export function boxOf(element: Element): Element {
  let at = element;
  for (let depth = 0; depth < 8 && getComputedStyle(at).display === 'contents'; depth++) {
    const child = childrenOf(at)[0];
    if (!child) return at;
    at = child;
  }
  return at;
}
