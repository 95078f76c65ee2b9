import { isFreeMail, isOwnDomain } from './contacts.ts';
import type { Destination } from './destination.ts';
import { findDisguises } from './disguised-places.ts';
import { findBorrowedName } from './employers.ts';
import type { IndicatorLookup } from './indicators/indicator-lookup.ts';
import { findKnownIndicators } from './indicators/known-indicators.ts';
import type { PayFinding } from './pay.ts';
import type { Overall } from './piece-model.ts';
import type { Posting } from './posting.ts';
import { findQuotations, isInside } from './quotations.ts';
import type { Reading } from './reading.ts';
import type { CompiledRules, EngineSignal } from './rules.ts';
import type { Finding } from './score-posting.ts';

export interface Evidence {
  posting: Posting;
  reading: Reading;
  rules: CompiledRules;
  /** Found by phrases, by signal id. */
  findings: ReadonlyMap<string, Finding>;
  destination: Destination;
  language: string;
  pay: PayFinding | undefined;
  indicators?: IndicatorLookup;
  /** How the text is worded. */
  wording?: Overall;
  /** What the text speaks of. */
  meaning?: Overall;
}

type Detect = (signal: EngineSignal, evidence: Evidence) => Finding | undefined;

/** Share of the weight for a sum beside which no word says that it is pay. */
const UNNAMED_PAY = 0.7;

/** From this share of what is usual a sum is pay at all, not an allowance or a piece rate. */
const LEAST_OF_USUAL = 0.2;

/** At home people may well earn more than the entry level; abroad the lure is the sum. */
function isLocalPay({ destination, findings }: Evidence): boolean {
  return !destination.abroad && !findings.has('lure-job-title');
}

/** The ratio from which pay is far above what is usual. */
function farAbove(evidence: Evidence): number {
  const { payMedium, payStrong } = evidence.rules.scoring;
  return isLocalPay(evidence) ? payStrong : payMedium;
}

/** Log odds of the wording from which ordinary pay says nothing for an advert. */
const LURE_LIKE = 1;

/** Two lines of Chinese do not tell simplified from traditional writing. */
function isHomeOf(homeLanguages: readonly string[], language: string): boolean {
  return homeLanguages.some((own) => own === language || (own.startsWith('zh') && language.startsWith('zh')));
}

/** Where lures offer ordinary local pay, so that a normal wage clears nothing; see rules/pay. */
const PAY_CLEARS_NOTHING = new Set(['AE']);

/** A name, number or link right behind a messenger's name: it is given as a way to write, not just mentioned. */
const ADDRESS_FOLLOWS = /^[^\n!?\u3002]{0,3}[:\uff1a@]|^[^\n!?\u3002]{0,20}?(?:@\w|\+?\d[\d\s-]{5}|[a-z]\w*[_\d]\w)/;
const IS_LINK = /[./]/;

/** Where a messenger is given as a way to write; `addressed` when a name, number or link goes with it. */
function messengerRanges({ reading, rules, findings }: Evidence): { ranges: [number, number][]; addressed: boolean } {
  const { text } = reading.folded;
  const asked = findings.has('messenger-only-contact');
  const ranges: [number, number][] = [];
  let addressed = false;
  for (const { target: index, start, end } of reading.hits) {
    if (rules.targets[index]!.type !== 'messenger') continue;
    const name = text.slice(start, end);
    const hasAddress = IS_LINK.test(name) || /\d$/.test(name) || ADDRESS_FOLLOWS.test(text.slice(end, end + 28));
    addressed ||= hasAddress;
    if (asked || hasAddress) ranges.push([start, end]);
  }
  for (const contact of reading.contacts) {
    if (contact.kind !== 'messenger') continue;
    addressed = true;
    ranges.push([contact.start, contact.end]);
  }
  return { ranges, addressed };
}

/** Fewer may be a slip or a mark of the page's own making. */
const LEAST_DISGUISES = 4;

/** One quoted sign may be a slogan; two are somebody else's offer. */
const LEAST_QUOTED = 2;

/** Log odds beyond which a text as a whole says no more: however much it is like others, it is no sign that can be named. */
export const MOST_OF_WHOLE = 3;

