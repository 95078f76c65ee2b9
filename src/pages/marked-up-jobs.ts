import { addressOf, all, attributeOf, baseOf, closest, nameOf } from './dom.ts';
import { joined, plain, type StructuredJob } from './structured-job.ts';
import { lineOf, visibleText } from './visible-text.ts';

/** Attribute names of the two ways of marking up words in place. */
interface Syntax {
  item: string;
  property: string;
  scope: string;
}

const MICRODATA: Syntax = { item: '[itemtype*="schema.org/JobPosting" i]', property: 'itemprop', scope: '[itemscope]' };
const RDFA: Syntax = {
  item: '[typeof~="JobPosting"], [typeof~="schema:JobPosting"]',
  property: 'property',
  scope: '[typeof]',
};

/** Properties that, several together and without any type, still tell a job (Job Bank Canada writes them so). */
const TELLING = [
  'hiringOrganization',
  'jobLocation',
  'baseSalary',
  'employmentType',
  'workHours',
  'validThrough',
  'datePosted',
];

/** Jobs marked up with microdata or RDFa, in document order. */
export function readMarkedUpJobs(document: Document): StructuredJob[] {
  const jobs = [MICRODATA, RDFA].flatMap((syntax) =>
    all(document, syntax.item)
      .slice(0, 300)
      .map((element) => job(element, syntax)),
  );
  if (jobs.length === 0) jobs.push(...untyped(document));
  return jobs.filter((found) => found.title);
}

function untyped(document: Document): StructuredJob[] {
  const titles = all(document, '[property="title"]');
  const body = titles.length === 1 ? closest(titles[0]!, 'main, [role="main"], article, body') : null;
  if (!body) return [];
  const told = TELLING.filter((name) => all(body, `[property~="${name}"]`).length > 0);
  return told.length >= 2 ? [job(body, RDFA)] : [];
}

function job(element: Element, syntax: Syntax): StructuredJob {
  const find = (name: string): Element[] => all(element, `[${syntax.property}~="${name}"]`);
  const value = (name: string): string | undefined => {
    for (const found of find(name)) {
      const text = saidBy(found);
      if (text) return text;
    }
    return undefined;
  };
  const organization = find('hiringOrganization')[0];
  const named = organization && all(organization, `[${syntax.property}~="name"]`)[0];
  const description = find('description').find((found) => nameOf(found) !== 'meta');
  const link = find('url')[0];
  return {
    title: value('title') ?? ownName(element, syntax),
    company: (named && saidBy(named)) ?? (organization && saidBy(organization)),
    location: location(find),
    salary: pay(find, value),
    text: description ? visibleText(description).text || undefined : undefined,
    link: link ? addressOf(link, baseOf(element)) || undefined : undefined,
    element,
  };
}

/** `name` of the job itself, not of the organisation inside it. */
function ownName(element: Element, syntax: Syntax): string | undefined {
  const names = all(element, `[${syntax.property}~="name"]`);
  const own = names.find((found) => closest(found, syntax.scope) === element);
  return own && saidBy(own);
}

function saidBy(element: Element): string | undefined {
  const said = attributeOf(element, 'content');
  return plain(said ?? '') ?? plain(lineOf(element));
}

function location(find: (name: string) => Element[]): string | undefined {
  const parts = ['addressLocality', 'addressRegion', 'addressCountry'].map((name) => find(name)[0]);
  const address = joined(parts.map((part) => part && saidBy(part)));
  const place = find('jobLocation')[0] ?? find('address')[0];
  return address ?? (place && plain(lineOf(place)));
}

function pay(find: (name: string) => Element[], value: (name: string) => string | undefined): string | undefined {
  const whole = find('baseSalary')[0];
  if (!whole) return undefined;
  const shown = lineOf(whole);
  const currency = value('salaryCurrency') ?? value('currency');
  if (/\d/.test(shown)) return plain(currency && !/\p{Sc}|[A-Z]{3}/u.test(shown) ? `${currency} ${shown}` : shown);
  const range = [value('minValue') ?? value('value'), value('maxValue')].filter(Boolean).join(' - ');
  return range ? plain([currency, range, value('unitText')].filter(Boolean).join(' ')) : undefined;
}
