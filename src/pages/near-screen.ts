import { childrenOf } from './dom.ts';

export interface NearScreen {
  observe(element: Element): void;
  unobserve(element: Element): void;
}

/** Read a little before it is scrolled to. `scrollMargin` does the same in panes that scroll by themselves. */
const AHEAD = '600px 0px 600px 0px';

/** Tells when elements come near the screen and leave it. Without IntersectionObserver everything is near. */
export function nearScreen(
  signal: AbortSignal,
  onNear: (element: Element, near: boolean, at: number) => void,
): NearScreen {
  /** What is observed in place of an element, and back. */
  const standIns = new Map<Element, Element>();
  const elements = new Map<Element, Element>();
  const near = new WeakSet<Element>();
  const observer =
    typeof IntersectionObserver === 'function'
      ? new IntersectionObserver(
          (entries) => {
            for (const { target, isIntersecting, boundingClientRect: box, time } of entries) {
              if (signal.aborted) return;
              const element = elements.get(target) ?? target;
              if (!isIntersecting && box.width === 0 && box.height === 0 && element === target) standIn(element);
              if (near.has(element) === isIntersecting) continue;
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
    for (const held of [standIns, elements]) held.clear();
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
      if (observer) observer.observe(element);
      else onNear(element, true, performance.now());
    },
    unobserve(element) {
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
