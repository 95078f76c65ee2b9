import type { CompiledMatcher, Hit } from './compiled-matcher.ts';

/** Drops hits that overlap a cancelling hit of the same target, and the cancelling hits themselves. */
export function withoutCancelled(hits: Hit[], compiled: CompiledMatcher): Hit[] {
  const cancelling = new Map<number, [start: number, end: number][]>();
  for (const { pattern, target, start, end } of hits) {
    if (compiled.patternCancels[pattern] === 0) continue;
    const ranges = cancelling.get(target);
    if (ranges) ranges.push([start, end]);
    else cancelling.set(target, [[start, end]]);
  }
  if (cancelling.size === 0) return hits;
  for (const [target, ranges] of cancelling) cancelling.set(target, joinRanges(ranges));
  return hits.filter(
    (hit) => compiled.patternCancels[hit.pattern] === 0 && !overlapsAny(cancelling.get(hit.target), hit),
  );
}

function joinRanges(ranges: [number, number][]): [number, number][] {
  const joined: [number, number][] = [];
  for (const [start, end] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end]);
  }
  return joined;
}

/** Binary search, so that a text made of cancelling phrases costs no more than another. */
function overlapsAny(ranges: [number, number][] | undefined, hit: Hit): boolean {
  if (!ranges) return false;
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![1] <= hit.start) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low]![0] < hit.end;
}
