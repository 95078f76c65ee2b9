import { browser } from 'wxt/browser';

const CHECK_MS = 3000;
const NAME = Symbol.for('page-life');

interface World {
  [NAME]?: AbortController;
}

/**
 * How long a page script lives: until the extension is updated or taken away, or another copy of it is put into the same
 * page. Stands in for WXT's own context when the page script is built (see wxt.config.ts), because that one announces
 * itself to the page by events and messages that carry the extension's id, which any site can listen for.
 */
export class ContentScriptContext {
  readonly signal: AbortSignal;

  constructor() {
    const ending = new AbortController();
    // A world of our own, of which the page sees nothing.
    const world = globalThis as World;
    world[NAME]?.abort();
    world[NAME] = ending;
    this.signal = ending.signal;
    const timer = setInterval(() => {
      if (!document.hidden && !browser.runtime?.id) ending.abort();
    }, CHECK_MS);
    ending.signal.addEventListener('abort', () => clearInterval(timer));
  }
}
