/** A score beside the truth. */
export interface Scored {
  score: number;
  positive: boolean;
}

/** Area under the precision-recall curve; positives may be re-weighted to a given share of the whole. */
export function averagePrecision(rows: Scored[], prevalence?: number): number {
  const positives = rows.filter((row) => row.positive).length;
  const negatives = rows.length - positives;
  if (positives === 0) return Number.NaN;
  const weight =
    prevalence === undefined || negatives === 0 ? 1 : (prevalence / (1 - prevalence)) * (negatives / positives);
  const sorted = rows.toSorted((a, b) => b.score - a.score);
  let hits = 0;
  let misses = 0;
  let sum = 0;
  for (let i = 0; i < sorted.length; ) {
    let j = i;
    let newHits = 0;
    // Equal scores are one step: their order means nothing.
    for (; j < sorted.length && sorted[j]!.score === sorted[i]!.score; j++) if (sorted[j]!.positive) newHits++;
    hits += newHits;
    misses += j - i - newHits;
    if (newHits > 0) sum += (newHits * hits * weight) / (hits * weight + misses);
    i = j;
  }
  return sum / positives;
}

/** Share of the positives found when at most `rate` of the negatives are raised. */
export function recallAtFalseAlarms(rows: Scored[], rate: number): number {
  const negatives = rows
    .filter((row) => !row.positive)
    .map((row) => row.score)
    .sort((a, b) => b - a);
  const allowed = Math.floor(negatives.length * rate);
  const threshold = negatives[allowed] ?? Number.NEGATIVE_INFINITY;
  const positives = rows.filter((row) => row.positive);
  return positives.filter((row) => row.score > threshold).length / positives.length;
}

/** Expected calibration error over ten equal bins of score. */
export function calibrationError(rows: Scored[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = rows.filter((row) => Math.min(9, Math.floor(row.score * 10)) === bin);
    if (inside.length === 0) continue;
    const said = inside.reduce((sum, row) => sum + row.score, 0) / inside.length;
    const was = inside.filter((row) => row.positive).length / inside.length;
    error += (inside.length / rows.length) * Math.abs(said - was);
  }
  return error;
}
