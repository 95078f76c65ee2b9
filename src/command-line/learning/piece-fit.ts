import { type PieceModel, shareOfPiece } from '../../engine/piece-model.ts';

/** A text as a model of pieces sees it: the places of its pieces, each once. */
export interface PieceExample {
  places: number[];
  positive: boolean;
  /** How much it counts. */
  share: number;
}

/** What is settled before a model is learned. */
export interface PieceShape {
  /** There are 2 to the power of this many weights. */
  bits: number;
  /** See `PieceModel`. */
  steady: number;
  /** How far the weights may follow one text: the smaller, the more texts must agree. */
  trust: number;
}

/** Weights as they are learned, before they are rounded to steps. */
export interface PieceFit {
  bias: number;
  weights: Float64Array;
}

const ROUNDS = 60;
/** Most steps of the search for one text's pull, and how close is close enough. */
const SEARCH_STEPS = 30;
const CLOSE = 1e-6;
/** A fixed order that looks like none: texts of one language must not come in a row. */
const STRIDE = 7919;

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

export function logOddsOf({ bias, weights }: PieceFit, places: readonly number[], steady: number): number {
  let sum = 0;
  for (const place of places) sum += weights[place]!;
  return bias + sum * shareOfPiece(places.length, steady);
}

/**
 * Logistic regression with weights held near nothing, by coordinate ascent in the dual (Yu, Huang and Lin, "Dual coordinate
 * descent methods for logistic regression and maximum entropy models", 2011): each text in turn gets the pull at which its
 * error and the pull agree. Deterministic.
 */
export function fitPieces(examples: readonly PieceExample[], { bits, steady, trust }: PieceShape): PieceFit {
  const weights = new Float64Array(1 << bits);
  const pulls = new Float64Array(examples.length);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (let count = 0; count < examples.length; count++) {
      const index = (count * STRIDE + round) % examples.length;
      const { places, positive, share } = examples[index]!;
      const value = shareOfPiece(places.length, steady);
      const size = 1 + places.length * value * value;
      const sign = positive ? 1 : -1;
      let sum = 0;
      for (const place of places) sum += weights[place]!;
      const odds = sign * (bias + sum * value);
      const most = trust * share;
      const before = pulls[index]!;
      // The pull is most × sigmoid(t); t solves t + size × (pull − before) + odds = 0, whose left side only grows.
      let low = -odds - size * (most - before);
      let high = -odds + size * before;
      let t = Math.max(low, Math.min(high, before > 0 ? Math.log(before / (most - before)) : low));
      for (let step = 0; step < SEARCH_STEPS; step++) {
        const pull = most * sigmoid(t);
        const left = t + size * (pull - before) + odds;
        if (Math.abs(left) < CLOSE) break;
        if (left > 0) high = t;
        else low = t;
        const next = t - left / (1 + size * pull * (1 - pull / most));
        t = next > low && next < high ? next : (low + high) / 2;
      }
      const by = sign * (most * sigmoid(t) - before);
      pulls[index] = before + sign * by;
      bias += by;
      for (const place of places) weights[place]! += by * value;
    }
  }
  return { bias, weights };
}

/** The most telling pieces of all keep the range of one byte; the rest is rounded to its steps. */
export function roundPieces({ bias, weights }: PieceFit, { bits, steady }: PieceShape): PieceModel {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  const step = Number((largest / 127).toPrecision(4)) || 1;
  return {
    bits,
    bias: Number(bias.toFixed(4)),
    steady,
    step,
    weights: Int8Array.from(weights, (w) => Math.round(w / step)),
  };
}
