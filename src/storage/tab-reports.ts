import type { Verdict } from '../engine/verdict.ts';
import type { KeyedPosting, TabReport, Unread } from '../messages.ts';

/** A scored posting of a tab. `id` is its content id, by which flags and dismissals are looked up when it is shown. */
export interface TabPosting extends KeyedPosting {
  id: string;
  verdict: Verdict;
}

export interface StoredTab extends Omit<TabReport, 'postings'> {
  postings: TabPosting[];
}

/** `browser.storage.session`, or anything that behaves like it. */
export interface SessionArea {
  /** Null asks for everything. */
  get(key: string | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** An endless feed must not grow without bound; beyond this the mildest and oldest go. */
const MAX_POSTINGS = 300;
/** Session storage holds 10 MB for all tabs; what does not fit is remembered only while the background runs. */
const MAX_STORED_CHARACTERS = 400_000;

/**
 * What was found in each tab. Lives in memory and in session storage, so that it outlives a stopped background but
 * not the browser, and never touches the disk: a list of visited pages is nobody's business.
 */
export class TabReports {
  readonly #session: SessionArea;
  readonly #tabs = new Map<number, Promise<StoredTab | undefined>>();
  readonly #writing = new Map<number, 'writing' | 'again'>();

  constructor(session: SessionArea) {
    this.#session = session;
  }

  get(tabId: number): Promise<StoredTab | undefined> {
    let tab = this.#tabs.get(tabId);
    if (!tab) {
      tab = this.#read(tabId);
      this.#tabs.set(tabId, tab);
    }
    return tab;
  }

  /** A new page in this tab: whatever was known of the one before is forgotten. */
  start(tabId: number, page: Pick<TabReport, 'url' | 'title' | 'state'>): void {
    this.#tabs.set(tabId, Promise.resolve({ ...page, postings: [], unread: [] }));
    void this.#write(tabId);
  }

  /**
   * Adds what a page sent; a posting sent again under the same key replaces its earlier self. What arrives late, from a
   * page that this tab has left, is not added.
   */
  async add(
    tabId: number,
    page: { url: string; title: string; postings: TabPosting[]; unread: Unread[] },
  ): Promise<StoredTab> {
    const report = this.get(tabId).then((before) => (before && before.url !== page.url ? before : merge(before, page)));
    // Set before it is settled, so that two messages at once add to each other.
    this.#tabs.set(tabId, report);
    void this.#write(tabId);
    return report;
  }

  /** The posting of this key, in whatever tab. */
  async find(key: string): Promise<{ tabId: number; posting: TabPosting } | null> {
    const stored = await this.#session.get(null).catch(() => ({}));
    const tabIds = Object.keys(stored).flatMap((name) => (name.startsWith('tab:') ? [Number(name.slice(4))] : []));
    for (const tabId of new Set([...this.#tabs.keys(), ...tabIds])) {
      const posting = (await this.get(tabId))?.postings.find((entry) => entry.key === key);
      if (posting) return { tabId, posting };
    }
    return null;
  }

  remove(tabId: number): void {
    this.#tabs.delete(tabId);
    void this.#write(tabId);
  }

  async #read(tabId: number): Promise<StoredTab | undefined> {
    try {
      return (await this.#session.get(keyOf(tabId)))[keyOf(tabId)] as StoredTab | undefined;
    } catch {
      return undefined;
    }
  }

  /** At most one write a tab at a time; changes meanwhile are written together after it. */
  async #write(tabId: number): Promise<void> {
    if (this.#writing.has(tabId)) {
      this.#writing.set(tabId, 'again');
      return;
    }
    do {
      this.#writing.set(tabId, 'writing');
      try {
        const tab = await this.#tabs.get(tabId);
        if (tab) await this.#session.set({ [keyOf(tabId)]: { ...tab, postings: cutToSize(tab.postings) } });
        else await this.#session.remove(keyOf(tabId));
      } catch {
        // Full or absent: the list then lives only as long as the background, which costs a reload and no warning.
      }
    } while (this.#writing.get(tabId) === 'again');
    this.#writing.delete(tabId);
  }
}

function merge(
  before: StoredTab | undefined,
  page: { url: string; title: string; postings: TabPosting[]; unread: Unread[] },
): StoredTab {
  const known = new Map(before?.postings.map((entry) => [entry.key, entry]));
  for (const posting of page.postings) {
    known.delete(posting.key);
    known.set(posting.key, posting);
  }
  return { ...page, postings: keepWeightiest([...known.values()]), state: 'read' };
}

function keyOf(tabId: number): string {
  return `tab:${tabId}`;
}

function byWeight(a: TabPosting, b: TabPosting): number {
  const rank = { high: 3, caution: 2, 'cannot-read': 1, none: 0 };
  return rank[b.verdict.level] - rank[a.verdict.level] || b.verdict.score - a.verdict.score;
}

function keepWeightiest(postings: TabPosting[]): TabPosting[] {
  if (postings.length <= MAX_POSTINGS) return postings;
  const kept = new Set([...postings].reverse().sort(byWeight).slice(0, MAX_POSTINGS));
  return postings.filter((posting) => kept.has(posting));
}

function cutToSize(postings: TabPosting[]): TabPosting[] {
  const kept = new Set<TabPosting>();
  let characters = 0;
  for (const posting of [...postings].sort(byWeight)) {
    // Spans and identifiers of a verdict are small beside the text; 1,000 stands for them.
    characters += posting.posting.text.length + 1000;
    if (characters > MAX_STORED_CHARACTERS) break;
    kept.add(posting);
  }
  return postings.filter((posting) => kept.has(posting));
}
