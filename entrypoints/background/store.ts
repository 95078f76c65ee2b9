import { browser } from 'wxt/browser';
import { openStore } from '../../src/storage/open-store.ts';

/** Everything that is kept, for all handlers of the background. */
export const store = openStore(browser.storage.session);
