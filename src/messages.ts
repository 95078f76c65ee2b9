import type { Posting } from './engine/posting.ts';
import type { Kind, Level, Verdict } from './engine/verdict.ts';
import type { ListsFromUi } from './list-messages.ts';
import type { HelpEntry } from './packs/help-rule.ts';
import type { Source } from './packs/signal-rule.ts';
import type { SiteRule } from './packs/site-rule.ts';
import type { Vocabulary } from './packs/vocabulary.ts';
import type { SitesFromUi } from './site-messages.ts';

/** Why something on the page was not read, so that silence is never taken for "no warning". */
export interface Unread {
  /** e.g. `missing-fields`, `no-postings`, `still-loading`, `too-long`, `login-wall`, `on-request-only`, `site-off`, `error`. */
  why: string;
  /** Site rule that found the page, if any. */
  site?: string;
  view?: string;
  /** Field names that could not be found. */
  missing?: string[];
  count?: number;
}

/** A posting with the key that names it on this page: made from its content, so that recycled nodes get a new one. */
export interface KeyedPosting {
  key: string;
  posting: Posting;
  /** Site rule id, `structured-data`, `feed-unit`, `dense-block` or `selection`. */
  adapter: string;
  view: string;
}

export interface ScoredPosting extends KeyedPosting {
  verdict: Verdict;
  /** The person put this warning away, or called it a mistake. */
  dismissed?: 'dismissed' | 'mistake';
  flagged?: boolean;
  /** Signs that speak against the advert, as the explanation counts them (one phrase counts once). */
  signs?: number;
}

/** What the content script needs to begin. */
export interface PageSetup {
  /** `off`: the person switched this site off; read nothing. `on-request`: read only when asked. */
  mode: 'on' | 'off' | 'on-request';
  sites: SiteRule[];
  /** Tell adverts from other posts. */
  words: Vocabulary;
  /** Strings of the badge, in the person's language. */
  strings: Record<string, string>;
  /** Style sheet of the badge: data that only pages with a badge make use of. */
  badgeStyle: string;
  lang: string;
  dir: 'ltr' | 'rtl';
}

/** One reason, ready to show. */
export interface ShownReason {
  signal: string;
  label: string;
  why: string;
  honest?: string;
  /** The advert's own words, in its order. */
  quotes: string[];
  /** A comparison in words: "About 4 times what this work usually pays in Thailand". */
  fact?: string;
  sources: Source[];
  weight: number;
  /** Speaks for the advert. */
  protective: boolean;
  /** Labels of further signs that were read in the very same words. */
  also?: string[];
  /** Signs that mean more side by side; not counted as a sign of its own. */
  together?: boolean;
  /** About the text as a whole; not counted as a sign of its own. */
  whole?: boolean;
  /** Name of the subscription that brings this sign; absent for the project's own. */
  fromList?: string;
}

/** Text with ranges to highlight, offsets in UTF-16 units. */
export interface MarkedText {
  text: string;
  marks: [start: number, end: number][];
  lang?: string;
}

export interface ShownLink {
  label: string;
  url: string;
  note?: string;
}

/** A contact with what a person must know before trusting it. */
export interface ShownHelp {
  entry: HelpEntry;
  country: string;
  /** `from`: the person's country; `to`: where the job is; `any`: anywhere. */
  relation: 'from' | 'to' | 'any';
  /** The source is older than two years. */
  old: boolean;
  /** Name of the subscription that gives it; absent for the project's own. */
  fromList?: string;
}

/** Everything the panel shows about one posting, already in the person's language. */
export interface Explanation {
  key: string;
  level: Level;
  kind: Kind;
  title: string;
  company?: string;
  /** The level in words, e.g. "Strong warning". */
  levelName: string;
  heading: string;
  lead: string;
  reasons: ShownReason[];
  fields: { title?: MarkedText; company?: MarkedText; location?: MarkedText; salary?: MarkedText; text: MarkedText };
  /** Three things to do now, most useful first. */
  actions: string[];
  /** The link that belongs to the action of the same index, where there is one. */
  actionLinks?: (ShownLink | null)[];
  report: ShownLink[];
  licence: ShownLink[];
  help: ShownHelp[];
  list: string;
  flagged: boolean;
  dismissed?: 'dismissed' | 'mistake';
  /** The person's country; empty when they have not chosen one yet. */
  home?: string;
}

