/** What is scrolled past faster than this was not read by the person either. */
const REST_MS = 800;
/** Steps of one scrolling are closer together than this. */
const LOOK_MS = 300;

export interface RestingArrivals<T> {
  /** `at`: milliseconds on the page's clock. */
  came(item: T, at: number): void;
  /** A screen or more goes by between two looks: nobody reads now. */
  isFlying(): boolean;
}

/**
 * Passes on what has come near the screen: at once while the page stands still, and only what stays for a moment while it
 * is scrolled, so that flying through a long feed costs nothing. `onElsewhere` is called when a person may read at another
 * place than before.
 */
export function restingArrivals<T>(
  document: Document,
  signal: AbortSignal,
  isStillNear: (item: T) => boolean,
  onRest: (item: T) => void,
  onElsewhere: () => void,
): RestingArrivals<T> {
  /** In order of arrival. */
  let waiting: { item: T; since: number }[] = [];
  /** Scrolled since the last look, and where. */
  let scrolled = false;
  let pane: EventTarget | null = null;
  let moving = false;
  let far = false;
  let flying = false;
  /** Where the pane was at the last look, and where it was when a person could read there. */
  let [looked, stayed] = [0, 0];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    timer = undefined;
    const now = performance.now();
    moving = scrolled;
    // Asking for the place makes the browser lay out the page: seldom while it flies by.
    const at = pane instanceof Element ? pane.scrollTop : scrollY;
    const flew = flying;
    // One jump is none: after it a person stays.
    const jumped = moving && Math.abs(at - looked) > innerHeight;
    flying = jumped && far;
    far = jumped;
    looked = at;
    scrolled = false;
    const rested = moving ? now - REST_MS : now;
    const young = waiting.findIndex(({ since }) => since > rested);
    const old = waiting.splice(0, young < 0 ? waiting.length : young);
    for (const { item } of old) if (isStillNear(item)) onRest(item);
    if (moving || waiting.length > 0) timer = setTimeout(look, flying ? 3 * LOOK_MS : LOOK_MS);
    if (flying || (!flew && Math.abs(at - stayed) < innerHeight / 2)) return;
    stayed = at;
    onElsewhere();
  }

  // Capturing, so that panes that scroll by themselves are noticed too. Called often: does next to nothing.
  const onScroll = (event: Event): void => {
    if (scrolled) return;
    scrolled = true;
    moving = true;
    pane = event.target;
    timer ??= setTimeout(look, LOOK_MS);
  };
  document.addEventListener('scroll', onScroll, { signal, passive: true, capture: true });
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    waiting = [];
  });
  return {
    came(item, at) {
      if (!moving) return onRest(item);
      waiting.push({ item, since: at });
      timer ??= setTimeout(look, LOOK_MS);
    },
    isFlying: () => flying,
  };
}
