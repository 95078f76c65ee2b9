import type { Folded } from './folding.ts';
import { beginsHanNumber, readHanNumber } from './han-number.ts';
import { ALWAYS, beginningsOf, learnBeginning, NEVER, UNKNOWN } from './number-beginnings.ts';
import { classOf, DIGIT, IDEOGRAPH, LETTER } from './scripts.ts';
import { keyAt, keyBefore } from './table-keys.ts';

export type Period = 'hour' | 'day' | 'week' | 'month' | 'year';

/** Words beside numbers, folded. */
export interface MoneyTables {
  /** Number word → factor, with the languages that use it. */
  multipliers: Map<string, { factor: number; languages: string[] }>;
  /** Words that stand before the number instead. */
  multipliersBefore: Map<string, { factor: number; languages: string[] }>;
  /** Words for small numbers, counted only before a number word ("ห้าหมื่น", "ba triệu"). */
  digits: Map<string, number>;
  digitBeginnings: Set<number>;
  /** Currency sign or word → codes it may mean, likeliest first. */
  currencies: Map<string, string[]>;
  /** USD for one unit. */
  usd: Map<string, number>;
  /** Country → codes of the money used there. */
  currenciesOf: Map<string, string[]>;
  /** Currency meant by adverts of a language that names none. */
  byLanguage: Map<string, string>;
}

/** A sum of money in the text, not yet known to be pay. Folded range. */
export interface Amount {
  start: number;
  end: number;
  low: number;
  high: number;
  /** Currency codes the sign or word may mean; empty when none is written. */
  currencies: string[];
  /** Languages of its number word, a hint at the currency. */
  languages: string[];
  /** A number word such as "k", "juta" or "万" stood beside it. */
  scaled: boolean;
  /** Open upwards: "10000+", "up to". */
  open: boolean;
}

interface NumberRead {
  value: number;
  start: number;
  end: number;
  factor: number;
  scaled: boolean;
  languages: string[];
  currencies: string[];
}

