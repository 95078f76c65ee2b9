import type { KeyedPosting, PageSetup, ScoredPosting, Unread } from '../../src/messages.ts';
import { onFieldReaderWanted } from '../../src/pages/field-reader.ts';
import type { FoundPosting } from '../../src/pages/found-posting.ts';
import { type PageWatch, watchPage } from '../../src/pages/watch.ts';
import { send } from '../../src/ui/send.ts';
import { Badges } from './badges.ts';
import { PostingPanel } from './posting-panel.ts';

/** Postings that are found together are sent together. */
const GATHER_MS = 80;
/** Fewer than the background takes in one message. */
const BATCH = 100;
/**
 * A posting whose text keeps changing (a counter, or a page that wants to keep us busy) is scored at once the first
 * times, then at most this often: seldom enough for a counter, often enough for a text that turns.
 */
const FREE_CHANGES = 5;
const RESTLESS_MS = 4000;
/**
 * After a change of address, what still stands belongs to the new one: a list soon, an open advert when its pane was
 * surely redrawn. What is new is told at once.
 */
const LIST_STAYS_MS = 700;
const ADVERT_STAYS_MS = 3000;

/** A page from the first question to the background until it is left, through changes of address without loading. */
export class PageSession {
  readonly #setup: PageSetup;
  readonly #stop = new AbortController();
  readonly #badges: Badges;
  readonly #panel: PostingPanel;
  /** What stands on the page now, by key. */
  readonly #live = new Map<string, { found: FoundPosting; scored?: ScoredPosting }>();
  readonly #waiting = new Set<string>();
  /** How often each posting was taken, by key. */
  readonly #taken = new Map<string, number>();
  readonly #restless = new Map<string, ReturnType<typeof setTimeout>>();
  #watch: PageWatch | null = null;
  #url: string;
  #unread: Unread[] = [];
  #unreadIsNew = false;
  #gathering: ReturnType<typeof setTimeout> | undefined;
  #moving: ReturnType<typeof setTimeout>[] = [];

  /** Asks the background how to read this page; null when nothing answers. */
  static async begin(signal: AbortSignal): Promise<PageSession | null> {
    const url = location.href;
    const answer = await send('page:start', { url });
    if (!answer.ok || signal.aborted) return null;
    const session = new PageSession(answer.value, url);
    signal.addEventListener('abort', () => session.end(), { signal: session.#stop.signal });
    if (answer.value.mode === 'on') session.#read();
    return session;
  }

  private constructor(setup: PageSetup, url: string) {
    this.#setup = setup;
    this.#url = url;
    this.#badges = new Badges(setup, {
      open: (key) => this.#open(key),
      dismiss: (key, as) => void send('page:dismiss', { key, as }),
    });
    this.#panel = new PostingPanel(setup, this.#badges);
  }

  #read(): void {
    onFieldReaderWanted(() => void send('page:fields', {}).then(() => this.#watch?.rescan()));
    this.#watch ??= watchPage({
      document,
      url: this.#url,
      sites: this.#setup.sites,
      words: this.#setup.words,
      signal: this.#stop.signal,
      onPostings: (found) => this.#take(found),
      onUnread: (unread) => {
        this.#unread = unread;
        this.#unreadIsNew = true;
        this.#gather();
      },
      onGone: (gone) => {
        for (const { key, element } of gone) {
          this.#badges.remove(element);
          if (this.#live.get(key)?.found.element === element) this.#live.delete(key);
        }
      },
    });
  }

