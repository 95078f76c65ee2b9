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

const ROUNDS = 400;

export function probability(fit: Fit, example: Example): number {
  let z = fit.bias;
  for (const [name, amount] of example.amounts) z += amount * (fit.weights.get(name) ?? 0);
  return 1 / (1 + Math.exp(-z));
}

/**
 * Logistic regression held near a prior: the reviewers' weights. `hold` says how many texts' worth of evidence the prior
 * is; a weight never changes its sign. Deterministic: a damped Newton step for each weight, a fixed number of rounds.
 */
export function fitNear(prior: Fit, examples: Example[], hold: number): Fit {
  let bias = prior.bias;
  const weights = new Map(prior.weights);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = new Map<string, number>();
    const curve = new Map<string, number>();
    let biasSlope = 0;
    let biasCurve = 1e-6;
    for (const example of examples) {
      const p = probability({ bias, weights }, example);
      const error = example.share * (p - Number(example.positive));
      const spread = example.share * p * (1 - p);
      biasSlope += error;
      biasCurve += spread;
      for (const [name, amount] of example.amounts) {
        slope.set(name, (slope.get(name) ?? 0) + error * amount);
        curve.set(name, (curve.get(name) ?? 0) + spread * amount * amount);
      }
    }
    bias -= (0.5 * biasSlope) / biasCurve;
    for (const [name, weight] of weights) {
      const start = prior.weights.get(name)!;
      const step = ((slope.get(name) ?? 0) + hold * (weight - start)) / ((curve.get(name) ?? 0) + hold);
      const next = weight - 0.3 * step;
      weights.set(name, start >= 0 ? Math.max(0, next) : Math.min(0, next));
    }
  }
  return { bias, weights };
}