/** It moves the score and is never one of the several signs that a warning needs. */
function byWhole(signal: EngineSignal, { logOdds, ranges }: Overall): Finding {
  const strength = Math.min(Math.abs(logOdds), MOST_OF_WHOLE) / MOST_OF_WHOLE;
  return { signal, strength, ranges, extra: { counts: 0 } };
}

const DETECTORS: Record<string, Detect> = {
  'pay-above-band'(signal, evidence) {
    const { pay, rules } = evidence;
    if (!pay || pay.fact.ratio < farAbove(evidence)) return undefined;
    const strength = pay.fact.ratio >= rules.scoring.payStrong * (isLocalPay(evidence) ? 1.5 : 1) ? 1 : 0.6;
    return {
      signal,
      strength: pay.named ? strength : strength * UNNAMED_PAY,
      ranges: [[pay.start, pay.end]],
      ...(pay.coarse ? {} : { extra: { pay: pay.fact } }),
    };
  },
  'pay-within-band'(signal, evidence) {
    const { pay, wording } = evidence;
    // Lures for desk jobs name moderate sums on purpose.
    if (wording && wording.logOdds > LURE_LIKE) return undefined;
    if (!pay || PAY_CLEARS_NOTHING.has(pay.fact.country)) return undefined;
    if (pay.fact.ratio >= farAbove(evidence) || pay.fact.ratio < LEAST_OF_USUAL) return undefined;
    return { signal, strength: 1, ranges: [[pay.start, pay.end]] };
  },
  'place-abroad'(signal, { destination, rules, language }) {
    const home = rules.homeCountries.get(language) ?? [];
    // A language of many countries does not tell where home is: something else must say that the work is far from it.
    if (home.length === 0 && !destination.abroad) return undefined;
    const foreign = destination.places.filter(
      ({ place }) =>
        place.country !== 'XX' && !home.includes(place.country) && !isHomeOf(place.homeLanguages, language),
    );
    if (foreign.length === 0) return undefined;
    return { signal, strength: 1, ranges: foreign.map(({ hit }) => [hit.start, hit.end]) };
  },
  'place-hotspot'(signal, { destination }) {
    const hotspots = destination.places.filter(({ place }) => place.role === 'hotspot' && place.strength > 0);
    if (hotspots.length === 0) return undefined;
    const strongest = Math.max(...hotspots.map(({ place }) => place.strength));
    const wide = hotspots.every(({ place }) => place.scope === 'country' || place.scope === 'region');
    // Local work for local people: a country's name alone says nothing to those who live there.
    if (!destination.abroad && wide) return undefined;
    const strength = (strongest / 3) * (destination.abroad ? 1 : 0.5);
    return {
      signal,
      strength,
      ranges: hotspots.map(({ hit }) => [hit.start, hit.end]),
      extra: { places: [...new Set(hotspots.map(({ place }) => place.id))] },
    };
  },
  'place-transit'(signal, { destination, findings }) {
    const legs = destination.places.filter(({ place }) => place.role === 'transit');
    const phrases = findings.get(signal.id);
    if (legs.length === 0 || !phrases) return undefined;
    return {
      signal,
      strength: 1,
      ranges: legs.map(({ hit }) => [hit.start, hit.end]),
      extra: { places: [...new Set(legs.map(({ place }) => place.id))] },
    };
  },
  'local-work'(signal, { destination, rules, language }) {
    if (destination.abroad || destination.places.length === 0) return undefined;
    const home = rules.homeCountries.get(language) ?? [];
    const local = destination.places.filter(
      ({ place }) => home.includes(place.country) || place.homeLanguages.includes(language),
    );
    if (local.length < destination.places.length) return undefined;
    return { signal, strength: 1, ranges: local.map(({ hit }) => [hit.start, hit.end]) };
  },
  'messenger-only'(signal, evidence) {
    const { ranges, addressed } = messengerRanges(evidence);
    if (ranges.length === 0) return undefined;
    const { contacts } = evidence.reading;
    const other = contacts.some(
      (contact) => (contact.kind === 'email' || contact.kind === 'site') && isOwnDomain(contact.service),
    );
    if (other) return undefined;
    const verifiable = evidence.findings.has('p-verifiable-employer') || evidence.findings.has('p-licence-number');
    return { signal, strength: verifiable ? 0.5 : 1, ranges, addressed };
  },
  'personal-email'(signal, { reading }) {
    const mails = reading.contacts.filter((contact) => contact.kind === 'email');
    if (mails.length === 0 || !mails.every((mail) => isFreeMail(mail.service))) return undefined;
    return { signal, strength: 1, ranges: mails.map((mail) => [mail.start, mail.end]) };
  },
  'corporate-domain'(signal, { reading }) {
    const mails = reading.contacts.filter((contact) => contact.kind === 'email' && isOwnDomain(contact.service));
    if (mails.length === 0) return undefined;
    return { signal, strength: 1, ranges: mails.map((mail) => [mail.start, mail.end]) };
  },
  'domain-mismatch'(signal, { posting, reading, rules }) {
    const borrowed = findBorrowedName(posting.company, reading.contacts, rules.employers);
    return borrowed && { signal, strength: 1, ranges: [[borrowed.contact.start, borrowed.contact.end]] };
  },
  'known-indicator'(signal, { indicators, reading, posting, rules, language, destination }) {
    if (!indicators) return undefined;
    const countries = new Set([...(rules.homeCountries.get(language) ?? []), ...destination.countries]);
    const known = findKnownIndicators(indicators, reading, posting, rules, [...countries].slice(0, 6));
    if (!known) return undefined;
    const { strength, ranges, facts, counts } = known;
    return { signal, strength, ranges, extra: { indicators: facts, counts } };
  },
  'no-licence-shown'(signal, { destination, findings, reading }) {
    if (!destination.abroad || findings.has('p-licence-number') || findings.has('p-verifiable-employer'))
      return undefined;
    if (reading.contacts.some((contact) => contact.kind === 'email' && isOwnDomain(contact.service))) return undefined;
    const travel = findings.get('paid-travel-and-housing');
    return travel && { signal, strength: 1, ranges: travel.ranges };
  },
  'quoted-offer'(signal, { reading, findings }) {
    const quotations = findQuotations(reading.folded);
    if (quotations.length === 0) return undefined;
    let risks = 0;
    const quoted: [number, number][] = [];
    for (const finding of findings.values()) {
      if (finding.signal.group === 'protective' || finding.signal.group === 'context') continue;
      risks++;
      const inside = finding.ranges.find(([start, end]) => isInside(quotations, start, end));
      if (inside) quoted.push(inside);
    }
    if (quoted.length < LEAST_QUOTED || quoted.length * 3 < risks) return undefined;
    return { signal, strength: 1, ranges: quoted };
  },
  'disguised-writing'(signal, { reading }) {
    const ranges = findDisguises(reading.folded, reading.original);
    return ranges.length >= LEAST_DISGUISES ? { signal, strength: 1, ranges } : undefined;
  },
  'lure-wording'(signal, { wording }) {
    return wording && wording.logOdds > 0 ? byWhole(signal, wording) : undefined;
  },
  'ordinary-wording'(signal, { wording }) {
    return wording && wording.logOdds < 0 ? byWhole(signal, wording) : undefined;
  },
  'lure-meaning'(signal, { meaning }) {
    return meaning && meaning.logOdds > 0 ? byWhole(signal, meaning) : undefined;
  },
  'ordinary-meaning'(signal, { meaning }) {
    return meaning && meaning.logOdds < 0 ? byWhole(signal, meaning) : undefined;
  },
};

/** Names of the detectors that a signal file may use besides `phrases`. */
export const DETECTOR_NAMES = Object.keys(DETECTORS);

const detected = new WeakMap<CompiledRules, EngineSignal[]>();

/** Most signals are found by phrases alone; those that are not are picked out once for a set of rules. */
function detectedSignals(rules: CompiledRules): EngineSignal[] {
  let signals = detected.get(rules);
  if (!signals) {
    signals = rules.signals.filter(({ detector }) => detector in DETECTORS);
    detected.set(rules, signals);
  }
  return signals;
}

/** Runs the detectors of all signals that are not found by phrases alone. */
export function detectStructure(evidence: Evidence): Finding[] {
  const findings: Finding[] = [];
  for (const signal of detectedSignals(evidence.rules)) {
    const finding = DETECTORS[signal.detector]!(signal, evidence);
    if (finding) findings.push(finding);
  }
  return findings;
}