  /** Reads everything on the page at once, because a person asked; gives the number of postings. */
  async readNow(): Promise<number> {
    if (this.#setup.mode === 'off') return 0;
    this.#read();
    const count = this.#watch?.readNow() ?? 0;
    await this.#sendWaiting();
    return count;
  }

  /** The address changed without loading: what still stands on the page belongs to the new address. */
  async moveTo(url: string): Promise<void> {
    if (url === this.#url) return;
    this.#url = url;
    const answer = await send('page:start', { url });
    if (!answer.ok || !this.#watch || this.#stop.signal.aborted || url !== this.#url) return;
    this.#watch.rescan(url);
    for (const timer of this.#moving) clearTimeout(timer);
    this.#moving = [
      setTimeout(() => this.#tellAgain((view) => view !== 'detail'), LIST_STAYS_MS),
      setTimeout(() => this.#tellAgain((view) => view === 'detail'), ADVERT_STAYS_MS),
    ];
  }

  /** Has everything on the page scored anew, because other lists are in use. */
  tellAll(): void {
    this.#tellAgain(() => true);
  }

  #tellAgain(which: (view: string) => boolean): void {
    for (const [key, { found }] of this.#live)
      if (found.element.isConnected && which(found.view)) this.#waiting.add(key);
    this.#gather();
  }

  /** Scrolls to a posting and puts the focus on its badge. */
  show(key: string): boolean {
    const element = this.#live.get(key)?.found.element;
    if (!element?.isConnected) return false;
    element.scrollIntoView({ block: 'center' });
    this.#badges.of(element)?.focus();
    return true;
  }

  /** The person put a warning away, or took that back, outside the page. */
  setDismissed(key: string, dismissed: boolean): void {
    const element = this.#live.get(key)?.found.element;
    if (element) this.#badges.of(element)?.update({ dismissed });
  }

  end(): void {
    this.#stop.abort();
    clearTimeout(this.#gathering);
    for (const timer of this.#moving) clearTimeout(timer);
    for (const timer of this.#restless.values()) clearTimeout(timer);
    this.#panel.close();
    for (const { found } of this.#live.values()) this.#badges.remove(found.element);
    this.#live.clear();
    this.#badges.end();
  }

  #open(key: string): void {
    const live = this.#live.get(key);
    if (live?.scored) void this.#panel.open(live.scored, live.found.element);
  }

  #take(found: FoundPosting[]): void {
    for (const one of found) {
      const { key } = one;
      // Until the new text is scored the panel explains the last one.
      this.#live.set(key, { found: one, scored: this.#live.get(key)?.scored });
      const times = (this.#taken.get(key) ?? 0) + 1;
      this.#taken.set(key, times);
      if (times <= FREE_CHANGES) this.#waiting.add(key);
      else this.#later(key);
    }
    this.#gather();
  }

  /** Scores a restless posting in a while, as it stands then. */
  #later(key: string): void {
    if (this.#restless.has(key)) return;
    const timer = setTimeout(() => {
      this.#restless.delete(key);
      this.#waiting.add(key);
      this.#gather();
    }, RESTLESS_MS);
    this.#restless.set(key, timer);
  }

  #gather(): void {
    this.#gathering ??= setTimeout(() => void this.#sendWaiting(), GATHER_MS);
  }

  async #sendWaiting(): Promise<void> {
    clearTimeout(this.#gathering);
    this.#gathering = undefined;
    const keys = [...this.#waiting].slice(0, BATCH);
    for (const key of keys) this.#waiting.delete(key);
    const found = keys.flatMap((key) => this.#live.get(key)?.found ?? []);
    if (found.length === 0 && !this.#unreadIsNew) return;
    this.#unreadIsNew = false;
    const postings = found.map(({ key, posting, adapter, view }): KeyedPosting => ({ key, posting, adapter, view }));
    const page = { url: this.#url, title: document.title, postings, unread: this.#unread };
    const answer = await send('page:score', page);
    if (this.#stop.signal.aborted) return;
    if (answer.ok) this.#showAll(found, answer.value);
    if (this.#waiting.size > 0) await this.#sendWaiting();
  }

  #showAll(found: FoundPosting[], scored: ScoredPosting[]): void {
    const byKey = new Map(scored.map((entry) => [entry.key, entry]));
    for (const one of found) {
      const live = this.#live.get(one.key);
      const its = byKey.get(one.key);
      // Gone, or standing elsewhere by now. Where only its text changed, its newer self is on the way.
      if (!its || live?.found.element !== one.element) continue;
      live.scored = its;
      this.#badges.show(one, its);
    }
  }
}
