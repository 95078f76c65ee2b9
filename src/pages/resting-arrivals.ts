/** What is scrolled past faster than this was not read by the person either. */
const REST_MS = 800;
/** Steps of one scrolling are closer together than this. */
const MOVING_MS = 300;
const LOOK_MS = 300;

export interface RestingArrivals<T> {
  /** `at`: milliseconds on the page's clock. */
  came(item: T, at: number): void;
}

/**
 * Passes on what has come near the screen: at once while the page stands still, and only what stays for a moment while it
 * is scrolled, so that flying through a long feed costs nothing.
 */
export function restingArrivals<T>(
  document: Document,
  signal: AbortSignal,
  isStillNear: (item: T) => boolean,
  onRest: (item: T) => void,
): RestingArrivals<T> {
  /** In order of arrival. */
  let waiting: { item: T; since: number }[] = [];
  let lastScroll = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    timer = undefined;
    const now = performance.now();
    const rested = now - lastScroll > MOVING_MS ? now : now - REST_MS;
    const young = waiting.findIndex(({ since }) => since > rested);
    const old = waiting.splice(0, young < 0 ? waiting.length : young);
    for (const { item } of old) if (isStillNear(item)) onRest(item);
    if (waiting.length > 0) timer = setTimeout(look, LOOK_MS);
  }

  // Capturing, so that panes that scroll by themselves are noticed too.
  const onScroll = ({ timeStamp }: Event): void => {
    lastScroll = timeStamp;
  };
  document.addEventListener('scroll', onScroll, { signal, passive: true, capture: true });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    waiting = [];
  });
  return {
    came(item, at) {
      if (at - lastScroll > MOVING_MS) return onRest(item);
      waiting.push({ item, since: at });
      timer ??= setTimeout(look, LOOK_MS);
    },
  };
}
