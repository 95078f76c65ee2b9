import type { Hit } from './compiled-matcher.ts';
import { judgeContext } from './context.ts';
import { type Destination, findDestination } from './destination.ts';
import { detectStructure } from './detectors.ts';
import { ECHO, findEchoes } from './echoes.ts';
import { capLists, createFurtherFinder, type FurtherList } from './further-lists.ts';
import type { IndicatorLookup } from './indicators/indicator-lookup.ts';
import { languageOf } from './language.ts';
import { createMatcher, type Matcher } from './matcher.ts';
import { comparePay } from './pay.ts';
import type { Posting } from './posting.ts';
import { joinSpans, type Reading, readPosting, spanOf } from './reading.ts';
import type { CompiledRules, EngineSignal } from './rules.ts';
import { kindOf, levelOf, scoreOf, type WeighedReason } from './score.ts';
import { WORD } from './tokens.ts';
import type { Verdict } from './verdict.ts';
import { createWholeReader } from './whole-text.ts';

export type ScorePosting = (posting: Posting) => Verdict;

/** What a signal was found by: phrase hits, or a detector's own reading. */
export interface Finding {
  signal: EngineSignal;
  /** Share of the signal's weight, 0..1.5. */
  strength: number;
  ranges: [start: number, end: number][];
  extra?: Pick<WeighedReason, 'pay' | 'places' | 'indicators' | 'counts'>;
  /** A contact with a name, number or link that can be written to. */
  addressed?: boolean;
}

function byPhrases(rules: CompiledRules, hits: Hit[]): Map<string, Finding> {
  const findings = new Map<string, Finding>();
  for (const hit of hits) {
    const target = rules.targets[hit.target]!;
    if (target.type !== 'signal') continue;
    const signal = rules.signals[target.index]!;
    const finding = findings.get(signal.id);
    if (finding) finding.ranges.push([hit.start, hit.end]);
    else findings.set(signal.id, { signal, strength: 1, ranges: [[hit.start, hit.end]] });
  }
  return findings;
}

function isMet(signal: EngineSignal, found: ReadonlySet<string>): boolean {
  return signal.onlyWith.length === 0 || signal.onlyWith.some((id) => found.has(id));
}

interface Read {
  reading: Reading;
  destination: Destination;
  findings: Map<string, Finding>;
}

function createReader(
  rules: CompiledRules,
  further: readonly FurtherList[] = [],
  indicators?: IndicatorLookup,
): (posting: Posting) => Read {
  const matcher: Matcher = createMatcher(rules.matcher);
  const findFurther = createFurtherFinder(further);
  const readWhole = createWholeReader(rules);
  return (posting) => {
    const reading = readPosting(posting, rules, matcher);
    const language = languageOf(reading.folded, reading.hits, rules.matcher);
    const findings = byPhrases(rules, reading.hits);
    const destination = findDestination(reading, rules, new Set(findings.keys()), language);
    const pay = comparePay(reading, rules, destination, language);
    for (const finding of detectStructure({
      posting,
      reading,
      rules,
      findings,
      destination,
      pay,
      language,
      indicators,
      ...readWhole(reading),
    })) {
      const known = findings.get(finding.signal.id);
      if (known) {
        known.ranges.push(...finding.ranges);
        known.strength = Math.max(known.strength, finding.strength);
        known.extra = { ...known.extra, ...finding.extra };
        known.addressed = finding.addressed;
      } else findings.set(finding.signal.id, finding);
    }
    for (const finding of findFurther(reading)) findings.set(finding.signal.id, finding);
    return { reading, destination, findings };
  };
}

/** Tells which signals are present in a text, whether or not they count there: what a rule file's examples are about. */
export function createSignalFinder(
  rules: CompiledRules,
  indicators?: IndicatorLookup,
): (posting: Posting) => ReadonlyMap<string, Finding> {
  const read = createReader(rules, [], indicators);
  return (posting) => read(posting).findings;
}

/**
 * Makes the scorer for one set of rules and the subscriptions beside it; it keeps working memory, so make it once. Accepts
 * any text and never throws. `version` names the whole set in verdicts; `indicators` knows listed addresses.
 */
export function createScorer(
  rules: CompiledRules,
  further: readonly FurtherList[] = [],
  version = rules.version,
  indicators?: IndicatorLookup,
): ScorePosting {
  const read = createReader(rules, further, indicators);

  return function scorePosting(posting) {
    const { reading, destination, findings } = read(posting);
    const found = new Set(findings.keys());
    const context = judgeContext(findings);
    const echoes = findEchoes(findings);

    const { brevity, briefWords } = rules.scoring;
    const words = reading.tokens.distance[reading.folded.length]! / WORD;
    const brief = 1 + brevity * Math.max(0, 1 - words / briefWords);
    const reasons: WeighedReason[] = [];
    for (const { signal, strength, ranges, extra } of findings.values()) {
      if (!isMet(signal, found)) continue;
      const echo = echoes.has(signal.id);
      const factor = (signal.weight > 0 && extra?.counts !== 0 ? brief : 1) * (echo ? ECHO : 1);
      const weight = signal.weight * strength * context.weightOf(signal) * factor;
      if (weight === 0) continue;
      const spans = joinSpans(ranges.map(([start, end]) => spanOf(reading, start, end)));
      reasons.push({
        signal: signal.id,
        weight,
        spans,
        ...extra,
        // All signs of one subscription are one voice: however many, they are never the several groups of a red warning.
        group: signal.list ? `list ${signal.list}` : signal.group,
        alone: signal.alone,
        echo,
        kinds: signal.kinds,
      });
    }
    const risks = new Set(reasons.filter(({ weight }) => weight > 0).map(({ signal }) => signal));
    for (const combination of rules.combinations) {
      if (!combination.all.every((any) => any.some((id) => risks.has(id)))) continue;
      const parts = reasons.filter(
        (reason) => reason.weight > 0 && combination.all.some((any) => any.includes(reason.signal)),
      );
      const kinds = Object.assign({}, ...parts.map((part) => part.kinds));
      reasons.push({
        signal: combination.id,
        weight: combination.weight * brief,
        spans: joinSpans(parts.flatMap((part) => part.spans)),
        group: 'combination',
        alone: false,
        kinds,
      });
      if (combination.weight > 0) risks.add(combination.id);
    }
    capLists(reasons);
    reasons.sort((a, b) => b.weight - a.weight);
    const points = reasons.reduce((sum, reason) => sum + reason.weight, 0);
    const score = scoreOf(points, rules.scoring);
    const single = reasons.filter((reason) => reason.group !== 'combination');
    const level = levelOf(score, single, context.most, rules.scoring);
    const kind = context.kind !== 'none' ? context.kind : level === 'none' ? 'none' : kindOf(single);
    return {
      level,
      score: Math.round(score * 1000) / 1000,
      kind,
      reasons: reasons.map(({ group: _group, alone: _alone, echo: _echo, kinds: _kinds, counts, ...reason }) => ({
        ...reason,
        ...(counts === 0 ? { whole: true } : {}),
        weight: Math.round(reason.weight * 100) / 100,
      })),
      destinations: destination.countries,
      list: version,
    };
  };
}
