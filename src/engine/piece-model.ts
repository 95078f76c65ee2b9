/**
 * What pieces of a text say, learned from many adverts: log odds for every piece. Pieces are hashed into `1 << bits`
 * places; two that meet in one place are told apart by the others around them.
 */
export interface PieceModel {
  bits: number;
  bias: number;
  /** Log odds of one step of a weight, before the number of pieces is taken into account. */
  step: number;
  /** A text of few pieces says little: each weighs 1 / √(pieces + this). */
  steady: number;
  weights: Int8Array;
}

/** What a whole text says. Ranges are folded: the words that weigh most in the direction of the whole. */
export interface Overall {
  logOdds: number;
  ranges: [start: number, end: number][];
}

/** Words shown as the ones that weigh most. */
const MOST_SHOWN = 4;

/** The high bits of a product are the well mixed ones. */
export function placeOf(hash: number, bits: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> (32 - bits);
}

/** What each of so many pieces counts. */
export function shareOfPiece(pieces: number, steady: number): number {
  return 1 / Math.sqrt(pieces + steady);
}

/** Adds up the weights of a text's pieces, each place once. */
export interface PieceSum {
  /** What the piece weighs, 0 for one that was met. */
  add(hash: number): number;
  logOdds(): number;
}

/** Makes the sums of texts; keeps a bit for each weight between calls, so that all of the memory stays near at hand. */
export function createPieceSums({ bits, bias, step, steady, weights }: PieceModel): () => PieceSum {
  const seen = new Int32Array(Math.max(1, (1 << bits) >> 5));
  return () => {
    seen.fill(0);
    let pieces = 0;
    let sum = 0;
    return {
      add(hash) {
        const place = placeOf(hash, bits);
        const bit = 1 << (place & 31);
        if ((seen[place >> 5]! & bit) !== 0) return 0;
        seen[place >> 5]! |= bit;
        pieces++;
        const weight = weights[place]!;
        sum += weight;
        return weight;
      },
      logOdds: () => bias + sum * step * shareOfPiece(pieces, steady),
    };
  };
}

/** Indexes of the sums that are largest in a direction, largest first, of equal ones the first. */
export function strongest(sums: readonly number[], direction: number): number[] {
  const shown: number[] = [];
  for (let at = 0; at < sums.length; at++) {
    const own = sums[at]! * direction;
    if (own <= 0 || (shown.length === MOST_SHOWN && own <= sums[shown.at(-1)!]! * direction)) continue;
    let place = shown.length;
    while (place > 0 && own > sums[shown[place - 1]!]! * direction) place--;
    shown.splice(place, 0, at);
    if (shown.length > MOST_SHOWN) shown.pop();
  }
  return shown;
}
