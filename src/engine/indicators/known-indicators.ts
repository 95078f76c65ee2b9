import type { Posting } from '../posting.ts';
import type { Reading } from '../reading.ts';
import type { CompiledRules } from '../rules.ts';
import type { IndicatorFact } from '../verdict.ts';
import type { Address } from './address-set.ts';
import { addressesOf } from './advert-addresses.ts';
import { isOfficial, type SourceClass } from './indicator-kinds.ts';
import type { IndicatorLookup } from './indicator-lookup.ts';
import type { NamedMessenger } from './messenger-accounts.ts';

export interface KnownIndicators {
  /** Share of the signal's weight. */
  strength: number;
  /** How many signs, of as many groups, it stands for. */
  counts: number;
  facts: IndicatorFact[];
  ranges: [start: number, end: number][];
}

/** What a listing says about an address, by who vouches for it; see rules/indicators/README.md. */
const STRENGTH: Record<SourceClass, number> = {
  police: 1,
  court: 1,
  regulator: 1,
  platform: 0.6,
  ngo: 0.6,
  press: 0.4,
  report: 0.3,
};
/** Two firms may bear one name; an address has one holder at a time. */
const COMPANY_SHARE = 0.5;
/** More listed addresses of one advert say little more than the strongest. */
const MOST_FACTS = 5;

function strengthOf({ kind, sourceClass }: IndicatorFact): number {
  return STRENGTH[sourceClass] * (kind === 'company' ? COMPANY_SHARE : 1);
}

/**
 * An official listing of an address stands for two signs: somebody examined it and answers for the listing, so it earns a
 * caution by itself, and with one sign of another kind in the advert a red warning. It is never red alone: numbers and
 * names change hands, a list can err, and one typing error must not cost an honest employer its applicants. Company
 * names and other sources count as one sign like any other.
 */
function countsOf(fact: IndicatorFact): number {
  return isOfficial(fact.sourceClass) && fact.kind !== 'company' ? 2 : 1;
}

/** A well-known employer's own domain is never taken for listed, so that no list, wrong or stolen, can brand it. */
function isEmployers({ canonical }: Address, { employers }: CompiledRules): boolean {
  const host = /^domain:(.*)|^email:.*@(.*)/.exec(canonical);
  const domain = host?.[1] ?? host?.[2];
  if (!domain) return false;
  return employers.some(({ domains }) => domains.some((own) => domain === own || domain.endsWith(`.${own}`)));
}

/** What the lists know about the addresses of an advert; undefined when nothing. */
export function findKnownIndicators(
  lookup: IndicatorLookup,
  reading: Reading,
  posting: Posting,
  rules: CompiledRules,
  countries: readonly string[],
): KnownIndicators | undefined {
  const named: NamedMessenger[] = [];
  for (const { target: index, start, end } of reading.hits) {
    const target = rules.targets[index]!;
    if (target.type === 'messenger') named.push({ id: target.id, start, end });
  }
  // Zalo is used in one country, whatever language its name stands among.
  const homes = named.some(({ id }) => id === 'zalo') ? [...countries, 'VN'] : countries;
  named.sort((a, b) => a.start - b.start || a.end - b.end);
  const known: KnownIndicators = { strength: 0, counts: 1, facts: [], ranges: [] };
  for (const address of addressesOf(reading, posting, named, homes)) {
    const facts = lookup.find(address.canonical);
    if (facts.length === 0 || isEmployers(address, rules)) continue;
    for (const fact of facts) {
      known.strength = Math.max(known.strength, strengthOf(fact));
      known.counts = Math.max(known.counts, countsOf(fact));
    }
    known.facts.push(...facts);
    known.ranges.push(...address.ranges);
  }
  if (known.facts.length === 0) return undefined;
  known.facts = known.facts.toSorted((a, b) => strengthOf(b) - strengthOf(a)).slice(0, MOST_FACTS);
  return known;
}
