import { expect, test } from 'vitest';
import {
  fitWording,
  logOddsOf,
  roundWording,
  type WordingExample,
} from '../../src/command-line/learning/wording-fit.ts';

const BITS = 6;

/** Texts in which place 1 stands in lures only, place 2 in honest ones only, place 3 in all. */
const examples: WordingExample[] = Array.from({ length: 40 }, (_, index) => ({
  places: [index % 2 === 0 ? 1 : 2, 3, 4 + (index % 20)],
  positive: index % 2 === 0,
  share: 1,
}));

test('pieces of lures weigh for, pieces of honest adverts against, pieces of both nothing much', () => {
  const { weights } = fitWording(examples, BITS);
  expect(weights[1]).toBeGreaterThan(0.5);
  expect(weights[2]).toBeLessThan(-0.5);
  expect(Math.abs(weights[3]!)).toBeLessThan(0.2);
  expect(weights[60]).toBe(0);
});

test('the weights are those of the least loss: no single one can be moved to gain', () => {
  const fit = fitWording(examples, BITS);
  const loss = (): number =>
    examples.reduce(
      (sum, { places, positive }) => sum + 20 * Math.log1p(Math.exp((positive ? -1 : 1) * logOddsOf(fit, places))),
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
  const bytes = () => [...roundWording(fitWording(examples, BITS), BITS).weights].join();
  expect(bytes()).toBe(bytes());
});

test('rounding keeps every weight within half a step', () => {
  const fit = fitWording(examples, BITS);
  const { step, weights } = roundWording(fit, BITS);
  for (const [place, weight] of fit.weights.entries())
    expect(Math.abs(weights[place]! * step - weight)).toBeLessThanOrEqual(step * 0.51);
});
