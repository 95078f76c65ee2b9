import { sitesOfUrl } from '../packs/site-hosts.ts';
import type { SiteRule, SiteView } from '../packs/site-rule.ts';
import { all, first, matches, parentOf } from './dom.ts';
import { isOwn } from './own-nodes.ts';
import { isShown } from './style.ts';

export interface MatchedView {
  view: SiteView;
  elements: Element[];
  /** The one of the view's selectors that found them. */
  selector?: string;
}

/** Rules for this address that are not switched off. */
export function rulesFor(url: string, sites: SiteRule[]): SiteRule[] {
  return sitesOfUrl(url, sites).filter(({ state }) => state !== 'off');
}

/** Views shown now. Markup decides; the address only where the rule says so, because single-page sites lie about it. */
export function viewsShown(document: Document, url: string, rule: SiteRule): MatchedView[] {
  const shown: MatchedView[] = [];
  for (const view of rule.views) {
    if (view.paths && !isOnPath(url, view.paths)) continue;
    if (view.when && !view.when.some((selector) => first(document, selector))) continue;
    shown.push({ view, ...postingElements(document, view) });
  }
  return shown;
}

export function isOnPath(url: string, globs: string[] | undefined): boolean {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  return globs?.some((glob) => isGlob(path, glob)) ?? false;
}

/** `*` stands for any characters. Walks piece by piece: a pattern from a rule list must not be able to backtrack. */
export function isGlob(text: string, glob: string): boolean {
  const pieces = glob.split('*');
  if (pieces.length === 1) return text === glob;
  if (!text.startsWith(pieces[0]!)) return false;
  let at = pieces[0]!.length;
  for (const piece of pieces.slice(1, -1)) {
    const next = text.indexOf(piece, at);
    if (next < 0) return false;
    at = next + piece.length;
  }
  const last = pieces.at(-1)!;
  return text.length - last.length >= at && text.endsWith(last);
}

const MOST_UNITS = 2000;

/** Matches of the first selector that has any that are shown; outermost ones, one only in a detail view. */
function postingElements(document: Document, view: SiteView): { elements: Element[]; selector?: string } {
  for (const selector of view.posting) {
    const found = all(document, selector).filter((element) => isShown(element) && !isOwn(element));
    if (found.length === 0) continue;
    return { elements: view.view === 'detail' ? found.slice(0, 1) : outermost(found).slice(0, MOST_UNITS), selector };
  }
  return { elements: [] };
}

/**
 * Postings of the views shown, in an element that came into the page later. Null when it holds what may be another view:
 * an open advert, or a list that was not there before.
 */
export function postingsIn(
  added: Element,
  url: string,
  rule: SiteRule,
  shown: MatchedView[],
): { view: SiteView; element: Element }[] | null {
  const holds = (selector: string): boolean => matches(added, selector) || first(added, selector) !== null;
  const fresh: { view: SiteView; element: Element }[] = [];
  for (const view of rule.views) {
    if (view.paths && !isOnPath(url, view.paths)) continue;
    const selector = view.view === 'detail' ? undefined : shown.find((one) => one.view === view)?.selector;
    if (!selector) {
      if ([...(view.when ?? []), ...view.posting].some(holds)) return null;
      continue;
    }
    const elements = matches(added, selector) ? [added] : all(added, selector);
    for (const element of outermost(elements)) fresh.push({ view, element });
  }
  return fresh;
}

export function outermost(elements: Element[]): Element[] {
  const set = new Set(elements);
  return elements.filter((element) => {
    for (let up = parentOf(element); up; up = parentOf(up)) if (set.has(up)) return false;
    return true;
  });
}
