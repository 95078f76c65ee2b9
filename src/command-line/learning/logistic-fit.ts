/** One text as the fit sees it: what was found, and whether it is a lure or scam. */
export interface Example {
  /** Feature → amount; the contribution to the log odds is amount × weight. */
  amounts: Map<string, number>;
  positive: boolean;
  share: number;
}

export interface Fit {
  bias: number;
  weights: Map<string, number>;
}

const ROUNDS = 100;
/** Longest step in log odds: a full Newton step from far away would overshoot. */
const LONGEST_STEP = 1;
/** A sign that tells nothing is still shown to whoever asks what was read: no weight is nothing. */
const LEAST = 0.02;

export function probability(fit: Fit, example: Example): number {
  let z = fit.bias;
  for (const [name, amount] of example.amounts) z += amount * (fit.weights.get(name) ?? 0);
  return 1 / (1 + Math.exp(-z));
}

/**
 * Logistic regression held near a prior: the reviewers' weights. `hold` says how many texts' worth of evidence the prior
 * is; a weight never changes its sign and never vanishes. What the reviewers give no weight only describes: it is not
 * learned. Deterministic: one weight at a time by Newton's step, in the order of the prior.
 */
export function fitNear(prior: Fit, examples: Example[], hold: number): Fit {
  const odds = new Float64Array(examples.length).fill(prior.bias);
  const holders = new Map<string, [example: number, amount: number][]>([...prior.weights.keys()].map((id) => [id, []]));
  examples.forEach(({ amounts }, index) => {
    for (const [name, amount] of amounts) {
      holders.get(name)?.push([index, amount]);
      odds[index]! += amount * (prior.weights.get(name) ?? 0);
    }
  });
  const everywhere = examples.map((_, index): [number, number] => [index, 1]);

  function step(places: [example: number, amount: number][], away: number, held: number): number {
    let slope = held * away;
    let curve = held + 1e-6;
    for (const [index, amount] of places) {
      const { positive, share } = examples[index]!;
      const p = 1 / (1 + Math.exp(-odds[index]!));
      slope += share * amount * (p - Number(positive));
      curve += share * amount * amount * p * (1 - p);
    }
    return Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, -slope / curve));
  }
  function move(places: [example: number, amount: number][], by: number): void {
    if (by !== 0) for (const [index, amount] of places) odds[index]! += by * amount;
  }

  let bias = prior.bias;
  const weights = new Map([...prior.weights].map(([name, weight]) => [name, weight === 0 ? LEAST : weight]));
  for (const [name, weight] of weights) move(holders.get(name)!, weight - prior.weights.get(name)!);
  for (let round = 0; round < ROUNDS; round++) {
    const biasStep = step(everywhere, 0, 0);
    bias += biasStep;
    move(everywhere, biasStep);
    for (const [name, weight] of weights) {
      const start = prior.weights.get(name)!;
      if (start === 0) continue;
      const places = holders.get(name)!;
      const wanted = weight + step(places, weight - start, hold);
      const next = start > 0 ? Math.max(LEAST, wanted) : Math.min(-LEAST, wanted);
      weights.set(name, next);
      move(places, next - weight);
    }
  }
  return { bias, weights };
}
