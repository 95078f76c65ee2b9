import type { Vocabulary } from '../packs/vocabulary.ts';
import { pathOf } from './advert-address.ts';
import { attributeOf } from './dom.ts';

const FIELDS = ['title', 'company', 'location', 'pay', 'other'] as const;
/** What a part of an advert's card can be. */
export type Field = (typeof FIELDS)[number];

type Lists = Record<keyof Vocabulary['fields'], string[]>;

let source: Vocabulary['fields'] | undefined;
let lists = {} as Lists;
/** Attribute values and labels come again in every card. */
const known = new Map<string, Field | undefined>();

export function learnFields(fields: Vocabulary['fields']): void {
  if (fields === source) return;
  source = fields;
  known.clear();
  lists = Object.fromEntries(
    Object.entries(fields).map(([name, words]) => [name, words.split(' ').map((word) => word.replaceAll('_', ' '))]),
  ) as Lists;
}

/** "jobTitle", "job-title", "Job title:" → " job title ". */
const spaced = (text: string): string =>
  ` ${text
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll('\u0307', '')
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()} `;

const says = (words: string, entry: string): number =>
  entry[0] === '=' ? (words === ` ${entry.slice(1)} ` ? 1 : -1) : words.lastIndexOf(entry);

/** What a label or the name of an attribute says; of several, what is said last: "company-location" is a place. */
export function fieldOf(text: string): Field | undefined {
  if (known.has(text)) return known.get(text);
  const words = spaced(text);
  let found: Field | undefined;
  let furthest = -1;
  for (const field of FIELDS) {
    if (field === 'other' && found) break;
    for (const entry of lists[field] ?? []) {
      const at = says(words, entry);
      if (at > furthest) {
        furthest = at;
        found = field;
      }
    }
  }
  if (known.size > 5000) known.clear();
  known.set(text, found);
  return found;
}

/** The whole text is a label, as where its colon is left out. */
export const isLabel = (text: string): boolean => {
  const words = spaced(text).trim();
  if (/\p{Nd}/u.test(text)) return false;
  return FIELDS.some((field) => lists[field]?.some((entry) => entry.replace('=', '').trim() === words));
};

const NAMING = /^(?:class|id|itemprop|property|data-.+)$/;

/** What an element's attributes say it holds. */
export function fieldNamed(element: Element): Field | undefined {
  let found: Field | undefined;
  for (const name of Element.prototype.getAttributeNames.call(element)) {
    const value = attributeOf(element, name) ?? '';
    if (value.length > 300) continue;
    const values = NAMING.test(name)
      ? value.split(/\s+/)
      : /^(?:title|aria-label|alt)$/.test(name) && value.split(' ').length < 4
        ? [value]
        : [];
    for (const one of values) {
      const field = fieldOf(one);
      if (field && (!found || found === 'other')) found = field;
    }
  }
  return found;
}

const begins = (list: keyof Lists, text: string, orEnds = false): boolean => {
  const words = spaced(text);
  return (lists[list] ?? []).some(
    (word) => words.startsWith(word, word[0] === ' ' ? 0 : 1) || (orEnds && words.trimEnd().endsWith(word.trimEnd())),
  );
};

/** "Full-time", "New", "Apply now". */
export const isTerm = (text: string): boolean => text.length <= 40 && begins('terms', text);

export const isTown = (text: string): boolean => begins('towns', text);

export const hasLegalForm = (text: string): boolean => begins('legal', text, true);

/** An employer's own page, by its address: "/company/acme". */
export const leadsToCompany = (href: string): boolean =>
  pathOf(href)
    .split('/')
    .slice(1, 4)
    .some((part) => fieldOf(part) === 'company');

/** "at" stands before an employer, "in" before a place. */
export const fieldAfter = (word: string): 'company' | 'location' | undefined =>
  lists.at?.includes(word) ? 'company' : lists.in?.includes(word) ? 'location' : undefined;
