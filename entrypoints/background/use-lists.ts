import { forgetKnowledge, loadScorer, loadSites } from './knowledge.ts';
import { store } from './store.ts';
import { tellPages } from './tell-pages.ts';

async function sitesNow(): Promise<string> {
  return JSON.stringify(await loadSites().catch(() => []));
}

/**
 * Other lists are in use from now on: pages that are open are scored again, and read again where the rules for how sites
 * are built are others too.
 */
export async function useListsAnew(): Promise<void> {
  const before = await sitesNow();
  forgetKnowledge();
  const [{ version }, after] = await Promise.all([loadScorer(), sitesNow()]);
  await tellPages('tab:lists-changed', { again: after !== before });
  await store.verdicts.prune(version);
}
