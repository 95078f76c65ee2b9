import type { Explanation, ShownHelp, ShownLink } from '../messages.ts';
import { element } from './element.ts';
import { fill } from './fill.ts';
import { outsideLink } from './outside-link.ts';
import type { ViewContext } from './view-context.ts';
import { countryName, languageName, monthAndYear } from './wording.ts';

/** Contacts shown at once for each country; the others are one tap away. */
const SHOWN_AT_ONCE = 2;

/** Who to ask or tell: this platform, the registers, and people, nearest first. */
export function askSection(explanation: Explanation, context: ViewContext): HTMLElement | null {
  const { strings } = context;
  const { report, licence, help, home } = explanation;
  const groups = [
    linkGroup(strings.askReport, report, context),
    linkGroup(strings.askLicence, licence, context),
    help.length > 0 ? element('h4', {}, strings.askPeople) : null,
    ...contactGroups(help, context),
  ].filter((group) => group !== null);
  if (groups.length === 0 && home) return null;
  return element(
    'section',
    { class: 'ask' },
    element('h3', {}, strings.sectionAsk),
    home ? null : element('p', { class: 'why' }, strings.chooseCountryWhy),
    ...groups,
  );
}

function linkGroup(title: string, links: ShownLink[], { strings }: ViewContext): HTMLElement | null {
  if (links.length === 0) return null;
  const items = links.map((link) =>
    element(
      'li',
      {},
      outsideLink(link.url, link.label, strings, 'button') ?? link.label,
      link.note && element('p', { class: 'note', lang: 'en' }, link.note),
    ),
  );
  return element('div', {}, element('h4', {}, title), element('ul', { class: 'links', role: 'list' }, ...items));
}

/** Contacts under the country they belong to. Also used by the help page. */
export function contactGroups(
  help: ShownHelp[],
  context: ViewContext,
  shownAtOnce = SHOWN_AT_ONCE,
  heading: 'h2' | 'h5' = 'h5',
): HTMLElement[] {
  const groups = new Map<string, ShownHelp[]>();
  for (const shown of help) {
    const key = `${shown.relation} ${shown.country}`;
    groups.set(key, [...(groups.get(key) ?? []), shown]);
  }
  return [...groups.values()].map((group) => {
    const cards = group.map((shown) => contactCard(shown, context));
    const hidden = cards.slice(shownAtOnce);
    return element(
      'div',
      { class: 'contacts' },
      element(heading, { class: 'country' }, groupTitle(group[0]!, context)),
      ...cards.slice(0, shownAtOnce),
      hidden.length > 0 &&
        element('details', { class: 'more' }, element('summary', {}, context.strings.contactMore), ...hidden),
    );
  });
}

function groupTitle({ relation, country }: ShownHelp, { strings, lang }: ViewContext): string {
  if (relation === 'any') return strings.relationAny;
  return fill(relation === 'from' ? strings.relationFrom : strings.relationTo, countryName(lang, country));
}

function contactCard({ entry, country, old, fromList }: ShownHelp, { strings, lang }: ViewContext): HTMLElement {
  const within = entry.in ?? country;
  const short = entry.shortCode;
  const languages = entry.languages.map((tag) => languageName(lang, tag));
  const checked = monthAndYear(lang, entry.verified);
  return element(
    'article',
    { class: old ? 'contact old' : 'contact' },
    element('p', { class: 'name', dir: 'auto' }, entry.name),
    fromList && element('p', { class: 'from-list', dir: 'auto' }, fill(strings.reasonFromList, fromList)),
    ...(entry.phones ?? []).map((phone) => element('p', {}, telephone(phone, phone))),
    short
      ? element(
          'p',
          {},
          telephone(
            short,
            /^[A-Z]{2}$/.test(within) ? fill(strings.contactShort, short, countryName(lang, within)) : short,
          ),
        )
      : null,
    entry.messaging && element('p', { dir: 'auto' }, entry.messaging),
    entry.email &&
      element('p', {}, element('a', { href: `mailto:${entry.email}`, class: 'outside', dir: 'ltr' }, entry.email)),
    entry.url && element('p', {}, outsideLink(entry.url, hostOf(entry.url), strings)),
    entry.hours && element('p', { class: 'note' }, fill(strings.contactHours, entry.hours)),
    languages.length > 0 &&
      element('p', { class: 'note' }, fill(strings.contactLanguages, new Intl.ListFormat(lang).format(languages))),
    entry.note && element('p', { class: 'note', lang: 'en', dir: 'auto' }, entry.note),
    old && element('p', { class: 'aged' }, fill(strings.contactOld, checked)),
    element('p', { class: 'note' }, outsideLink(entry.source.url, fill(strings.contactChecked, checked), strings)),
  );
}

/** A number to tap. Digits and a leading plus alone go into the link, whatever the page of the source printed. */
function telephone(number: string, label: string): HTMLElement {
  const dialled = number.replace(/(?!^\+)\D/g, '');
  return element('a', { href: `tel:${dialled}`, class: 'telephone' }, element('bdi', {}, label));
}

function hostOf(address: string): string {
  try {
    return new URL(address).hostname.replace(/^www\./, '');
  } catch {
    return address;
  }
}
