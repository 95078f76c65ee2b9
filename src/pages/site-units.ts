import type { Posting } from '../engine/posting.ts';
import type { Unread } from '../messages.ts';
import type { SiteField, SiteRule, SiteView } from '../packs/site-rule.ts';
import { placeAfterWords } from './badge-place.ts';
import { all, attributeOf, baseOf, first, rawText } from './dom.ts';
import type { PageUnits, Unit, UnitReading } from './found-posting.ts';
import { isLikely, jobLikeness } from './job-likeness.ts';
import { keyOf } from './posting-key.ts';
import { missingFields, readFields } from './site-fields.ts';
import { isOnPath, type MatchedView, postingsIn, viewsShown } from './site-views.ts';
import { fold } from './structured-data.ts';
import type { StructuredJob } from './structured-job.ts';
import { visibleText } from './visible-text.ts';

/**
 * Units of the views that a site rule finds on the page; null when it finds none. A view in whose postings the required
 * fields are nowhere does not fit the page (any more): it is told as unread, and the page is left to other ways of reading.
 */
export function siteUnits(
  document: Document,
  url: string,
  rule: SiteRule,
  structured: StructuredJob[],
): PageUnits | null {
  const shown = viewsShown(document, url, rule).filter(({ elements }) => elements.length > 0);
  const units = new Map<Element, Unit>();
  const unread: Unread[] = [];
  const unitOf = (element: Element, view: SiteView): Unit => ({
    element,
    adapter: rule.site,
    view: view.view,
    read: () => readUnit(element, url, rule, view, structured),
  });
  for (const { view, elements } of shown) {
    const missing = missingEverywhere(view, elements);
    if (missing.length > 0) {
      unread.push({ why: 'missing-fields', site: rule.site, view: view.view, missing, count: elements.length });
      continue;
    }
    for (const element of elements) {
      // Two views may meet in one element; the rule lists the more telling one first.
      if (!units.has(element)) units.set(element, unitOf(element, view));
    }
  }
  if (shown.length === 0) return null;
  const found = [...units.values()];
  const view = found.find((unit) => unit.view === 'detail') ?? found[0];
  return {
    units: found,
    unread,
    adapter: rule.site,
    view: view?.view ?? 'none',
    containers: containersOf(document, shown),
    grow: (added) => postingsIn(added, url, rule, shown)?.map(({ element, view }) => unitOf(element, view)) ?? null,
  };
}

/** What the first few filled postings all lack. */
function missingEverywhere(view: SiteView, elements: Element[]): string[] {
  const filled = elements.filter((element) => rawText(element).trim() !== '').slice(0, 4);
  const missing = filled.map((element) => missingFields(element, view));
  return missing.every((names) => names.length > 0) ? (missing[0] ?? []) : [];
}

/** A view that the rule expects here by markup or by an address of its own, but whose postings it cannot find. */
export function expectedView(document: Document, url: string, rule: SiteRule): SiteView | undefined {
  const there = viewsShown(document, url, rule).find(({ view }) => view.when);
  return there?.view ?? rule.views.find((view) => isOnPath(url, view.expect));
}

function containersOf(document: Document, shown: MatchedView[]): Element[] {
  const containers: Element[] = [];
  for (const { view } of shown) {
    const container = view.container?.map((selector) => first(document, selector)).find(Boolean);
    if (!container) return [];
    containers.push(container);
  }
  return containers;
}

function readUnit(
  element: Element,
  url: string,
  rule: SiteRule,
  view: SiteView,
  structured: StructuredJob[],
): UnitReading {
  const base = baseOf(element);
  const told = new Set<Element>();
  const fields = readFields(element, view, base, told);
  const skip = view.skip?.join(',');
  const detail = view.view === 'detail';
  const job =
    structured.find((known) => fold(known.title) === fold(fields.title)) ??
    (detail && structured.length === 1 ? structured[0] : undefined);
  const posting: Posting = { text: fields.text ?? '', url };
  for (const name of ['title', 'company', 'location', 'salary', 'poster', 'link'] as const) {
    const never = name === 'poster' || view.fields[name]?.select.length === 0;
    const value = fields[name] ?? (never ? undefined : job?.[name as keyof StructuredJob & typeof name]);
    if (value) posting[name] = value;
  }
  let cut = false;
  if (!posting.text) {
    // A card's other words: perks, labels and whatever else a person reads there.
    const rest = visibleText(element, { skip, without: view.view === 'list' ? told : undefined });
    posting.text = rest.text;
    cut = rest.cut;
    // Placeholders of virtual lists stay empty until they are scrolled to.
    if (!rest.text && Object.keys(fields).every((name) => name === 'id')) return { state: 'waiting' };
  }
  if (job?.text && posting.text.length < 0.5 * job.text.length) posting.text = `${posting.text}\n${job.text}`.trim();
  if (detail) posting.link ??= url;
  const missing = view.required.filter(
    (names) => !names.split('|').some((name) => present(name as SiteField, fields, posting)),
  );
  if (missing.length > 0) {
    return { state: 'unread', unread: { why: 'missing-fields', site: rule.site, view: view.view, missing, count: 1 } };
  }
  if (!passes(view, posting)) return { state: 'not-advert' };
  if (cut || isPartial(element, view, posting.text)) posting.partial = true;
  const key = keyOf(rule.site, view.view, posting, fields.id);
  return {
    state: 'posting',
    found: { key, posting, adapter: rule.site, view: view.view, element, badgeHost: () => badgeHost(element, view) },
  };
}

/** A field counts as present when the page showed it; for text, only when its own selector found it. */
function present(name: SiteField, fields: Partial<Record<SiteField, string>>, posting: Posting): boolean {
  return Boolean(fields[name] ?? (name === 'id' || name === 'text' ? undefined : posting[name]));
}

function passes(view: SiteView, posting: Posting): boolean {
  const adverts = view.adverts ?? (view.view === 'feed' || view.view === 'message' ? 'possible' : 'every');
  if (adverts === 'every') return true;
  const likeness = jobLikeness([posting.title, posting.salary, posting.text].filter(Boolean).join('\n'));
  return adverts === 'likely' ? isLikely(likeness) : likeness !== 'no';
}

function isPartial(element: Element, view: SiteView, text: string): boolean {
  if (view.more?.some((selector) => first(element, selector))) return true;
  return view.view !== 'detail' && /(?:…|\.{3})$/m.test(text);
}

function badgeHost(element: Element, view: SiteView): Element {
  for (const selector of view.badge ?? []) {
    const host = all(element, selector).at(-1);
    if (host && attributeOf(host, 'hidden') === null) return host;
  }
  if (view.view !== 'feed' && view.view !== 'message') return element;
  const words = view.fields.text?.select.map((selector) => first(element, selector)).find(Boolean);
  return placeAfterWords(element, words ?? element);
}
