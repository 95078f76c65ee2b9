import type { FromPage, PageSetup } from '../../src/messages.ts';
import { VOCABULARY } from '../../src/pages/vocabulary.ts';
import type { TabPosting } from '../../src/storage/tab-reports.ts';
import badgeStyle from '../../src/ui/badge.css?inline';
import { pageStrings } from '../../src/ui/page-strings.ts';
import { acceptPostings, acceptUnread } from './accept-postings.ts';
import { explainPosting } from './explain-posting.ts';
import { flagPosting } from './flag-posting.ts';
import { pageMode } from './page-mode.ts';
import { FIELDS_SCRIPT, injectScript, PANEL_SCRIPT } from './reach-page.ts';
import { scorePostings, withPersonsMarks } from './score-postings.ts';
import { loadSpeech } from './speech.ts';
import { store } from './store.ts';
import { showCount } from './toolbar.ts';

/** The tab that speaks, as the browser (not the page) names it. */
export interface PageSender {
  tabId: number;
  /** Address of the document that the browser knows. */
  url: string;
  private: boolean;
}

export type PageHandlers = {
  [K in keyof FromPage]: (input: FromPage[K]['in'], sender: PageSender) => Promise<FromPage[K]['out']>;
};

/** A taken-over page process could name any address: only one of the sender's own origin is believed. */
function believedUrl(claimed: unknown, sender: PageSender): string {
  const url = typeof claimed === 'string' && claimed.length < 5000 ? URL.parse(claimed) : null;
  return url && url.origin === URL.parse(sender.url)?.origin ? url.href : sender.url;
}

/** A tab may speak only of adverts that it sent itself: with another's keys it could read or hide warnings elsewhere. */
async function ownPosting(key: unknown, sender: PageSender): Promise<{ url: string; posting: TabPosting } | null> {
  const report = await store.tabs.get(sender.tabId);
  const posting = report?.postings.find((entry) => entry.key === key);
  return report && posting ? { url: report.url, posting } : null;
}

export async function refreshCount(tabId: number): Promise<void> {
  const report = await store.tabs.get(tabId);
  if (report) await showCount(tabId, { postings: await withPersonsMarks(report.postings), unread: report.unread });
}

export const pageHandlers: PageHandlers = {
  async 'page:start'({ url: claimed }, sender) {
    const url = believedUrl(claimed, sender);
    const [{ mode, sites }, speech] = await Promise.all([pageMode(url), loadSpeech()]);
    const state = mode === 'on' ? 'checking' : mode;
    // There before the page script reads the first card.
    if (mode !== 'off' && sites.length === 0) await injectScript(sender.tabId, FIELDS_SCRIPT);
    store.tabs.start(sender.tabId, { url, title: '', state });
    void showCount(sender.tabId, { postings: [], unread: [] });
    const setup: PageSetup = {
      mode,
      sites,
      words: VOCABULARY,
      strings: pageStrings(speech),
      badgeStyle,
      lang: speech.lang,
      dir: speech.dir,
    };
    return setup;
  },

  async 'page:score'({ url, title, postings, unread }, sender) {
    const accepted = acceptPostings(postings);
    const page = { url: believedUrl(url, sender), title: String(title).slice(0, 500), unread: acceptUnread(unread) };
    let scored: TabPosting[];
    try {
      scored = await scorePostings(accepted, !sender.private);
    } catch (error) {
      // What could not be scored is told as unread: no warning must never look like nothing found.
      page.unread.push({ why: 'error', count: accepted.length });
      await store.tabs.add(sender.tabId, { ...page, postings: [] });
      throw error;
    }
    await store.tabs.add(sender.tabId, { ...page, postings: scored });
    void refreshCount(sender.tabId);
    return withPersonsMarks(scored);
  },

  async 'page:explain'({ key }, sender) {
    const own = await ownPosting(key, sender);
    if (!own) return null;
    const [scored] = await withPersonsMarks([own.posting]);
    return explainPosting(scored!);
  },

  'page:panel': async (_, { tabId }) => ({ there: await injectScript(tabId, PANEL_SCRIPT) }),

  'page:fields': async (_, { tabId }) => ({ there: await injectScript(tabId, FIELDS_SCRIPT) }),

  async 'page:flag'({ key, on }, sender) {
    const own = await ownPosting(key, sender);
    if (!own) return { flagged: false, storage: store.database.state };
    return flagPosting({ ...own.posting, url: own.url }, on === true);
  },

  async 'page:dismiss'({ key, as }, sender) {
    const own = await ownPosting(key, sender);
    if (!own) return { done: false };
    await store.dismissals.set(own.posting.id, as === 'dismissed' || as === 'mistake' ? as : null, !sender.private);
    void refreshCount(sender.tabId);
    return { done: true };
  },
};
