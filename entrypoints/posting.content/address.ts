const LOOK_MS = 1000;

interface Navigation extends EventTarget {
  addEventListener(type: 'currententrychange', listener: () => void, options: { signal: AbortSignal }): void;
}

/**
 * Tells when the page changes its path or query without loading; the part after `#` does not count. Where the browser has
 * no Navigation API, by looking every second.
 */
export function onAddressChange(signal: AbortSignal, tell: () => void): void {
  const addressOf = (): string => location.href.replace(/#.*$/, '');
  let last = addressOf();
  function look(): void {
    const now = addressOf();
    if (now === last) return;
    last = now;
    tell();
  }
  const { navigation } = globalThis as { navigation?: Navigation };
  if (typeof navigation?.addEventListener === 'function') {
    navigation.addEventListener('currententrychange', look, { signal });
    return;
  }
  const timer = setInterval(() => document.hidden || look(), LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}
