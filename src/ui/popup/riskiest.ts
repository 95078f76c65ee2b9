import type { Level } from '../../engine/verdict.ts';
import type { ScoredPosting } from '../../messages.ts';

const RANK: Record<Level, number> = { high: 3, caution: 2, none: 1, 'cannot-read': 0 };

/** Riskiest first; a warning that the person put away comes after those that stand. */
export function riskiestFirst(postings: ScoredPosting[]): ScoredPosting[] {
  return [...postings].sort(
    (a, b) =>
      Number(isAway(a)) - Number(isAway(b)) ||
      RANK[b.verdict.level] - RANK[a.verdict.level] ||
      b.verdict.score - a.verdict.score,
  );
}

export function warns(scored: ScoredPosting): boolean {
  return (scored.verdict.level === 'high' || scored.verdict.level === 'caution') && !isAway(scored);
}

function isAway(scored: ScoredPosting): boolean {
  return scored.dismissed !== undefined;
}
