import { all, attributeOf, rawText } from './dom.ts';
import type { Fields } from './field-reader.ts';
import { fieldAfter } from './field-words.ts';

const LONGEST = 80;
const TITLES = 'meta[property="og:title"], meta[name="twitter:title"], head > title';
/** "… | Board", "… - Board", but not "Recife - PE". */
const NEXT = /\s[|•·–—]\s|\s-\s(?!\p{Lu}{2}\b)/u;

/**
 * "Cook at Acme in Dubai | Board", "Job application for Cook at Acme": what the titles of a page say beyond that of its
 * advert, after the words that stand before an employer or a place.
 */
export function fieldsOfTitle(document: Document, title: string): Fields {
  const found: Fields = {};
  if (title.length < 3) return found;
  for (const element of all(document, TITLES)) {
    const said = attributeOf(element, 'content') ?? rawText(element);
    const at = said.toLowerCase().indexOf(title.toLowerCase());
    if (at < 0) continue;
    const named: Record<string, string[]> = {};
    let field: 'company' | 'location' | undefined;
    for (const word of said
      .slice(at + title.length)
      .split(NEXT)[0]!
      .trim()
      .split(/\s+/)) {
      const after = fieldAfter(word);
      if (after && !named[after]) {
        field = after;
        named[field] = [];
      } else if (field) named[field]!.push(word);
      else break;
    }
    for (const name of ['company', 'location'] as const) {
      const value = named[name]?.join(' ');
      if (value && value.length <= LONGEST) found[name] ??= value;
    }
  }
  return found;
}