export interface TabReport {
  url: string;
  title: string;
  /** Site rule id of the page, so that the person can switch the site off and on. */
  site?: string;
  siteName?: string;
  /** The site's rule was never tried on captured pages. */
  experimental?: boolean;
  postings: ScoredPosting[];
  unread: Unread[];
  /** `checking`: the page has been met but nothing came back yet. `no-access`: we may not read this page. */
  state: 'read' | 'checking' | 'no-access' | 'off' | 'on-request';
}

export interface Settings {
  /** ISO 3166 country of the person; empty until chosen. */
  home: string;
  /** Language of what we show; empty: the browser's. */
  language: string;
  /** Site rule ids the person switched off. */
  sitesOff: string[];
}

/** An advert the person kept as evidence. Stays on the device. */
export interface Flag {
  id: string;
  posting: Posting;
  verdict: Verdict;
  /** Page address, ISO time, and versions that explain the verdict later. */
  url: string;
  at: string;
  list: string;
  appVersion: string;
  note?: string;
}

/** State of local storage, in words a person can act on. */
export interface StorageState {
  ok: boolean;
  /** `blocked` (private window or policy), `full`, `broken`. */
  fault?: 'blocked' | 'full' | 'broken';
}

/** Messages a page's content script may send. The background answers only about what that tab sent to be scored. */
export interface FromPage {
  'page:start': { in: { url: string }; out: PageSetup };
  'page:score': {
    in: { url: string; title: string; postings: KeyedPosting[]; unread: Unread[] };
    out: ScoredPosting[];
  };
  'page:explain': { in: { key: string }; out: Explanation | null };
  /** Puts the script that opens explanations into the page. */
  'page:panel': { in: Record<string, never>; out: { there: boolean } };
  /** Puts the reader of fields of unknown pages into the page. */
  'page:fields': { in: Record<string, never>; out: { there: boolean } };
  'page:flag': { in: { key: string; on: boolean }; out: { flagged: boolean; storage: StorageState } };
  'page:dismiss': { in: { key: string; as: 'dismissed' | 'mistake' | null }; out: { done: boolean } };
}

/** Messages only our own pages may send; refused when the sender is a tab's content script. */
export interface FromUi extends ListsFromUi, SitesFromUi {
  'ui:tab': { in: { tabId: number }; out: TabReport };
  /** Reads a page that is read only when asked (`on-request`), or one that `activeTab` has just opened to us. */
  'ui:read-now': { in: { tabId: number }; out: { found: number } };
  /** Scrolls the page to the advert of this key. */
  'ui:show': { in: { tabId: number; key: string }; out: { shown: boolean } };
  /** Text handed over by the context menu, given out once; empty when there is none. */
  'ui:pending-text': { in: Record<string, never>; out: { text: string } };
  'ui:check-text': { in: { text: string; url?: string }; out: ScoredPosting };
  'ui:explain': { in: { scored: ScoredPosting }; out: Explanation };
  'ui:settings': { in: Record<string, never>; out: Settings };
  'ui:set-settings': { in: Partial<Settings>; out: Settings };
  'ui:help': { in: { from: string; to?: string }; out: ShownHelp[] };
  'ui:flag': { in: { scored: ScoredPosting; on: boolean }; out: { flagged: boolean; storage: StorageState } };
  'ui:flags': { in: Record<string, never>; out: { flags: Flag[]; storage: StorageState } };
  'ui:remove-flag': { in: { id: string }; out: { removed: boolean } };
  'ui:dismiss': { in: { key: string; as: 'dismissed' | 'mistake' | null }; out: { done: boolean } };
  'ui:list': {
    in: Record<string, never>;
    out: { version: string; languages: string[]; signals: number; storage: StorageState };
  };
}

/** Messages from the background to a tab's content script. */
export interface ToPage {
  'tab:settings-changed': { in: Record<string, never>; out: undefined };
  /** Other lists are in use; `again`: also other rules for how sites are built. */
  'tab:lists-changed': { in: { again: boolean }; out: undefined };
  'tab:read-now': { in: Record<string, never>; out: { found: number } };
  'tab:selection': { in: Record<string, never>; out: { text: string } };
  'tab:show': { in: { key: string }; out: { shown: boolean } };
  /** A warning was put away, or taken back, in the popup. */
  'tab:dismissed': { in: { key: string; dismissed: boolean }; out: undefined };
}

/** Errors cross as values: a message never rejects because of what it asked for. */
export type Answer<T> = { ok: true; value: T } | { ok: false; error: string };
