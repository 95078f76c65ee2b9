import type { Posting } from '../engine/posting.ts';
import type { Vocabulary } from '../packs/vocabulary.ts';
import { vocabulary } from './job-marks.ts';

/** What one place in the cards of a list holds. */
export interface Column {
  /** How often it was met. */
  seen: number;
  texts: Set<string>;
  /** Of what speaks for a field, over all the cards. */
  sums: Record<string, number>;
}

/** Columns by path; the empty path stands for the cards themselves. */
export type Columns = Map<string, Column>;

/** What is known of a card's neighbours. */
export interface List {
  cards: Element[];
  columns: Columns;
}

/**
 * Tells title, employer, place and pay apart in adverts of unknown build. Pages with a rule of their own do not need it,
 * so it is a script of its own, put into the page where it is wanted. Both scripts live in the extension's world of that
 * page, of which the page sees nothing.
 */
export interface FieldReader {
  learn(words: Vocabulary): void;
  learnColumns(cards: Element[], linkOf: (card: Element) => Element | undefined): Columns;
  fieldsOf(card: Element, link: Element | undefined, text: string, list?: List): Fields;
  /** What the page's own title says of the advert that has the page to itself. */
  fieldsOfTitle(document: Document, title: string): Fields;
}

export type Fields = Pick<Posting, 'title' | 'company' | 'location' | 'salary'>;

const NAME = Symbol.for('field-reader');

interface World {
  [NAME]?: FieldReader;
}

let ask: (() => void) | undefined;

export function offerFieldReader(reader: FieldReader): void {
  (globalThis as World)[NAME] = reader;
}

/** `fetch` is called once, when the reader is wanted and not there. */
export function onFieldReaderWanted(fetch: () => void): void {
  ask = fetch;
}

/** Undefined until the script is there. */
export function fieldReader(): FieldReader | undefined {
  const reader = (globalThis as World)[NAME];
  const words = vocabulary();
  if (words) reader?.learn(words);
  if (!reader) ask?.();
  ask = undefined;
  return reader;
}
