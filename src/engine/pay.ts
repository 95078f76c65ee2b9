import type { Destination } from './destination.ts';
import { type Amount, type Period, perMonth } from './money.ts';
import type { Reading } from './reading.ts';
import type { CompiledRules, EngineBand, EngineRole } from './rules.ts';
import { WORD } from './tokens.ts';
import type { PayFact } from './verdict.ts';

export interface PayFinding {
  fact: PayFact;
  /** A word for pay or a period stands beside the sum; else it is only the kind of sum that pay is. */
  named: boolean;
  /** Compared with no wage, only with what is ordinary where incomes are like that. */
  coarse: boolean;
  /** Folded range of the sum. */
  start: number;
  end: number;
}

/** Sums outside these limits, USD a month, are not somebody's pay. */
const LEAST_PAY = 40;
const MOST_PAY = 100_000;
/** A period word or a word for pay this near belongs to the sum. */
const NEAR = 5 * WORD;

const RICH_CURRENCIES = new Set(['EUR', 'GBP', 'CHF', 'AUD', 'NZD', 'CAD', 'NOK', 'SEK', 'DKK', 'ISK']);

interface Near {
  period?: Period;
  pay: boolean;
  fee: boolean;
}

interface MoneyWord {
  start: number;
  end: number;
  period?: Period;
  concept?: string;
}

/** Words for pay, fees and periods, in the order of the text. */
function moneyWords(reading: Reading, rules: CompiledRules): MoneyWord[] {
  const words: MoneyWord[] = [];
  for (const { target: index, start, end } of reading.hits) {
    const target = rules.targets[index]!;
    if (target.type === 'period') words.push({ start, end, period: target.period });
    else if (target.type === 'concept') words.push({ start, end, concept: target.id });
  }
  return words.sort((a, b) => a.start - b.start);
}

/** What stands around a sum; `from` is the first word that can still be near, so that the walk over all sums is linear. */
function surroundings({ tokens: { distance } }: Reading, words: MoneyWord[], amount: Amount, from: number): Near {
  const near: Near = { pay: false, fee: false };
  let nearest = Number.POSITIVE_INFINITY;
  let payAt = Number.POSITIVE_INFINITY;
  let feeAt = Number.POSITIVE_INFINITY;
  for (let k = from; k < words.length; k++) {
    const word = words[k]!;
    const behind = word.start >= amount.end;
    const gap = behind
      ? distance[word.start]! - distance[amount.end]!
      : Math.max(0, distance[amount.start]! - distance[Math.min(word.end, amount.start)]!);
    if (behind && gap > NEAR * 2) break;
    if (gap > NEAR * 2) continue;
    if (word.concept === 'pay') payAt = Math.min(payAt, gap);
    else if (word.concept === 'fee') feeAt = Math.min(feeAt, gap);
    // What follows the sum ("500 a day") binds closer than what stands before it.
    const weighted = behind ? gap : gap + WORD;
    if (word.period && gap <= NEAR && weighted < nearest) {
      nearest = weighted;
      near.period = word.period;
    }
  }
  near.pay = payAt <= NEAR * 2;
  near.fee = feeAt <= NEAR && feeAt < payAt;
  return near;
}

/** The currency a sign or word means: that of the work's country, else of the reader's, else the likeliest. */
function currencyOf(amount: Amount, rules: CompiledRules, language: string, countries: string[]): string | undefined {
  const { byLanguage, currenciesOf } = rules.money;
  if (amount.currencies.length > 1) {
    for (const country of countries) {
      const own = amount.currencies.find((code) => currenciesOf.get(country)?.includes(code));
      if (own) return own;
    }
  }
  const guesses = [...amount.languages, language]
    .map((lang) => byLanguage.get(lang))
    .filter((code) => code !== undefined);
  if (amount.currencies.length === 0) return guesses[0];
  return amount.currencies.find((code) => guesses.includes(code)) ?? amount.currencies[0];
}

function bandFor(rules: CompiledRules, countries: string[], role: EngineRole | undefined): EngineBand | undefined {
  for (const country of countries) {
    const bands = rules.bands.filter((band) => band.country === country && !band.coarse);
    if (bands.length === 0) continue;
    const own = role && bands.find((band) => band.role === role.role);
    if (own) return own;
    if (role && !role.entryLevel) return undefined;
    return (
      bands.find((band) => band.role === 'any-entry-level') ??
      bands.find((band) => band.role === 'all-workers') ??
      bands.toSorted((a, b) => b.typicalUsd - a.typicalUsd)[0]
    );
  }
  return undefined;
}

