import type { Unread } from '../messages.ts';
import type { SiteRule } from '../packs/site-rule.ts';
import { isInDocument } from './dom.ts';
import { findUnits } from './find-units.ts';
import type { FoundPosting, Unit } from './found-posting.ts';
import { idleQueue } from './idle-queue.ts';
import { nearScreen } from './near-screen.ts';
import { type Change, closestKnown, pageChanges } from './page-changes.ts';
import { fingerprint } from './posting-key.ts';
import { counted, readUnit } from './read-page.ts';

export interface WatchOptions {
  document: Document;
  url: string;
  sites: SiteRule[];
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

interface Watched {
  unit: Unit;
  near: boolean;
  /** Changed since it was read. */
  stale: boolean;
  found?: FoundPosting;
  print?: string;
  unread?: Unread;
  waiting?: boolean;
  /** How often our nodes were thrown out; a page that insists wins. */
  lost: number;
}

const BATCH_MS = 150;
const LONGEST_BATCH_MS = 3000;
/** Without changes for so long the page counts as settled. Some sites paint a first list and replace it. */
const QUIET_MS = 1500;
const MOST_LOST = 3;

/**
 * Follows a page: reads postings as they come near the screen, again when their text changes, and tells when they are
 * gone. Elements are reused by pages, so what stands in one is named by its key, never by the element.
 */
export function watchPage(options: WatchOptions): PageWatch {
  const { document, sites } = options;
  const ending = new AbortController();
  const { signal } = ending;
  if (options.signal?.aborted) ending.abort();
  options.signal?.addEventListener('abort', () => ending.abort(), { signal });

  let url = options.url;
  const watched = new Map<Element, Watched>();
  let found: FoundPosting[] = [];
  let gone: { key: string; element: Element }[] = [];
  let pageUnread: Unread[] = [];
  let toldUnread = '[]';
  let scanDue = false;
  let batchTimer = 0;
  let quietTimer = 0;
  let lastWork = 0;

  const queue = idleQueue<Watched>(document, signal, readOne, tell);
  const screen = nearScreen(signal, (element, near) => {
    const known = watched.get(element);
    if (!known) return;
    known.near = near;
    if (near && (known.stale || !known.found)) queue.add(known);
  });
  const changes = pageChanges(document, signal, noteChanges);

  function scan(): void {
    scanDue = false;
    const started = performance.now();
    let page: ReturnType<typeof findUnits>;
    try {
      page = findUnits(document, url, sites);
    } catch {
      page = { units: [], unread: [{ why: 'error' }], adapter: 'none', view: 'none', containers: [] };
    }
    const units = new Map(page.units.map((unit) => [unit.element, unit]));
    for (const [element, known] of watched) if (!units.has(element) || !isInDocument(element)) drop(element, known);
    for (const [element, unit] of units) {
      const known = watched.get(element);
      if (known) known.unit = unit;
      else {
        watched.set(element, { unit, near: false, stale: true, lost: 0 });
        screen.observe(element);
      }
    }
    pageUnread = page.unread;
    changes.observe(page.containers);
    lastWork = performance.now() - started;
    tell();
  }

  function drop(element: Element, known: Watched): void {
    watched.delete(element);
    queue.delete(known);
    screen.unobserve(element);
    leave(known);
  }

  function leave(known: Watched): void {
    if (known.found) gone.push({ key: known.found.key, element: known.found.element });
    known.found = undefined;
    known.print = undefined;
  }

  function readOne(known: Watched): void {
    const reading = readUnit(known.unit);
    known.stale = false;
    known.waiting = reading.state === 'waiting';
    known.unread = reading.state === 'unread' ? reading.unread : undefined;
    if (reading.state !== 'posting') return leave(known);
    const print = fingerprint(reading.found.posting);
    if (known.found?.key === reading.found.key && known.print === print) return;
    if (known.found && known.found.key !== reading.found.key) leave(known);
    known.found = reading.found;
    known.print = print;
    found.push(reading.found);
  }

  function tell(): void {
    if (signal.aborted) return;
    const [goneNow, foundNow] = [gone, found];
    gone = [];
    found = [];
    if (goneNow.length > 0) options.onGone(goneNow);
    if (foundNow.length > 0) options.onPostings(foundNow);
  }

  function noteChanges(list: Change[]): void {
    for (const { target, lostOwn } of list) {
      const known = closestKnown(target, watched);
      if (known && lostOwn && known.found && known.lost++ < MOST_LOST) found.push(known.found);
      if (known) known.stale = true;
      // What changes inside an open advert may also be a list beside it.
      if (!known || known.unit.view === 'detail') scanDue = true;
    }
    schedule();
  }

  function schedule(): void {
    if (signal.aborted) return;
    clearTimeout(quietTimer);
    quietTimer = timer(settled, QUIET_MS);
    if (!batchTimer) batchTimer = timer(batch, Math.min(Math.max(BATCH_MS, 20 * lastWork), LONGEST_BATCH_MS));
  }

  function batch(): void {
    batchTimer = 0;
    if (signal.aborted || document.hidden) return;
    if (scanDue) scan();
    for (const known of watched.values()) if (known.near && known.stale) queue.add(known);
    tell();
  }

  /** Only now is nothing found nothing there, and an empty place one that stays empty. */
  function settled(): void {
    if (signal.aborted || document.hidden) return;
    const all = [...pageUnread];
    let empty = 0;
    for (const known of watched.values()) {
      if (known.unread) all.push(known.unread);
      if (known.near && known.waiting) empty++;
    }
    if (empty > 0) all.push({ why: 'still-loading', count: empty });
    const unread = counted(all);
    const told = JSON.stringify(unread);
    if (told !== toldUnread) options.onUnread(unread);
    toldUnread = told;
  }

  function rescan(address?: string): void {
    if (signal.aborted) return;
    if (address) url = address;
    for (const known of watched.values()) known.stale = true;
    scanDue = true;
    schedule();
  }

  function readNow(): number {
    if (signal.aborted) return 0;
    scan();
    for (const known of watched.values()) readOne(known);
    tell();
    settled();
    return [...watched.values()].filter((known) => known.found).length;
  }

  // Tabs and panes are often shown by a class alone, which no observer here sees.
  document.addEventListener('click', () => setTimeout(() => rescan(), 600), { signal, passive: true, capture: true });
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.hidden) return;
      queue.wake();
      rescan();
    },
    { signal },
  );
  signal.addEventListener('abort', () => {
    clearTimeout(batchTimer);
    clearTimeout(quietTimer);
    watched.clear();
    found = [];
    gone = [];
  });
  changes.observe([]);
  rescan();
  return { rescan, readNow, stop: () => ending.abort() };
}

function timer(run: () => void, ms: number): number {
  return setTimeout(run, ms) as unknown as number;
}
