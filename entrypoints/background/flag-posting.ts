import { browser } from 'wxt/browser';
import type { Posting } from '../../src/engine/posting.ts';
import type { Verdict } from '../../src/engine/verdict.ts';
import type { StorageState } from '../../src/messages.ts';
import { store } from './store.ts';

/** Keeps an advert as evidence, or lets it go. `flagged` says how it is afterwards, whatever was asked. */
export async function flagPosting(
  { id, posting, verdict, url }: { id: string; posting: Posting; verdict: Verdict; url: string },
  on: boolean,
): Promise<{ flagged: boolean; storage: StorageState }> {
  const appVersion = browser.runtime.getManifest().version;
  const at = new Date().toISOString();
  const storage = on
    ? await store.flags.add({ id, posting, verdict, url, at, list: verdict.list, appVersion })
    : await store.flags.remove(id);
  return { flagged: storage.ok ? on : !on, storage };
}
