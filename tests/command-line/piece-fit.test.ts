import { expect, test } from 'vitest';
import { fitPieces, logOddsOf, type PieceExample, roundPieces } from '../../src/command-line/learning/piece-fit.ts';

const SHAPE = { bits: 6, steady: 300, trust: 20 };

/** Texts in which place 1 stands in lures only, place 2 in honest ones only, place 3 in all. */
const examples: PieceExample[] = Array.from({ length: 40 }, (_, index) => ({
  places: [index % 2 === 0 ? 1 : 2, 3, 4 + (index % 20)],
  positive: index % 2 === 0,
  share: 1,
}));

test('pieces of lures weigh for, pieces of honest adverts against, pieces of both nothing much', () => {
  const { weights } = fitPieces(examples, SHAPE);
  expect(weights[1]).toBeGreaterThan(0.5);
  expect(weights[2]).toBeLessThan(-0.5);
  expect(Math.abs(weights[3]!)).toBeLessThan(0.2);
  expect(weights[60]).toBe(0);
});

test('the weights are those of the least loss: no single one can be moved to gain', () => {
  const fit = fitPieces(examples, SHAPE);
  const loss = (): number =>
    examples.reduce(
      (sum, { places, positive }) =>
        sum + SHAPE.trust * Math.log1p(Math.exp((positive ? -1 : 1) * logOddsOf(fit, places, SHAPE.steady))),
      0.5 * (fit.bias ** 2 + fit.weights.reduce((sum, weight) => sum + weight * weight, 0)),
    );
  const least = loss();
  for (const place of [1, 2, 3, 5]) {
    for (const by of [-0.05, 0.05]) {
      fit.weights[place]! += by;
      expect(loss()).toBeGreaterThan(least);
      fit.weights[place]! -= by;
    }
  }
});

test('the same texts give the same bytes', () => {
  const bytes = () => [...roundPieces(fitPieces(examples, SHAPE), SHAPE).weights].join();
  expect(bytes()).toBe(bytes());
});

test('rounding keeps every weight within half a step', () => {
  const fit = fitPieces(examples, SHAPE);
  const { step, weights } = roundPieces(fit, SHAPE);
  for (const [place, weight] of fit.weights.entries())
    expect(Math.abs(weights[place]! * step - weight)).toBeLessThanOrEqual(step * 0.51);
});
