import type { Posting } from '../engine/posting.ts';
import { addressOf, all, attributeOf, first, nameOf, rawText } from './dom.ts';
import { hasMoney } from './money.ts';
import { plain } from './structured-job.ts';
import { lineOf, visibleText } from './visible-text.ts';

/** Attribute values in which sites name the parts of an advert, whatever their language. */
const hints = (words: string[]): string =>
  words
    .flatMap((word) =>
      ['class', 'data-testid', 'data-test', 'data-qa', 'data-automation', 'data-at', 'data-cy', 'itemprop'].map(
        (name) => `[${name}*="${word}" i]`,
      ),
    )
    .join(',');

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';
const TITLE = hints(['title', 'job-name', 'jobname', 'position', 'cargo']);
const COMPANY = hints([
  'company',
  'employer',
  'organization',
  'organisation',
  'advertiser',
  'empresa',
  'firma',
  'subtitle',
  'comp-name',
  'org-name',
  'cname',
]);
/** A link to an employer's own page names it. */
const COMPANY_LINK = 'a[href*="/company/" i], a[href*="/companies/" i], a[href*="/employer" i], a[href*="/empresa" i]';
const PLACE = hints([
  'location',
  'address',
  'locality',
  'city',
  'cidade',
  'ciudad',
  'locat',
  'lokasi',
  'area',
  'ubicacion',
  'standort',
  '-loc',
]);
const PAY = hints([
  'salary',
  'salario',
  'wage',
  'stipend',
  'compensation',
  'salar',
  'gehalt',
  'budget',
  'price',
  'pay',
]);

/** "Recife, PE", "Osasco, SP, Brasil": capitals and a comma, and no digits. */
const TOWN_AND_COUNTRY = /^\p{Lu}[\p{L} .'’-]+, ?\p{Lu}[\p{L} .'’-]*(?:, ?\p{Lu}[\p{L} .'’-]*)?$/u;

/** What others answered to a post stands in it, as posts of their own. */
const ANSWERS = '[role="article"] [role="article"]';

/** A post in a feed: its words are one text, and nothing in it is a field. */
export function feedPosting(post: Element, url: string): { posting: Posting; cut: boolean } {
  const { text, cut } = visibleText(post, { skip: ANSWERS });
  return { posting: { text, url }, cut };
}

/** Fields of an advert of unknown build: headings, telling attribute values, then the order of lines. */
export function cardPosting(card: Element, link: Element | undefined, url: string): { posting: Posting; cut: boolean } {
  const { text, cut } = visibleText(card);
  const lines = text.split('\n').filter(Boolean);
  const title = cardTitle(card, link) ?? plain(lines[0], 200);
  const isName = (value: string): boolean => value !== title && value.length <= 100 && !hasMoney(value);
  const company = hinted(card, COMPANY, isName) ?? hinted(card, COMPANY_LINK, isName);
  const found =
    hinted(card, PLACE, (value) => value !== title && value !== company && value.length <= 120) ??
    lines.find((line) => line !== title && line !== company && line.length <= 60 && TOWN_AND_COUNTRY.test(line));
  const location = found && placeAlone(found, company);
  const salary =
    hinted(card, PAY, (value) => hasMoney(value) && value.length <= 120) ??
    lines.find((line) => line.length <= 80 && line !== title && hasMoney(line));
  const shown = new Set([title, company, found, salary]);
  const rest = lines.filter((line) => !shown.has(line)).join('\n');
  const posting: Posting = { text: rest, title, company, location, salary, url };
  const address = link ? addressOf(link, url) : '';
  if (address) posting.link = address;
  return { posting, cut };
}

const PLACE_LABEL = /^(?:location|place|lieu|ort|standort|ubicación|localidad|lokasi|địa điểm)\s*:?\s+/iu;

/** "Location Toronto (ON)", "Acme Toronto (ON)" → "Toronto (ON)". */
function placeAlone(value: string, company: string | undefined): string {
  const bare = company && value.startsWith(`${company} `) ? value.slice(company.length + 1) : value;
  return bare.replace(PLACE_LABEL, '').replace(/^[·•|,-]\s*/, '') || value;
}

function cardTitle(card: Element, link: Element | undefined): string | undefined {
  const worded = (element: Element): string | undefined => {
    const text = lineOf(element);
    return text.length >= 3 && text.length <= 200 && /\p{L}/u.test(text) ? text : undefined;
  };
  for (const heading of all(card, HEADINGS).slice(0, 4)) {
    const text = worded(heading);
    if (text) return text;
  }
  if (link) {
    const inLink = first(link, HEADINGS) ?? first(link, TITLE);
    const text = worded(inLink ?? link) ?? plain(attributeOf(link, 'title') ?? attributeOf(link, 'aria-label'), 200);
    if (text) return text;
  }
  for (const element of all(card, TITLE).slice(0, 6)) {
    const text = worded(element);
    if (text && text.length <= 150) return text;
  }
  return undefined;
}

/** Text of the first fitting element that an attribute names; the innermost one where they are nested. */
function hinted(card: Element, selector: string, fits: (value: string) => boolean): string | undefined {
  const found = all(card, selector).slice(0, 12);
  for (const element of found) {
    if (nameOf(element) === 'img' || rawText(element).length > 400) continue;
    const value = lineOf(element);
    if (value.length >= 2 && /\p{L}|\p{N}/u.test(value) && fits(value)) return value;
  }
  return undefined;
}
