import { expect, test } from 'vitest';
import { firstCheck, nextCheck } from '../../src/sync/next-check.ts';

const HOUR = 3_600_000;
const between = (failures: number) => [nextCheck(0, failures, () => 0) / HOUR, nextCheck(0, failures, () => 1) / HOUR];

test('every three hours, a fifth more or less', () => {
  expect(between(0)).toEqual([expect.closeTo(2.4), expect.closeTo(3.6)]);
});

test('after failures the wait doubles, up to a day', () => {
  expect(between(1)).toEqual([0.25, 0.5]);
  expect(between(2)).toEqual([0.5, 1]);
  expect(between(5)).toEqual([4, 8]);
  expect(between(7)).toEqual([16, 24]);
  expect(between(500)).toEqual([24, 24]);
});

test('the first within a minute', () => {
  expect(firstCheck(1000, () => 0)).toBeGreaterThanOrEqual(31_000);
  expect(firstCheck(1000, () => 1)).toBeLessThanOrEqual(61_000);
});
