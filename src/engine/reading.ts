import type { Hit } from './compiled-matcher.ts';
import { type Contact, findContacts } from './contacts.ts';
import { type Folded, fold, originalRange } from './folding.ts';
import type { Matcher } from './matcher.ts';
import { type Amount, findAmounts } from './money.ts';
import { type Posting, SCORED_FIELDS, type ScoredField } from './posting.ts';
import { findWritten, type PresentLanguages, presentLanguages } from './present-languages.ts';
import type { CompiledRules } from './rules.ts';
import { type Tokens, tokenize } from './tokens.ts';
import type { Span } from './verdict.ts';

/** Longest text that is scored; what comes behind does not change a reader's mind either. */
export const LONGEST_TEXT = 60_000;
/** Between fields: too far for any phrase to reach across. */
const FIELD_BREAK = '\n\n\n\n\n\n\n\n\n\n';

/** Everything that was read out of a posting, before judging. Ranges are folded unless said otherwise. */
export interface Reading {
  original: string;
  folded: Folded;
  tokens: Tokens;
  present: PresentLanguages;
  hits: Hit[];
  amounts: Amount[];
  contacts: Contact[];
  fields: { field: ScoredField; from: number; to: number }[];
}

export function readPosting(posting: Posting, rules: CompiledRules, matcher: Matcher): Reading {
  const fields: Reading['fields'] = [];
  let original = '';
  for (const field of SCORED_FIELDS) {
    const value = posting[field];
    if (!value) continue;
    if (original) original += FIELD_BREAK;
    const from = original.length;
    original += value.slice(0, LONGEST_TEXT);
    fields.push({ field, from, to: original.length });
  }
  const folded = fold(original);
  const tokens = tokenize(folded);
  const present = presentLanguages(folded, tokens, rules.common);
  return {
    original,
    folded,
    tokens,
    present,
    hits: findWritten(matcher, rules.matcher, folded, tokens, present),
    amounts: findAmounts(folded, rules.money),
    contacts: findContacts(folded),
    fields,
  };
}

/** Span of the original posting for a folded range; undefined for ranges between fields. */
export function spanOf(reading: Reading, start: number, end: number): Span | undefined {
  const [from, to] = originalRange(reading.folded, reading.original, start, end);
  const place = reading.fields.find((field) => from >= field.from && from < field.to);
  if (!place) return undefined;
  return { field: place.field, start: from - place.from, end: Math.min(to, place.to) - place.from };
}

/** Spans in order, overlapping ones joined. */
export function joinSpans(spans: (Span | undefined)[]): Span[] {
  if (spans.length === 1) return spans[0] && spans[0].end > spans[0].start ? [{ ...spans[0] }] : [];
  const sorted = spans
    .filter((span) => span !== undefined && span.end > span.start)
    .toSorted(
      (a, b) =>
        SCORED_FIELDS.indexOf(a!.field) - SCORED_FIELDS.indexOf(b!.field) || a!.start - b!.start || a!.end - b!.end,
    ) as Span[];
  const joined: Span[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last && last.field === span.field && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push({ ...span });
  }
  return joined;
}
