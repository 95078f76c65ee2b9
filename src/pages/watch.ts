import type { Unread } from '../messages.ts';
import type { SiteRule } from '../packs/site-rule.ts';
import type { Vocabulary } from '../packs/vocabulary.ts';
import { childElementsOf, isInDocument } from './dom.ts';
import { findUnits } from './find-units.ts';
import type { FoundPosting, PageUnits, Unit } from './found-posting.ts';
import { idleQueue } from './idle-queue.ts';
import { learnVocabulary } from './job-marks.ts';
import { aroundScreen, nearScreen } from './near-screen.ts';
import { closestKnown, pageChanges, wordsAround } from './page-changes.ts';
import { counted } from './read-page.ts';
import { restingArrivals } from './resting-arrivals.ts';
import { type Watched, watchedUnits } from './watched-units.ts';

export interface WatchOptions {
  document: Document;
  url: string;
  sites: SiteRule[];
  /** Tell adverts from other posts; without them every post of a feed counts. */
  words?: Vocabulary;
  /** Ends the watch. */
  signal?: AbortSignal;
  /** Postings that came near the screen, and again each time what is scored of them changes. */
  onPostings: (found: FoundPosting[]) => void;
  /** Everything that is not read now, replacing what was told before; empty when nothing is. */
  onUnread: (unread: Unread[]) => void;
  /** Postings that left their element: removed, emptied, or another one stands there. */
  onGone: (gone: { key: string; element: Element }[]) => void;
}

export interface PageWatch {
  /** The site changed its address without loading a page, or the caller knows of another change. */
  rescan(url?: string): void;
  /** Reads all units at once, on screen or not, and tells how many postings there are. */
  readNow(): number;
  stop(): void;
}

/** Changes are gathered for so long. */
const BATCH_MS = 150;
/** Characters below which changed words in a page that is read already cannot be an advert: a counter, a notice. */
const FEWEST_WORDS = 60;
/** Between two looks at the whole page; longer where one takes long. */
const LONGEST_PAUSE_MS = 3000;
/** Without changes for so long the page counts as settled. Some sites paint a first list and replace it. */
const QUIET_MS = 1500;
/** Changes of words outside every unit wait for a quiet page, but not for ever. */
const WORDS_WAIT_MS = 6000;
/** A page that throws out our nodes more often than this wins. */
const MOST_LOST = 3;
const AFTER_CLICK_MS = 600;

/**
 * Follows a page: reads postings as they come near the screen, again when their text changes, and tells when they are
 * gone. Elements are reused by pages, so what stands in one is named by its key, never by the element.
 */