/** The coarse band of the first country that has one. */
function coarseBand(rules: CompiledRules, countries: readonly string[]): EngineBand | undefined {
  for (const country of countries) {
    const band = rules.bands.find((candidate) => candidate.coarse && candidate.country === country);
    if (band) return band;
  }
  return undefined;
}

/** For an advert that names no place: the coarse band of the currency's countries, unless rich and poor ones use it. */
function bandOfCurrency(rules: CompiledRules, currency: string): EngineBand | undefined {
  const bands = [...rules.money.currenciesOf]
    .filter(([, codes]) => codes.includes(currency))
    .map(([country]) => coarseBand(rules, [country]))
    .filter((band) => band !== undefined);
  return bands.every(({ typicalUsd }) => typicalUsd === bands[0]!.typicalUsd) ? bands[0] : undefined;
}

/** Role named first, the title before the text. */
function roleOf(reading: Reading, rules: CompiledRules): EngineRole | undefined {
  for (const hit of reading.hits) {
    const target = rules.targets[hit.target]!;
    if (target.type === 'role') return rules.roles[target.index];
  }
  return undefined;
}

/** The band of the usual destinations that pays most: the kindest comparison when the place is kept back. */
function usualBand(rules: CompiledRules, role: EngineRole | undefined): EngineBand | undefined {
  const bands = rules.scoring.usualDestinations
    .map((country) => bandFor(rules, [country], role))
    .filter((band) => band !== undefined);
  return bands.toSorted((a, b) => b.typicalUsd - a.typicalUsd)[0];
}

/** Compares the highest promised pay with what the work usually pays where it is; undefined when nothing can be compared. */
export function comparePay(
  reading: Reading,
  rules: CompiledRules,
  destination: Destination,
  language: string,
): PayFinding | undefined {
  const role = roleOf(reading, rules);
  const home = rules.homeCountries.get(language) ?? [];
  const foreign = destination.countries.filter((country) => !home.includes(country));
  // "From Dhaka to Poland": the home country is where people apply, not where they are paid.
  const countries = (foreign.length > 0 ? foreign : destination.countries).slice(0, 2);
  const wage =
    countries.length > 0
      ? bandFor(rules, countries, role)
      : destination.abroad
        ? usualBand(rules, role)
        : bandFor(rules, home.slice(0, 1), role);
  const known = wage ?? coarseBand(rules, countries.length > 0 ? countries : destination.abroad ? [] : home);
  let best: PayFinding | undefined;
  const words = moneyWords(reading, rules);
  const { distance } = reading.tokens;
  let from = 0;
  for (const amount of reading.amounts) {
    while (
      from < words.length &&
      distance[amount.start]! - distance[Math.min(words[from]!.end, amount.start)]! > NEAR * 2
    )
      from++;
    const near = surroundings(reading, words, amount, from);
    const named = near.pay || near.period !== undefined;
    if (near.fee || (!named && amount.currencies.length === 0)) continue;
    if (amount.currencies.length === 0 && !amount.scaled && !near.pay) continue;
    const currency = currencyOf(amount, rules, language, [...countries, ...home]);
    const rate = currency === undefined ? undefined : rules.money.usd.get(currency);
    if (rate === undefined) continue;
    // Euros or dollars of a rich country tell that the unnamed place is there, not where lures lead.
    if (countries.length === 0 && destination.abroad && RICH_CURRENCIES.has(currency!)) continue;
    const band = known ?? (countries.length > 0 ? undefined : bandOfCurrency(rules, currency!));
    if (!band) continue;
    const promisedUsd = Math.round(perMonth(((amount.low + amount.high) / 2) * rate, near.period ?? 'month'));
    if (promisedUsd < LEAST_PAY || promisedUsd > MOST_PAY) continue;
    const ratio = promisedUsd / band.typicalUsd;
    if (best && (best.named !== named ? best.named : best.fact.ratio >= ratio)) continue;
    best = {
      named,
      coarse: band.coarse ?? false,
      fact: {
        promisedUsd,
        usualUsd: band.typicalUsd,
        ratio: Math.round(ratio * 10) / 10,
        country: band.country,
        role: band.role,
        year: band.year,
        source: band.source,
      },
      start: amount.start,
      end: amount.end,
    };
  }
  return best;
}
