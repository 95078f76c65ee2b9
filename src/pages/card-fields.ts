import { type Part, partsOf } from './card-parts.ts';
import { attributeOf } from './dom.ts';
import type { Columns, FieldReader, Fields, List } from './field-reader.ts';
import { type Field, hasLegalForm, isTerm, isTown, learnFields } from './field-words.ts';
import { hasMoney, learnMoney } from './money.ts';
import { partsAbove } from './parts-above.ts';
import { plain } from './structured-job.ts';
import { fieldsOfTitle } from './title-fields.ts';
import { lineOf } from './visible-text.ts';

/** "Recife, PE", "Osasco, SP, Brasil", "Recife - PE": capitals and a comma, and no digits. */
const TOWN_AND_COUNTRY =
  /^\p{Lu}[\p{L} .'’-]+(?:, ?\p{Lu}[\p{L} .'’-]*){1,2}(?: \(.*\))?$|^\p{Lu}[\p{L} .'’-]+ - \p{Lu}{2}\b/u;
const PLACE_ENDING = /^\p{sc=Han}{2,12}[市区區县縣府都州]|[가-힣]+[시구군]$/u;
/** "3 days ago", "4.5", "2 Stunden". */
const COUNTED = /^\P{L}{0,3}\p{Nd}|\b(?:19|20)\d\d\b/u;
/** Sum of what a part shows and what its column shows in other cards. */
const ENOUGH = 2.5;
const SAMPLE = 12;

/** The same place in every card holds the same field: read from a few of them. */
function learnColumns(cards: Element[], linkOf: (card: Element) => Element | undefined): Columns {
  const some = cards.slice(0, SAMPLE);
  const columns: Columns = new Map([['', { seen: some.length, texts: new Set(), sums: {} }]]);
  const read = some.map((card) => partsOf(card, linkOf(card)));
  for (const { path, text } of read.flat()) {
    const column = columns.get(path) ?? { seen: 0, texts: new Set(), sums: {} };
    columns.set(path, column);
    column.seen++;
    column.texts.add(text);
  }
  for (const parts of read) {
    const titles = titleParts(parts, columns);
    for (const field of ['company', 'location'] as const)
      for (const part of parts) {
        const { sums } = columns.get(part.path)!;
        sums[field] = (sums[field] ?? 0) + Math.max(0, shows(part, field, parts, titles, columns));
      }
  }
  return columns;
}

/** By what the page says of a card's parts, then by what stands in the same place in other cards. */
function fieldsOf(card: Element, link: Element | undefined, text: string, list?: List): Fields {
  const columns: Columns = list?.columns ?? new Map();
  const lines = text.split('\n').filter(Boolean);
  const ownParts = partsOf(card, link);
  const parts = [...ownParts, ...(list ? partsAbove(card, list.cards) : [])];
  const titles = titleParts(ownParts, columns);
  const best = (field: 'company' | 'location', taken?: Part): Part | undefined => {
    let found: Part | undefined;
    let most = ENOUGH;
    for (const part of parts) {
      if (part === taken) continue;
      const own = shows(part, field, ownParts, titles, columns);
      const column = columns.get(part.path);
      const sum = own + (column ? (2.5 * (column.sums[field] ?? 0)) / column.seen : 0.5 * own);
      if (own >= 0 && sum > most) [found, most] = [part, sum];
    }
    return found;
  };
  const company = best('company');
  const place = best('location', company);
  const title = titleOf(titles, ownParts, link) ?? plain(lines[0], 200);
  const pay =
    parts.find((part) => part.told.pay && hasMoney(part.text) && part.text.length <= 120)?.text ??
    lines.find((line) => line.length <= 80 && line !== title && hasMoney(line));
  const location = place?.text.replace(/\s[-–]\s.*(?:\b(?:19|20)\d\d\b|\d:\d\d).*$/, '');
  return { title, company: company?.text, location, salary: pay };
}

/** The same words in all cards: "New", "Apply". */
const isConstant = (part: Part, columns: Columns): boolean => {
  const column = columns.get(part.path);
  return column !== undefined && column.seen > 2 && column.texts.size === 1;
};

const toldElse = (part: Part, field: Field): number =>
  Math.max(0, ...Object.entries(part.told).map(([other, weight]) => (other === field ? 0 : weight)));

/** How much speaks for a part being a field; below zero what is no name at all. */
function shows(part: Part, field: 'company' | 'location', parts: Part[], titles: Part[], columns: Columns): number {
  const { text } = part;
  const told = part.told[field] ?? 0;
  const against = toldElse(part, field);
  const isNone =
    titles.includes(part) || text.length < 2 || text.length > 110 || !/\p{L}/u.test(text) || hasMoney(text);
  if (isNone || against > told) return -1;
  if (field === 'location') {
    if (told > 2) return told;
    if (text.length < 60 && (isTown(text) || PLACE_ENDING.test(text))) return 2.5;
    return text.length < 60 && TOWN_AND_COUNTRY.test(text) && !/[.!?]$/.test(text) ? 2 : told;
  }
  if (isTerm(text)) return -1;
  const legal = hasLegalForm(text) ? 2 : 0;
  if (legal + told === 0 && COUNTED.test(text)) return -1;
  const alone = parts.filter(({ line }) => line === part.line).length === 1;
  const after = parts.slice(parts.indexOf(titles.at(-1)!) + 1);
  const isNext =
    part === after.find((one) => !COUNTED.test(one.text) && !isTerm(one.text) && toldElse(one, field) === 0);
  const isName = text.length < 60 && !isConstant(part, columns) && !isTown(text) && !/[.!?]$/.test(text);
  return told + legal + (columns.size > 0 && titles.length > 0 && isNext && alone && isName ? 2 : 0);
}

/** The parts that make up a card's title: badges may stand before it, the rest of it after it. */
function titleParts(parts: Part[], columns: Columns): Part[] {
  let best: Part | undefined;
  let most = -4;
  for (const part of parts) {
    const { text, told, head } = part;
    if (!/\p{L}{2}/u.test(text) || text.length > 200) continue;
    const bad = isConstant(part, columns) || isTerm(text) || COUNTED.test(text) ? 3 : 0;
    const usual = Math.min(1, (columns.get(part.path)?.seen ?? 0) / (columns.get('')?.seen ?? 1));
    const sum =
      (told.title ?? 0) + (head ? 3 : 0) + usual - (part === parts[0] ? 0 : 0.2) - bad - toldElse(part, 'title');
    if (sum > most) [best, most] = [part, sum];
  }
  const at = best ? parts.indexOf(best) : parts.length;
  return parts.slice(at).filter((part) => part === best || (best?.head && isMore(part, best, columns)));
}

const isMore = (part: Part, best: Part, columns: Columns): boolean =>
  part.line === best.line &&
  part.head === best.head &&
  toldElse(part, 'title') === 0 &&
  !isConstant(part, columns) &&
  !isTerm(part.text);

function titleOf(titles: Part[], parts: Part[], link: Element | undefined): string | undefined {
  const [first] = titles;
  const named = plain((link && (attributeOf(link, 'title') ?? attributeOf(link, 'aria-label'))) ?? '', 200);
  if (!first) return named;
  const { head } = first;
  const whole = head && parts.every((part) => part.head !== head || titles.includes(part));
  return (whole && plain(lineOf(head), 200)) || plain(titles.map(({ text }) => text).join(' '), 200);
}

export const FIELD_READER: FieldReader = {
  learn(words) {
    learnMoney(words);
    learnFields(words.fields);
  },
  learnColumns,
  fieldsOf,
  fieldsOfTitle,
};
