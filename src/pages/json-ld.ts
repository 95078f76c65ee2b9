import { all, attributeOf, baseOf, first, rawText } from './dom.ts';
import { htmlText } from './html-text.ts';
import { joined, plain, type StructuredJob } from './structured-job.ts';

/** Stops a page from stalling the reader with a giant block. */
export const LONGEST_BLOCK = 500_000;
const MOST_NODES = 20_000;
const MOST_JOBS = 300;

type Node = Record<string, unknown>;

export interface JsonLdReading {
  jobs: StructuredJob[];
  /** Blocks not read: longer than `LONGEST_BLOCK`, or job data that is not JSON. */
  tooLong: number;
  broken: number;
}

/** JobPosting nodes of all JSON-LD blocks (https://schema.org/JobPosting), wherever they stand in the graph. */
export function readJsonLd(document: Document): JsonLdReading {
  const reading: JsonLdReading = { jobs: [], tooLong: 0, broken: 0 };
  const nodes: Node[] = [];
  for (const script of all(document, 'script[type*="ld+json" i]')) {
    if (attributeOf(script, 'src') !== null) continue;
    const source = rawText(script);
    if (!source.includes('JobPosting')) continue;
    if (source.length > LONGEST_BLOCK) {
      reading.tooLong++;
      continue;
    }
    const value = parse(source);
    if (value === undefined) reading.broken++;
    else collect(value, nodes);
  }
  const byId = new Map(nodes.filter((node) => typeof node['@id'] === 'string').map((node) => [node['@id'], node]));
  const resolve = (value: unknown): unknown => {
    const id = isNode(value) && Object.keys(value).length === 1 ? value['@id'] : undefined;
    return (id !== undefined && byId.get(id)) || value;
  };
  const html = first(document, 'html');
  const base = html ? baseOf(html) : '';
  for (const node of nodes) {
    if (isJob(node) && reading.jobs.length < MOST_JOBS) reading.jobs.push(job(node, resolve, base));
  }
  return reading;
}

/** Pages write raw line breaks into strings, comments around blocks and semicolons after them; one repair is tried. */
function parse(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    const repaired = source.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[)/, '');
    try {
      return JSON.parse(repaired.replace(/(?:-->|\]\]>|;|\s)+$/, ''));
    } catch {
      return undefined;
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function collect(value: unknown, nodes: Node[]): void {
  const stack: unknown[] = [value];
  for (let seen = 0; stack.length > 0 && seen < MOST_NODES; seen++) {
    const next = stack.pop();
    if (Array.isArray(next)) stack.push(...next.slice(0, 1000).reverse());
    else if (isNode(next)) {
      nodes.push(next);
      stack.push(...Object.values(next).slice(0, 1000).reverse());
    }
  }
}

function isJob(node: Node): boolean {
  return list(node['@type'] ?? node.type).some((type) => typeof type === 'string' && /(^|[/:#])JobPosting$/.test(type));
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

function job(node: Node, resolve: (value: unknown) => unknown, base: string): StructuredJob {
  const get = (from: Node, name: string): unknown => from[name] ?? from[`schema:${name}`];
  const texts = (value: unknown): string[] =>
    list(value).flatMap((item) => {
      const one = resolve(item);
      if (isNode(one)) return texts(one['@value'] ?? get(one, 'name') ?? get(one, 'legalName'));
      return plain(one, 200_000) ?? [];
    });
  const text = (name: string): string | undefined => plain(htmlText(texts(get(node, name)).join(', ')));
  const link = texts(get(node, 'url'))[0];
  return {
    title: text('title') ?? text('name'),
    company: text('hiringOrganization'),
    location: location(node, get, resolve, texts),
    salary: salary(
      get(node, 'baseSalary') ?? get(node, 'estimatedSalary'),
      texts(get(node, 'salaryCurrency'))[0],
      get,
      texts,
    ),
    text:
      list(get(node, 'description'))
        .map((part) => htmlText(String(isNode(part) ? part['@value'] : part)))
        .join('\n') || undefined,
    link: link && URL.canParse(link, base) ? new URL(link, base).href : undefined,
  };
}

type Get = (from: Node, name: string) => unknown;
type Texts = (value: unknown) => string[];

function location(node: Node, get: Get, resolve: (value: unknown) => unknown, texts: Texts): string | undefined {
  const places = list(get(node, 'jobLocation'))
    .slice(0, 5)
    .map((place) => {
      const one = resolve(place);
      if (!isNode(one)) return plain(one);
      const address = resolve(get(one, 'address') ?? one);
      if (!isNode(address)) return plain(address);
      const parts = ['streetAddress', 'addressLocality', 'addressRegion', 'addressCountry'].flatMap((name) =>
        texts(get(address, name)),
      );
      return joined(parts) ?? joined(texts(get(one, 'name')));
    });
  const remote = texts(get(node, 'jobLocationType')).some((type) => /telecommute/i.test(type)) ? 'Remote' : undefined;
  const from = joined(texts(get(node, 'applicantLocationRequirements')).slice(0, 3));
  return plain(joined([...places, remote, from]));
}

/** Written as pages print it: "USD 3000 - 4000 / MONTH". */
function salary(value: unknown, currency: string | undefined, get: Get, texts: Texts): string | undefined {
  const pay = list(value)[0];
  if (pay === undefined) return undefined;
  if (!isNode(pay)) return plain([currency, plain(pay)].filter(Boolean).join(' '));
  const amount = list(get(pay, 'value'))[0];
  const inner = isNode(amount) ? amount : pay;
  const [low] = [get(inner, 'minValue'), get(inner, 'value')].flatMap(texts);
  const [high] = texts(get(inner, 'maxValue'));
  const single = isNode(amount) ? undefined : plain(amount);
  const range = [...new Set([low ?? single, high].filter(Boolean))].join(' - ');
  const unit = texts(get(inner, 'unitText'))[0] ?? texts(get(pay, 'unitText'))[0];
  if (!range || range === '0') return undefined;
  return plain([texts(get(pay, 'currency'))[0] ?? currency, range, unit && `/ ${unit}`].filter(Boolean).join(' '));
}
