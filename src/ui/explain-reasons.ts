import type { Posting, ScoredField } from '../engine/posting.ts';
import type { PayFact, Reason, Verdict } from '../engine/verdict.ts';
import type { ShownReason } from '../messages.ts';
import type { SignalText, Source } from '../packs/signal-rule.ts';
import type { Catalogue } from './catalogue.ts';
import { isCounted } from './counted-signs.ts';
import type { ExplainInput } from './explain.ts';
import { explainListed } from './explain-listed.ts';

/** Longest quotation, in UTF-16 units: what a person takes in at a glance. */
const QUOTE_LENGTH = 120;
const QUOTES_SHOWN = 4;

/**
 * The verdict's reasons in words: signs first, strongest first, then signs that mean more side by side, then what
 * speaks for the advert. Signs read in the very same words become one, so that one phrase is not counted twice.
 */
export function shownReasons(input: ExplainInput, catalogue: Catalogue): ShownReason[] {
  const { posting, verdict } = input.scored;
  const words = (reason: Reason) => inWords(reason, input, catalogue);
  const isSign = (reason: Reason) => reason.weight > 0 && !reason.whole && !input.combinations.has(reason.signal);
  return [
    ...groupByWords(verdict.reasons.filter(isSign), posting).map((group) => joined(group.map(words))),
    ...verdict.reasons.filter((reason) => reason.weight > 0 && !isSign(reason)).map(words),
    ...verdict.reasons.filter((reason) => reason.weight < 0).map(words),
  ];
}

/** How many signs the list shows: what a person gets when they count them. */
export function countSigns(reasons: ShownReason[]): number {
  return reasons.filter(isCounted).length;
}

/** The same number without the words, for the label beside an advert. */
export function signCount(posting: Posting, verdict: Verdict, combinations: { has(id: string): boolean }): number {
  const signs = verdict.reasons.filter(
    (reason) => reason.weight > 0 && !reason.whole && !combinations.has(reason.signal),
  );
  return groupByWords(signs, posting).length;
}

/** Ranges to mark in one field, in order, without overlaps. Only what speaks against the advert is marked. */
export function markedRanges(reasons: Reason[], field: ScoredField, length: number): [number, number][] {
  const ranges = reasons
    .filter((reason) => reason.weight > 0 && !reason.whole)
    .flatMap((reason) => reason.spans)
    .filter((span) => span.field === field && span.start >= 0 && span.start < span.end && span.end <= length)
    .map((span): [number, number] => [span.start, span.end])
    .sort((a, b) => a[0] - b[0]);
  const merged: [number, number][] = [];
  for (const range of ranges) {
    const last = merged.at(-1);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else merged.push(range);
  }
  return merged;
}

function inWords(reason: Reason, input: ExplainInput, catalogue: Catalogue): ShownReason {
  const combination = input.combinations.get(reason.signal);
  const signal = input.signals.get(reason.signal);
  const rule = combination ?? signal;
  const text: SignalText = (rule && textIn(rule.text, catalogue.lang)) ?? {
    label: catalogue.t('signUnnamed'),
    why: '',
  };
  const sources: Source[] = [...(rule?.sources ?? [])];
  if (reason.pay) {
    const date = yearOf(reason.pay.year);
    sources.unshift({ ...reason.pay.source, ...(date ? { date } : {}) });
  }
  const listed = reason.indicators && explainListed(reason.indicators, input.lists ?? new Map(), catalogue);
  if (listed) sources.unshift(...listed.sources);
  const fromList = signal?.fromList ?? listed?.fromList;
  return {
    signal: reason.signal,
    label: text.label,
    why: text.why,
    ...(text.honest ? { honest: text.honest } : {}),
    quotes: combination ? [] : quotesOf(reason, input.scored.posting, catalogue),
    ...(reason.pay ? { fact: payInWords(reason.pay, catalogue) } : {}),
    ...(listed?.fact ? { fact: listed.fact } : {}),
    sources,
    weight: reason.weight,
    protective: reason.weight < 0,
    ...(combination ? { together: true } : {}),
    ...(reason.whole ? { whole: true } : {}),
    ...(fromList ? { fromList } : {}),
  };
}

