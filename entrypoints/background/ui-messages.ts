import type { FromUi, ScoredPosting } from '../../src/messages.ts';
import { contentId } from '../../src/storage/content-id.ts';
import { loadSettings, saveSettings } from '../../src/storage/settings.ts';
import { orderHelp } from '../../src/ui/explain-help.ts';
import { explainPosting } from './explain-posting.ts';
import { flagPosting } from './flag-posting.ts';
import { loadHelp, loadSignalTexts } from './knowledge.ts';
import { listHandlers } from './list-messages.ts';
import { loadLiveLists } from './live-lists.ts';
import { refreshCount } from './page-messages.ts';
import { takePendingText } from './pending-text.ts';
import { askPage, reachPage } from './reach-page.ts';
import { scorePostings, withPersonsMarks } from './score-postings.ts';
import { siteHandlers } from './site-messages.ts';
import { store } from './store.ts';
import { tabReport } from './tab-report.ts';

export type UiHandlers = { [K in keyof FromUi]: (input: FromUi[K]['in']) => Promise<FromUi[K]['out']> };

/** Text that a person pasted or selected, as a posting. Its key is its content id. */
async function checkText(text: string, url?: string): Promise<ScoredPosting> {
  const posting = { text, ...(url ? { url } : {}) };
  const keyed = { key: await contentId(posting), posting, adapter: 'selection', view: 'message' };
  const [scored] = await withPersonsMarks(await scorePostings([keyed], true));
  return scored!;
}

/** Content id of a posting that a page of ours names by its key. */
async function idOfKey(key: string): Promise<{ id: string; tabId?: number } | null> {
  const found = await store.tabs.find(key);
  if (found) return { id: found.posting.id, tabId: found.tabId };
  return /^[0-9a-f]{32}$/.test(key) ? { id: key } : null;
}

export const uiHandlers: UiHandlers = {
  ...listHandlers,
  ...siteHandlers,
  'ui:tab': ({ tabId }) => tabReport(tabId),
  'ui:read-now': async ({ tabId }) => ({ found: (await reachPage(tabId, 'tab:read-now', {}))?.found ?? 0 }),
  'ui:show': async ({ tabId, key }) => ({ shown: (await askPage(tabId, 'tab:show', { key }))?.shown ?? false }),
  'ui:pending-text': async () => ({ text: await takePendingText() }),
  'ui:check-text': ({ text, url }) => checkText(text, url),
  'ui:explain': ({ scored }) => explainPosting(scored),
  'ui:settings': () => loadSettings(),
  'ui:set-settings': (change) => saveSettings(change),

  async 'ui:help'({ from, to }) {
    const today = new Date().toISOString().slice(0, 10);
    return orderHelp(await loadHelp(), { home: from, destinations: to ? [to] : [], today });
  },

  async 'ui:flag'({ scored, on }) {
    const id = await contentId(scored.posting);
    return flagPosting({ id, ...scored, url: scored.posting.url ?? '' }, on);
  },

  'ui:flags': () => store.flags.all(),
  'ui:remove-flag': async ({ id }) => ({ removed: (await store.flags.remove(id)).ok }),

  async 'ui:dismiss'({ key, as }) {
    const found = await idOfKey(key);
    if (!found) return { done: false };
    await store.dismissals.set(found.id, as);
    if (found.tabId !== undefined) {
      void askPage(found.tabId, 'tab:dismissed', { key, dismissed: as !== null });
      await refreshCount(found.tabId);
    }
    return { done: true };
  },

  async 'ui:list'() {
    const [{ version }, { languages, signals }] = await Promise.all([loadLiveLists(), loadSignalTexts()]);
    await store.database.run('insist', ({ flags }) => flags.count());
    return { version, languages, signals: signals.size, storage: store.database.state };
  },
};
