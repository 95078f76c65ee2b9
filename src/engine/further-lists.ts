import { createMatcher } from './matcher.ts';
import { findWritten } from './present-languages.ts';
import type { Reading } from './reading.ts';
import type { CompiledRules } from './rules.ts';
import type { WeighedReason } from './score.ts';
import type { Finding } from './score-posting.ts';

/** A subscription beside the project's own rules, compiled apart, so that adding one compiles nothing else. */
export interface FurtherList {
  id: string;
  rules: CompiledRules;
}

/**
 * All signs of one subscription together add no more than this, as evidence in natural-log odds: enough for "be careful",
 * so that a careless or hostile list cannot colour every advert.
 */
const MOST_PER_LIST = 4.5;

const GROUP = 'list ';

/** Finds the phrases of subscriptions in a text that is already folded and cut into words. */
export function createFurtherFinder(lists: readonly FurtherList[]): (reading: Reading) => Finding[] {
  const matchers = lists.map(({ id, rules }) => ({
    matcher: createMatcher(rules.matcher),
    rules,
    signals: rules.signals.map((signal) => ({ ...signal, list: id })),
  }));
  return ({ folded, tokens, present }) =>
    matchers.flatMap(({ matcher, rules, signals }) => {
      const found = new Map<number, Finding>();
      const hits = findWritten(matcher, rules.matcher, folded, tokens, present);
      for (const { target, start, end } of hits) {
        const meant = rules.targets[target]!;
        if (meant.type !== 'signal') continue;
        const known = found.get(meant.index);
        if (known) known.ranges.push([start, end]);
        else found.set(meant.index, { signal: signals[meant.index]!, strength: 1, ranges: [[start, end]] });
      }
      return [...found.values()];
    });
}

/** Cuts the weights of a subscription that says more than its share, all in the same proportion. */
export function capLists(reasons: WeighedReason[]): void {
  const sums = new Map<string, number>();
  for (const { group, weight } of reasons)
    if (group.startsWith(GROUP)) sums.set(group, (sums.get(group) ?? 0) + weight);
  for (const [group, sum] of sums) {
    if (sum <= MOST_PER_LIST) continue;
    for (const reason of reasons) if (reason.group === group) reason.weight *= MOST_PER_LIST / sum;
  }
}
