import type { Posting } from '../engine/posting.ts';
import type { SiteField, SiteRule, SiteView } from '../packs/site-rule.ts';
import { all, attributeOf, baseOf, first } from './dom.ts';
import type { PageUnits, Unit, UnitReading } from './found-posting.ts';
import { isLikely, jobLikeness } from './job-likeness.ts';
import { keyOf } from './posting-key.ts';
import { readFields } from './site-fields.ts';
import { isOnPath, type MatchedView, viewsShown } from './site-views.ts';
import { fold } from './structured-data.ts';
import type { StructuredJob } from './structured-job.ts';
import { visibleText } from './visible-text.ts';

/** Units of the views that a site rule finds on the page. */
export function siteUnits(
  document: Document,
  url: string,
  rule: SiteRule,
  structured: StructuredJob[],
): PageUnits | null {
  const shown = viewsShown(document, url, rule);
  const units: Unit[] = [];
  const taken = new Set<Element>();
  for (const { view, elements } of shown) {
    for (const element of elements) {
      // Two views may meet in one element; the rule lists the more telling one first.
      if (taken.has(element)) continue;
      taken.add(element);
      units.push({
        element,
        adapter: rule.site,
        view: view.view,
        read: () => readUnit(element, url, rule, view, structured),
      });
    }
  }
  if (units.length === 0) return null;
  const main = units.find((unit) => unit.view === 'detail') ?? units[0]!;
  return { units, unread: [], adapter: rule.site, view: main.view, containers: containersOf(document, shown) };
}

/** A view that the rule expects here by markup or by an address of its own, but whose postings it cannot find. */
export function expectedView(document: Document, url: string, rule: SiteRule): SiteView | undefined {
  const there = viewsShown(document, url, rule).find(({ view }) => view.when);
  return there?.view ?? rule.views.find((view) => isOnPath(url, view.expect));
}

function containersOf(document: Document, shown: MatchedView[]): Element[] {
  const containers: Element[] = [];
  for (const { view, elements } of shown) {
    if (elements.length === 0) continue;
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
    found: { key, posting, adapter: rule.site, view: view.view, element, badgeHost: badgeHost(element, view) },
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
  return element;
}