export function watchPage(options: WatchOptions): PageWatch {
  const { document, sites, words } = options;
  if (words) learnVocabulary(words);
  const ending = new AbortController();
  const { signal } = ending;
  if (options.signal?.aborted) ending.abort();
  options.signal?.addEventListener('abort', () => ending.abort(), { signal });

  let url = options.url;
  let pageUnread: Unread[] = [];
  let toldUnread = '';
  let shown = { site: 'none', view: 'none' };
  let { grow, inside }: Partial<PageUnits> = {};
  let [scanDue, sweepDue] = [false, false];
  /** Since when words have changed outside every unit. */
  let wordsSince = 0;
  /** Elements that came since the last batch, outside every unit. */
  const added = new Set<Element>();
  /** Lists that grew long since the last look at the page: only what of them is near the screen is looked at. */
  const long = new Set<Element>();
  /** Units to be read again. */
  const stale = new Set<Watched>();
  let [batchTimer, quietTimer, clickTimer]: (ReturnType<typeof setTimeout> | undefined)[] = [];
  let [nextScan, lastChange] = [0, 0];

  const units = watchedUnits((known) => known.near && queue.add(known));
  const queue = idleQueue<Watched>(document, signal, (known) => units.read(known), tell);
  const arrivals = restingArrivals<Watched>(
    document,
    signal,
    (known) => known.near && units.byElement.get(known.unit.element) === known,
    readHere,
    () => {
      screen.look();
      schedule();
    },
  );
  const screen = nearScreen(signal, (element, near, at) => {
    const known = units.byElement.get(element);
    if (!known) return;
    known.near = near;
    if (near && (known.stale || known.waiting)) arrivals.came(known, at);
  });
  const changes = pageChanges(document, signal, schedule);

  function scan(): void {
    scanDue = false;
    wordsSince = 0;
    added.clear();
    long.clear();
    const started = performance.now();
    let page: PageUnits;
    try {
      page = findUnits(document, url, sites);
    } catch {
      page = { units: [], unread: [{ why: 'error' }], adapter: 'none', view: 'none', containers: [] };
    }
    const now = new Map(page.units.map((unit) => [unit.element, unit]));
    for (const [element, known] of units.byElement) if (!now.has(element) || !isInDocument(element)) drop(known);
    for (const unit of now.values()) take(unit);
    pageUnread = page.unread;
    shown = { site: page.adapter, view: page.view };
    grow = page.units.length > 0 ? page.grow : undefined;
    inside = page.inside;
    changes.observe(page.containers);
    const ended = performance.now();
    nextScan = ended + Math.min(20 * (ended - started), LONGEST_PAUSE_MS);
  }

  function readHere(known: Watched): void {
    queue.add(known);
    for (const unit of inside?.(known.unit.element) ?? []) take(unit);
  }

  function take(unit: Unit): void {
    const known = units.byElement.get(unit.element);
    if (known) known.unit = unit;
    else {
      units.add(unit);
      screen.observe(unit.element);
    }
  }

  function drop(known: Watched): void {
    queue.delete(known);
    stale.delete(known);
    screen.unobserve(known.unit.element);
    units.remove(known);
  }

  /** What a growing feed appends is looked at alone: finding all units again at every step would make long feeds slow. */
  function takeAdded(): void {
    if (added.size + long.size === 0) return;
    for (const element of added) if (!isInDocument(element)) added.delete(element);
    for (const element of [[...added], ...[...long].map(childElementsOf)].flatMap(aroundScreen)) {
      added.delete(element);
      if (closestKnown(element, units.byElement)) continue;
      const fresh = grow?.(element);
      if (!fresh) {
        scanDue = true;
        return;
      }
      for (const unit of fresh) take(unit);
    }
    screen.look();
  }

  function sweep(): void {
    sweepDue = false;
    const before = units.byElement.size;
    for (const [element, known] of units.byElement) if (!isInDocument(element)) drop(known);
    // Another list may stand there now.
    if (units.byElement.size < 0.5 * before) scanDue = true;
  }

  function tell(): void {
    if (signal.aborted) return;
    const { found, gone } = units.news();
    if (gone.length > 0) options.onGone(gone);
    if (found.length > 0) options.onPostings(found);
  }

  function noteChanges(): void {
    let [last, known]: [Node?, Watched?] = [];
    for (const { target, added: fresh, grewLong, removed, lostOwn, wordsOnly } of changes.take()) {
      if (target !== last) known = closestKnown(target, units.byElement);
      last = target;
      if (known) {
        known.stale = true;
        known.changed = true;
        stale.add(known);
      }
      if (known && lostOwn && known.lost++ < MOST_LOST) units.repeat(known);
      // What changes inside an open advert may also be a list beside it.
      if (known && known.unit.view !== 'detail') continue;
      if (removed) sweepDue = true;
      if (grewLong && !known) long.add(target as Element);
      else if (known || (!wordsOnly && fresh.length === 0 && !removed)) scanDue = true;
      else if (wordsOnly || fresh.length === 0) {
        if (!grow || wordsAround(target) >= FEWEST_WORDS) wordsSince ||= performance.now();
      } else for (const element of fresh) added.add(element);
    }
  }

  function schedule(): void {
    // What flies by changes at every step; it is looked at where the flight ends.
    if (signal.aborted || arrivals.isFlying()) return;
    lastChange = performance.now();
    quietTimer ??= setTimeout(settleSoon, QUIET_MS);
    batchTimer ??= setTimeout(batch, BATCH_MS);
  }

  function batch(): void {
    batchTimer = undefined;
    if (signal.aborted || document.hidden || arrivals.isFlying()) return;
    noteChanges();
    if (sweepDue) sweep();
    if (!scanDue) takeAdded();
    if (wordsSince > 0 && performance.now() - wordsSince > WORDS_WAIT_MS) scanDue = true;
    const pause = nextScan - performance.now();
    if (scanDue && pause <= 0) scan();
    if (scanDue) batchTimer = setTimeout(batch, pause);
    for (const known of stale) {
      // An open advert that the page redraws may be none by now: the look at the whole page tells.
      if (scanDue && known.unit.view === 'detail') continue;
      stale.delete(known);
      if (known.near) {
        if (known.found) readHere(known);
        else arrivals.came(known, performance.now());
      }
      // Out of sight it may be another advert by now: what stood there is gone until it is read again.
      else if (known.changed) units.forget(known);
    }
    tell();
  }

  function settleSoon(): void {
    const left = lastChange + QUIET_MS - performance.now();
    quietTimer = left > 1 ? setTimeout(settleSoon, left) : undefined;
    if (!quietTimer) settled();
  }

  /** Only now is nothing found nothing there, and an empty place one that stays empty. */
  function settled(): void {
    if (signal.aborted || document.hidden) return;
    if (wordsSince > 0) {
      scanDue = true;
      clearTimeout(batchTimer);
      batch();
    }
    const unread = counted([...pageUnread, ...units.unread()]);
    // A feed without a single advert has been read all the same, and that is told too.
    const found = [...units.byElement.values()].some((known) => known.found);
    if (!found && unread.length === 0) unread.push({ why: 'no-postings', ...shown });
    const told = JSON.stringify(unread);
    if (told !== toldUnread) options.onUnread(unread);
    toldUnread = told;
  }

  function rescan(address?: string): void {
    if (signal.aborted) return;
    if (address) url = address;
    for (const known of units.byElement.values()) {
      known.stale = true;
      stale.add(known);
    }
    scanDue = true;
    schedule();
  }

  function readNow(): number {
    if (signal.aborted) return 0;
    scan();
    for (const known of units.byElement.values()) units.read(known);
    tell();
    settled();
    return [...units.byElement.values()].filter((known) => known.found).length;
  }

  function onVisible(): void {
    if (document.hidden) return;
    queue.wake();
    rescan();
  }

  /** Tabs and panes are often shown by a class alone, which no observer here sees. */
  function onClick(): void {
    clearTimeout(clickTimer);
    clickTimer = setTimeout(() => {
      scanDue = true;
      schedule();
    }, AFTER_CLICK_MS);
  }

  document.addEventListener('visibilitychange', onVisible, { signal });
  document.addEventListener('click', onClick, { signal, passive: true, capture: true });
  signal.addEventListener('abort', () => {
    for (const timer of [batchTimer, quietTimer, clickTimer]) clearTimeout(timer);
    for (const held of [units.byElement, added, long, stale]) held.clear();
  });
  changes.observe([]);
  rescan();
  return { rescan, readNow, stop: () => ending.abort() };
}
