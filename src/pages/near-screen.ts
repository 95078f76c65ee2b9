import { childrenOf } from './dom.ts';

export interface NearScreen {
  observe(element: Element): void;
  unobserve(element: Element): void;
}

/** Read a little before it is scrolled to. `scrollMargin` does the same in panes that scroll by themselves. */
const AHEAD = '300px 0px 300px 0px';

/** Tells when elements come near the screen and leave it. Without IntersectionObserver everything is near. */
export function nearScreen(signal: AbortSignal, onNear: (element: Element, near: boolean) => void): NearScreen {
  /** What is observed in place of an element, and back. */
  const standIns = new Map<Element, Element>();
  const elements = new Map<Element, Element>();
  const observer =
    typeof IntersectionObserver === 'function'
      ? new IntersectionObserver(
          (entries) => {
            for (const entry of entries) {
              const element = elements.get(entry.target);
              if (element && !signal.aborted) onNear(element, entry.isIntersecting);
            }
          },
          { rootMargin: AHEAD, scrollMargin: AHEAD } as IntersectionObserverInit,
        )
      : null;
  signal.addEventListener('abort', () => {
    observer?.disconnect();
    standIns.clear();
    elements.clear();
  });
  return {
    observe(element) {
      if (!observer) return onNear(element, true);
      const target = boxOf(element);
      standIns.set(element, target);
      elements.set(target, element);
      observer.observe(target);
    },
    unobserve(element) {
      const target = standIns.get(element);
      if (!target) return;
      standIns.delete(element);
      elements.delete(target);
      observer?.unobserve(target);
    },
  };
}

/** The element, or the first one inside it that has a box: `display: contents` has none and never meets the screen. */
function boxOf(element: Element): Element {
  let at = element;
  for (let depth = 0; depth < 8 && getComputedStyle(at).display === 'contents'; depth++) {
    const child = childrenOf(at)[0];
    if (!child) return at;
    at = child;
  }
  return at;
}
