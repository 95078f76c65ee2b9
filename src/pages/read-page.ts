import type { Unread } from '../messages.ts';
import type { SiteRule } from '../packs/site-rule.ts';
import type { Vocabulary } from '../packs/vocabulary.ts';
import { findUnits } from './find-units.ts';
import type { FoundPosting, PageUnits, Unit, UnitReading } from './found-posting.ts';
import { learnVocabulary } from './job-marks.ts';
import { freeKey, isSameAdvert } from './same-advert.ts';

/** What one reading of a page gave. */
export interface PageReading {
  postings: FoundPosting[];
  /** Why something was not read; empty only when everything that looks like a posting was. */
  unread: Unread[];
  adapter: string;
  view: string;
}

/**
 * Reads the postings of a page. Pure DOM: no browser API, no layout, no change to the page.
 *
 * In this order, the first that finds something:
 * 1. the site's rule, each of its views found by markup (several can be on screen: a list and an open advert);
 * 2. JobPosting markup in place (microdata, RDFa), one unit for each;
 * 3. a feed, a list, or the densest block of the page, found by shape and kept only when it reads like job adverts;
 * 4. JSON-LD of a page that shows nothing else.
 * Structured data (JSON-LD, microdata, RDFa) is read first of all, and joined to the unit that shows the same job: it
 * names title, company, place and pay, while `text` holds the words on screen. Data that the screen contradicts is
 * dropped. `words` tell adverts from other posts; without them every post of a feed counts. Where nothing is found, `unread` says why; words that a person selects are the caller's.
 */
export function readPage(document: Document, url: string, sites: SiteRule[], words?: Vocabulary): PageReading {
  if (words) learnVocabulary(words);
  let found: PageUnits;
  try {
    found = findUnits(document, url, sites);
  } catch {
    return { postings: [], unread: [{ why: 'error' }], adapter: 'none', view: 'none' };
  }
  const postings: FoundPosting[] = [];
  const unread: Unread[] = [...found.unread];
  for (const unit of found.units) {
    const reading = readUnit(unit);
    if (reading.state === 'posting') postings.push(reading.found);
    else if (reading.state === 'unread') unread.push(reading.unread);
    else if (reading.state === 'waiting') unread.push(stillLoading(unit));
  }
  const { adapter, view } = found;
  if (postings.length === 0 && unread.length === 0) unread.push({ why: 'no-postings', site: adapter, view });
  return { postings: distinct(postings), unread: counted(unread), adapter, view };
}

/** One unit's reading. A unit that breaks the reader is told as unread and costs the others nothing. */
export function readUnit(unit: Unit): UnitReading {
  try {
    return unit.read();
  } catch {
    return { state: 'unread', unread: { why: 'error', site: unit.adapter, view: unit.view, count: 1 } };
  }
}

/** A place for a posting that the page has not filled yet. */
export function stillLoading({ adapter, view }: Unit): Unread {
  return { why: 'still-loading', site: adapter, view, count: 1 };
}

/** The open advert beside a list is also one of its cards: the open one, which has the text, stays. */
function distinct(postings: FoundPosting[]): FoundPosting[] {
  const open = postings.filter(({ view }) => view === 'detail').map(({ posting }) => posting);
  const keys = new Set<string>();
  return postings.flatMap((found) => {
    const at = found.view === 'list' ? open.findIndex((other) => isSameAdvert(other, found.posting)) : -1;
    if (at >= 0) {
      open.splice(at, 1);
      return [];
    }
    const key = freeKey(found.key, (taken) => keys.has(taken));
    keys.add(key);
    return [{ ...found, key }];
  });
}

/** The same reason is told once, with how often it was met. */
export function counted(unread: Unread[]): Unread[] {
  const told = new Map<string, Unread>();
  for (const one of unread) {
    const name = [one.why, one.site, one.view, one.missing].join('|');
    const known = told.get(name);
    if (known) known.count = (known.count ?? 1) + (one.count ?? 1);
    else told.set(name, { ...one });
  }
  return [...told.values()];
}
