import type { Unread } from '../messages.ts';
import type { SiteRule, SiteView } from '../packs/site-rule.ts';
import { blockUnit } from './card-units.ts';
import { all, bodyOf, isInside, nameOf, parentOf, rawText } from './dom.ts';
import type { PageUnits, Unit } from './found-posting.ts';
import { type GenericUnits, genericUnits } from './generic-units.ts';
import { shellOf } from './shells.ts';
import { expectedView, siteUnits } from './site-units.ts';
import { rulesFor } from './site-views.ts';
import { fold, readStructuredData } from './structured-data.ts';
import type { StructuredJob } from './structured-job.ts';

/** Where postings may be on the page; the order is told in read-page.ts. */
export function findUnits(document: Document, url: string, sites: SiteRule[]): PageUnits {
  const structured = readStructuredData(document);
  const rules = rulesFor(url, sites);
  const broken: Unread[] = [];
  for (const rule of rules) {
    const found = siteUnits(document, url, rule, structured.jobs);
    if (found && found.units.length > 0) return { ...found, unread: [...structured.unread, ...found.unread] };
    broken.push(...(found?.unread ?? []));
  }
  const expected = rules
    .map((rule) => ({ site: rule.site, view: expectedView(document, url, rule) }))
    .find(({ view }) => view);
  const marked = structured.jobs.some((job) => job.element) ? markedUp(document, url, structured.jobs) : [];
  const { units, grow, inside }: GenericUnits =
    marked.length > 0
      ? { units: marked }
      : genericUnits(document, url, structured.jobs, broken[0]?.view ?? expected?.view?.view);
  if (units.length === 0) units.push(...markedUp(document, url, structured.jobs));
  const unread = [...structured.unread];
  if (units.length === 0)
    unread.push(...(broken.length > 0 ? broken : [whyNothing(document, url, rules[0]?.site, expected)]));
  const main = units.find((unit) => unit.view === 'detail') ?? units[0];
  return { units, unread, adapter: main?.adapter ?? 'none', view: main?.view ?? 'none', containers: [], grow, inside };
}

function whyNothing(
  document: Document,
  url: string,
  site: string | undefined,
  expected: { site: string; view: SiteView | undefined } | undefined,
): Unread {
  const shell = shellOf(document, url);
  if (shell) return { ...shell, site: expected?.site ?? site };
  if (expected?.view) {
    return { why: 'missing-fields', site: expected.site, view: expected.view.view, missing: expected.view.required };
  }
  return { why: 'no-postings', site };
}

/** One unit for each job that structured data tells of, at the place on the page that it speaks of. */
function markedUp(document: Document, url: string, jobs: StructuredJob[]): Unit[] {
  const headings = jobs.map((job) => (job.element ? null : headingOf(document, job)));
  return jobs.flatMap((job, at) => {
    const element = job.element ?? partAround(headings[at]!, headings) ?? bodyOf(document);
    return element ? [blockUnit({ element, title: job.title ?? '' }, url, job)] : [];
  });
}

function headingOf(document: Document, job: StructuredJob): Element | null {
  const title = fold(job.title);
  const named = all(document, 'h1, h2, h3, h4, [role="heading"], a[href]');
  return named.find((element) => title.length > 2 && fold(rawText(element).slice(0, 300)) === title) ?? null;
}

/** The largest part of the page that holds no other job's heading. */
function partAround(heading: Element | null, headings: (Element | null)[]): Element | null {
  if (!heading) return null;
  let part = heading;
  for (let up = parentOf(part); up && nameOf(up) !== 'html'; up = parentOf(up)) {
    if (headings.some((other) => other && other !== heading && isInside(up!, other))) break;
    part = up;
  }
  return part;
}
