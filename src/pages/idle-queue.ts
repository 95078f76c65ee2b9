/** Longest piece of work between two frames, so that scrolling stays smooth on a cheap phone. */
const SLICE_MS = 6;
/** The page gets this long to be idle first. */
const PATIENCE_MS = 400;

export interface IdleQueue<T> {
  /** Adds an item once; an item already waiting keeps its place. */
  add(item: T): void;
  delete(item: T): void;
  /** Works off what waits, as far as the page is visible. */
  wake(): void;
}

/**
 * Works off items in idle time, in slices, and never while the page is hidden. `after` is called at the end of each
 * slice. Ends with the signal.
 */
export function idleQueue<T>(
  document: Document,
  signal: AbortSignal,
  work: (item: T) => void,
  after: () => void,
): IdleQueue<T> {
  const waiting = new Set<T>();
  let handle = 0;

  function wake(): void {
    if (handle || waiting.size === 0 || signal.aborted || document.hidden) return;
    handle = requestIdle(slice);
  }

  function slice(): void {
    handle = 0;
    if (signal.aborted || document.hidden) return;
    const end = performance.now() + SLICE_MS;
    for (const item of waiting) {
      waiting.delete(item);
      work(item);
      if (performance.now() >= end) break;
    }
    after();
    wake();
  }

  signal.addEventListener('abort', () => {
    cancelIdle(handle);
    waiting.clear();
  });
  return {
    add(item) {
      waiting.add(item);
      wake();
    },
    delete: (item) => waiting.delete(item),
    wake,
  };
}

/** Safari has no idle callbacks. */
function requestIdle(run: () => void): number {
  if (typeof requestIdleCallback === 'function') return requestIdleCallback(run, { timeout: PATIENCE_MS });
  return setTimeout(run, 30) as unknown as number;
}

function cancelIdle(handle: number): void {
  if (typeof cancelIdleCallback === 'function') cancelIdleCallback(handle);
  else clearTimeout(handle);
}