function textIn(texts: Record<string, SignalText>, lang: string): SignalText | undefined {
  return texts[lang] ?? texts[lang.split('-')[0]!] ?? texts.en;
}

function quotesOf(reason: Reason, posting: Posting, catalogue: Catalogue): string[] {
  const quotes = wordsOf(reason, posting).slice(0, QUOTES_SHOWN);
  return quotes.map((quote) => (quote.length > QUOTE_LENGTH ? catalogue.t('quoteCut', cut(quote)) : quote));
}

/** The advert's own words behind a reason, each once, spaces made plain. */
function wordsOf(reason: Reason, posting: Posting): string[] {
  const byFolded = new Map<string, string>();
  for (const { field, start, end } of reason.spans) {
    const words = (posting[field] ?? '').slice(start, end).replace(/\s+/gu, ' ').trim();
    if (words && !byFolded.has(words.toLowerCase())) byFolded.set(words.toLowerCase(), words);
  }
  return [...byFolded.values()];
}

/** The first words that fit, never half a surrogate pair or, where words are spaced, half a word. */
function cut(words: string): string {
  const start = [...words.slice(0, QUOTE_LENGTH)].slice(0, -1).join('');
  const space = start.lastIndexOf(' ');
  return space > QUOTE_LENGTH / 2 ? start.slice(0, space) : start;
}

/** Reasons read in the very same words side by side, in the order of the first of each. */
function groupByWords(reasons: Reason[], posting: Posting): Reason[][] {
  const groups = new Map<string, Reason[]>();
  for (const reason of reasons) {
    const words = wordsOf(reason, posting).map((quote) => quote.toLowerCase());
    const key = words.length > 0 ? words.sort().join('\n') : `signal:${reason.signal}`;
    groups.set(key, [...(groups.get(key) ?? []), reason]);
  }
  return [...groups.values()];
}

/** What the project says itself comes first; what a subscription adds to it says where it is from. */
function joined(group: ShownReason[]): ShownReason {
  const [first, ...others] = group.toSorted((a, b) => Number(Boolean(a.fromList)) - Number(Boolean(b.fromList)));
  const whole: ShownReason = { ...first!, sources: [...first!.sources] };
  for (const other of others) {
    const label = other.fromList ? `${other.label} (${other.fromList})` : other.label;
    if (other.label !== whole.label) whole.also = [...(whole.also ?? []), label];
    whole.fact ??= other.fact;
    whole.weight += other.weight;
    const known = new Set(whole.sources.map((source) => source.url));
    whole.sources.push(...other.sources.filter((source) => !known.has(source.url)));
  }
  return whole;
}

function payInWords(pay: PayFact, catalogue: Catalogue): string {
  const usd = (amount: number) =>
    catalogue.number(amount, {
      style: 'currency',
      currency: 'USD',
      maximumSignificantDigits: 2,
      minimumFractionDigits: 0,
    });
  const year = yearOf(pay.year);
  const words = [comparison(pay, catalogue), usd(pay.promisedUsd), usd(pay.usualUsd)] as const;
  return year ? catalogue.t('payAmounts', ...words, year) : catalogue.t('payAmountsUndated', ...words);
}

/** The latest year that a source names: "2019-2023", "undated, about 2024". */
function yearOf(printed: string): string | undefined {
  return printed
    .match(/\b(19|20)\d{2}\b/g)
    ?.sort()
    .at(-1);
}

/** A ratio as people say it: "about twice", "about 4 times". */
function comparison({ ratio, country }: PayFact, catalogue: Catalogue): string {
  const where = catalogue.country(country);
  if (ratio < 1.3) return catalogue.t('paySame', where);
  if (ratio < 1.75) return catalogue.t('payHalfMore', where);
  if (ratio < 2.25) return catalogue.t('payTwice', where);
  const times = ratio < 3.75 ? Math.round(ratio * 2) / 2 : Math.round(ratio);
  return catalogue.t('payMany', catalogue.number(times), where);
}
