import type { Posting } from '../../engine/posting.ts';
import type { Reason, Span } from '../../engine/verdict.ts';
import type { Row } from '../learning/weight-fits.ts';
import { type Figure, share, worst } from './figures.ts';

const FIELDS = ['title', 'company', 'location', 'text'] as const;

/** Everywhere that the words stand in a posting. */
function placesOf(quote: string, posting: Posting): Span[] {
  return FIELDS.flatMap((field) => {
    const value = posting[field] ?? '';
    const spans: Span[] = [];
    for (let at = value.indexOf(quote); at >= 0; at = value.indexOf(quote, at + quote.length))
      spans.push({ field, start: at, end: at + quote.length });
    return spans;
  });
}

function overlaps(spans: readonly Span[], others: readonly Span[]): boolean {
  return spans.some((a) => others.some((b) => a.field === b.field && a.start < b.end && b.start < a.end));
}

/** It tells that words are missing, so no words can be marked with it. */
const ABSENCES = new Set(['no-licence-shown']);

/** The first rounds of writing (`s…`, `t…`) did not ask for these signs: they were named later. */
const FIRST_ROUNDS = /^[st]\d/;
const NAMED_LATER = new Set([
  'account-for-money',
  'acquaintance-referral',
  'debt-relief-offer',
  'deposit-to-unlock',
  'guaranteed-selection',
  'identity-documents-asked',
  'p-seeking-work',
  'p-selling-service',
  'p-social-security',
  'p-staged-interview',
  'task-earning',
  'unsolicited-contact',
  'work-abroad',
]);

function wasAskedFor(signal: string, round: string): boolean {
  return !(FIRST_ROUNDS.test(round) && NAMED_LATER.has(signal));
}

interface Sought {
  lang: string;
  isRead: boolean;
}

interface Given {
  lang: string;
  /** A span lies on words that are marked with this very sign. */
  isOnMark: boolean;
  /** The text is marked with this sign, on these words or others. */
  isMarked: boolean;
}

function compare(row: Row, known: ReadonlySet<string>): { sought: Sought[]; given: Given[] } {
  const { lang, posting, marks, round } = row.text;
  const isKnown = (signal: string): boolean => known.has(signal) && wasAskedFor(signal, round);
  const spansOf = new Map(row.reasons.map(({ signal, spans }: Reason) => [signal, spans]));
  const placed = marks.map(({ signal, quote }) => ({ signal, places: placesOf(quote, posting) }));
  const sought = placed
    .filter(({ signal }) => isKnown(signal))
    .map(({ signal, places }) => ({ lang, isRead: overlaps(spansOf.get(signal) ?? [], places) }));
  const given = [...spansOf]
    .filter(([signal]) => isKnown(signal))
    .map(([signal, spans]) => {
      const own = placed.filter((mark) => mark.signal === signal);
      return { lang, isMarked: own.length > 0, isOnMark: own.some(({ places }) => overlaps(spans, places)) };
    });
  return { sought, given };
}

/**
 * How many of the marked signs the engine reads, whatever they weigh. *Recall*: of all marked quotes the share that
 * overlaps a span which the engine gives to that sign. *Precision*: every sign that the engine gives to a text counts
 * once, and is right when one of its spans overlaps a quote marked with it. The marks are incomplete (a writer marks
 * what came to mind, and one sign where two are said), so precision so counted is less than it is; the row below it
 * counts a sign right when it is marked anywhere in the text. Signs without a rule (`x-…`), and signs that nobody was
 * asked to mark in that round of writing, are left out of both; so are rounds in which nothing was marked.
 */
export function conceptFigures(rows: Row[]): Figure[] {
  const ruled = new Set(rows.flatMap(({ reasons }) => reasons.map(({ signal }) => signal)));
  const marked = new Set(rows.flatMap(({ text }) => text.marks.map(({ signal }) => signal)));
  const known = new Set([...marked].filter((id) => ruled.has(id) && !ABSENCES.has(id)));
  const markedRounds = new Set(rows.filter(({ text }) => text.marks.length > 0).map(({ text }) => text.round));
  const compared = rows.filter(({ text }) => markedRounds.has(text.round)).map((row) => compare(row, known));
  const sought = compared.flatMap((result) => result.sought);
  const given = compared.flatMap((result) => result.given);
  const lang = (row: { lang: string }): string => row.lang;
  return [
    share('recall: marked quotes read', sought, ({ isRead }) => isRead, { least: 0.85 }),
    worst('recall, worst language', sought, lang, ({ isRead }) => isRead, { least: 0.7 }),
    share('precision: signs given on marked words', given, ({ isOnMark }) => isOnMark, { least: 0.85 }),
    worst('precision, worst language', given, lang, ({ isOnMark }) => isOnMark, { least: 0.7 }),
    share('  signs given that the text is marked with', given, ({ isMarked }) => isMarked),
  ];
}