const GROUPED = /\d{1,3}(?:[ ,.'\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)?/y;
const RANGE =
  /^\s{0,2}(?:-|~|\/|to|ถึง|sampai|hingga|s\/d|sd|den|đen|до|a|à|至|到|から|से|থেকে|تا|الى|hadi|kadar|gacha)\s{0,2}(?=.)/;

function plainNumber(text: string): number {
  const groups = /^(\d{1,3}(?:([ ,.'\u2009\u202f])\d{3})+)(?:[.,](\d{1,2}))?$/.exec(text);
  if (groups) return Number(`${groups[1]!.replace(/\D/g, '')}.${groups[3] ?? 0}`);
  return Number(text.replace(',', '.'));
}

function skipSpaces(folded: Folded, at: number): number {
  let i = at;
  while (i < folded.length && i - at < 2 && (folded.codes[i] === 32 || folded.codes[i] === 0xa0)) i++;
  return i;
}

const LONGEST_PLAIN = 9;
const GROUP_SIGNS = new Set([..." ,.'\u2009\u202f"].map((sign) => sign.charCodeAt(0)));

/** A short run of digits behind which no group or fraction follows: most numbers, read without a pattern. */
function readPlainDigits(
  { codes, length }: Folded,
  at: number,
): { value: number; end: number; isWord: false } | undefined {
  let value = 0;
  let end = at;
  for (; end < length && isDigit(codes[end]!); end++) value = value * 10 + codes[end]! - 48;
  if (end === at || end - at > LONGEST_PLAIN) return undefined;
  if (end + 1 < length && GROUP_SIGNS.has(codes[end]!) && isDigit(codes[end + 1]!)) return undefined;
  return { value, end, isWord: false };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** The bare number that begins at `at`, in digits, Han numerals, or a word that a number word follows. */
function readValue(
  tables: MoneyTables,
  folded: Folded,
  at: number,
): { value: number; end: number; isWord: boolean } | undefined {
  const { text, codes } = folded;
  if (classOf(codes[at]!) === DIGIT) {
    const plain = readPlainDigits(folded, at);
    if (plain) return plain;
    GROUPED.lastIndex = at;
    const match = GROUPED.exec(text);
    return match ? { value: plainNumber(match[0]), end: at + match[0].length, isWord: false } : undefined;
  }
  if (classOf(codes[at]!) === IDEOGRAPH) {
    const han = beginsHanNumber(codes[at]!) ? readHanNumber(text, at) : undefined;
    return han && { ...han, isWord: false };
  }
  const word = keyAt(tables.digits, folded, at);
  return word && { value: word.value, end: word.end, isWord: true };
}

function readNumber(tables: MoneyTables, folded: Folded, at: number): NumberRead | undefined {
  const read = readValue(tables, folded, at);
  if (!read) return undefined;
  const { value } = read;
  let { end } = read;
  let factor = 1;
  let extra = 0;
  const languages: string[] = [];
  let scaled = false;
  // Twice, for "2 lakh", "30万", "1 chục triệu", "15 หมื่น".
  for (let round = 0; round < 2; round++) {
    const word = keyAt(tables.multipliers, folded, skipSpaces(folded, end));
    if (!word) break;
    factor *= word.value.factor;
    languages.push(...word.value.languages);
    end = word.end;
    scaled = true;
  }
  if (read.isWord && !scaled) return undefined;
  // "1万8" is 18,000, "25tr5" 25.5 million.
  if (scaled && factor >= 1000 && end < folded.length && /^\d(?!\d)/.test(folded.text.slice(end, end + 2))) {
    extra = (Number(folded.text[end]) * factor) / 10;
    end++;
  }
  const wordBefore =
    scaled || tables.multipliersBefore.size === 0 ? undefined : keyBefore(tables.multipliersBefore, folded, at);
  if (wordBefore) {
    factor = wordBefore.value.factor;
    languages.push(...wordBefore.value.languages);
    scaled = true;
  }
  // "10000+ USD", "120 тыс. руб".
  const after = skipSpaces(folded, end + (folded.codes[end] === 43 || (scaled && folded.codes[end] === 46) ? 1 : 0));
  const behind = keyAt(tables.currencies, folded, after);
  let start = at;
  let currencies: string[] = [];
  if (behind) {
    currencies = behind.value;
    end = behind.end;
  } else {
    const before = keyBefore(tables.currencies, folded, at);
    if (before) {
      currencies = before.value;
      start = before.start;
    }
  }
  return { value: value + extra / factor, start, end, factor, scaled, languages, currencies };
}

function canBegin(tables: MoneyTables, known: Uint8Array, { codes }: Folded, at: number): boolean {
  const code = codes[at]!;
  if (known[code] === UNKNOWN) known[code] = learnBeginning(tables.digitBeginnings, code);
  if (known[code] === NEVER) return false;
  return known[code] === ALWAYS || at === 0 || classOf(codes[at - 1]!) !== LETTER;
}

/** All sums and large numbers of the text, ranges read as one. */
export function findAmounts(folded: Folded, tables: MoneyTables): Amount[] {
  const amounts: Amount[] = [];
  const { codes, length, text } = folded;
  const known = beginningsOf(tables.digitBeginnings);
  for (let i = 0; i < length; i++) {
    if (!canBegin(tables, known, folded, i)) continue;
    const first = readNumber(tables, folded, i);
    if (!first) continue;
    let last = first;
    const range = RANGE.exec(text.slice(first.end, first.end + 16));
    if (range) {
      let at = first.end + range[0].length;
      while (at < length && at < first.end + 16 && !canBegin(tables, known, folded, at)) at++;
      const second = readNumber(tables, folded, at);
      if (second && second.value * second.factor >= first.value * (first.scaled ? first.factor : 1)) last = second;
    }
    const factor = first.scaled ? first.factor : last.factor;
    const currencies = first.currencies.length ? first.currencies : last.currencies;
    amounts.push({
      start: first.start,
      end: last.end,
      low: first.value * factor,
      high: last === first ? first.value * factor : last.value * (last.scaled ? last.factor : factor),
      currencies,
      languages: [...first.languages, ...last.languages],
      scaled: first.scaled || last.scaled,
      open: codes[last.end] === 43,
    });
    i = Math.max(i, last.end - 1);
    while (i + 1 < length && classOf(codes[i + 1]!) === DIGIT) i++;
  }
  return amounts;
}

const HOURS_A_MONTH = 208;
const DAYS_A_MONTH = 26;
const WEEKS_A_MONTH = 4.33;

/** Sums a month, for work of 26 eight-hour days. */
export function perMonth(amount: number, period: Period): number {
  switch (period) {
    case 'hour':
      return amount * HOURS_A_MONTH;
    case 'day':
      return amount * DAYS_A_MONTH;
    case 'week':
      return amount * WEEKS_A_MONTH;
    case 'year':
      return amount / 12;
    default:
      return amount;
  }
}
