import type { KeyedPosting, Unread } from '../messages.ts';

/** A posting with the place it was read from. */
export interface FoundPosting extends KeyedPosting {
  element: Element;
  /** The element that holds its words: the badge is put in or around it, and stands near their end. */
  badgeHost: () => Element;
}

/**
 * What came of reading one unit. `waiting`: an empty placeholder that the page will fill; `not-advert`: words, but no
 * job advert.
 */
export type UnitReading =
  | { state: 'posting'; found: FoundPosting }
  | { state: 'unread'; unread: Unread }
  | { state: 'waiting' }
  | { state: 'not-advert' };

/** One place on the page that may hold a posting. Finding units is cheap; reading one walks its text. */
export interface Unit {
  element: Element;
  adapter: string;
  view: string;
  read: () => UnitReading;
}

export interface PageUnits {
  units: Unit[];
  unread: Unread[];
  /** Of the unit that says most about the page: a site rule id, a generic way of reading, or `none`. */
  adapter: string;
  view: string;
  /** Smallest stable elements in which postings appear; empty: the whole body. */
  containers: Element[];
  /** Units in an element that came into the page later; null when only the whole page can tell. */
  grow?: (added: Element) => Unit[] | null;
  /** Units inside a unit, such as answers to a post; looked for only where a person stays. */
  inside?: (unit: Element) => Unit[];
}
