import type { Unread } from '../messages.ts';
import type { FoundPosting, Unit } from './found-posting.ts';
import { fingerprint } from './posting-key.ts';
import { readUnit, stillLoading } from './read-page.ts';
import { freeKey, isSameAdvert } from './same-advert.ts';

/** What is known of one unit of a watched page. */
export interface Watched {
  unit: Unit;
  near: boolean;
  /** To be read again. */
  stale: boolean;
  /** The page changed something in it since it was read. */
  changed?: boolean;
  /** The posting that was told of, and a print of what is scored of it. */
  found?: FoundPosting;
  print?: string;
  unread?: Unread;
  waiting?: boolean;
  /** How often the page threw out our nodes. */
  lost: number;
}

export interface WatchedUnits {
  byElement: Map<Element, Watched>;
  add(unit: Unit): void;
  remove(known: Watched): void;
  /** Takes back what was told of a unit, until it is read again. */
  forget(known: Watched): void;
  /** Reads a unit and takes note of what came, went or changed. */
  read(known: Watched): void;
  /** Postings that came or changed, and those that went, since the last time. */
  news(): { found: FoundPosting[]; gone: { key: string; element: Element }[] };
  /** Units near the screen that could not be read. */
  unread(): Unread[];
  /** Tells of a posting again though nothing of it changed. */
  repeat(known: Watched): void;
}

/** The postings told of so far, by unit. `again` is called for units that have to be read anew. */
export function watchedUnits(again: (known: Watched) => void): WatchedUnits {
  const byElement = new Map<Element, Watched>();
  const keys = new Map<string, Watched>();
  /** Open adverts with their own card in the list beside them; the card is not told of meanwhile. */
  const pairs = new Map<Watched, Watched>();
  let found: FoundPosting[] = [];
  let gone: { key: string; element: Element }[] = [];

  function read(known: Watched): void {
    const reading = readUnit(known.unit);
    known.stale = false;
    known.changed = false;
    known.waiting = reading.state === 'waiting';
    known.unread = reading.state === 'unread' ? reading.unread : undefined;
    if (reading.state !== 'posting') {
      leave(known);
      return;
    }
    const open = openAdvert(known, reading.found);
    if (open) {
      pairs.set(open, known);
      withdraw(known);
      return;
    }
    const key = freeKey(reading.found.key, (taken) => (keys.get(taken) ?? known) !== known);
    const print = fingerprint(reading.found.posting);
    if (known.found?.key === key && known.print === print) return;
    if (known.found && known.found.key !== key) leave(known);
    else release(known);
    keys.set(key, known);
    known.found = { ...reading.found, key };
    known.print = print;
    found.push(known.found);
    if (known.unit.view === 'detail') pairUp(known, reading.found);
  }

  /** The unit shows another posting now, or none. */
  function leave(known: Watched): void {
    release(known);
    for (const [open, card] of pairs) if (card === known) pairs.delete(open);
    withdraw(known);
  }

  function withdraw(known: Watched): void {
    if (!known.found) return;
    gone.push({ key: known.found.key, element: known.found.element });
    found = found.filter((one) => one !== known.found);
    keys.delete(known.found.key);
    known.found = undefined;
    known.print = undefined;
  }

  /** A card whose open advert has changed stands for itself again. */
  function release(open: Watched): void {
    const card = pairs.get(open);
    if (!card) return;
    pairs.delete(open);
    card.stale = true;
    again(card);
  }

  function openAdvert(card: Watched, { posting, view }: FoundPosting): Watched | undefined {
    if (view !== 'list') return undefined;
    for (const open of byElement.values()) {
      const free = open.unit.view === 'detail' && open.found && (pairs.get(open) ?? card) === card;
      if (free && isSameAdvert(open.found!.posting, posting)) return open;
    }
    return undefined;
  }

  function pairUp(open: Watched, { posting }: FoundPosting): void {
    for (const card of byElement.values()) {
      if (card.unit.view !== 'list' || !card.found || !isSameAdvert(posting, card.found.posting)) continue;
      pairs.set(open, card);
      withdraw(card);
      return;
    }
  }

  return {
    byElement,
    read,
    forget: leave,
    add: (unit) => void byElement.set(unit.element, { unit, near: false, stale: true, lost: 0 }),
    remove(known) {
      byElement.delete(known.unit.element);
      leave(known);
    },
    unread: () =>
      [...byElement.values()].flatMap((known) => [
        ...(known.unread ? [known.unread] : []),
        ...(known.near && known.waiting ? [stillLoading(known.unit)] : []),
      ]),
    repeat(known) {
      if (known.found && !found.includes(known.found)) found.push(known.found);
    },
    news() {
      const fresh = { found, gone };
      found = [];
      gone = [];
      return fresh;
    },
  };
}
