import { describe, expect, test } from 'vitest';
import { findEchoes } from '../../src/engine/echoes.ts';
import type { EngineSignal } from '../../src/engine/rules.ts';
import type { Finding } from '../../src/engine/score-posting.ts';

function finding(id: string, ranges: [number, number][], extra?: Finding['extra'], group = 'offer'): [string, Finding] {
  const signal = { id, group, weight: 1, alone: false, onlyWith: [], kinds: {} } as unknown as EngineSignal;
  return [id, { signal, strength: 1, ranges, extra }];
}

describe('the same words are one sign', () => {
  test('a part of a longer phrase is an echo of it', () => {
    const found = new Map([finding('chat-only', [[5, 14]]), finding('chat-interview', [[5, 28]])]);
    expect([...findEchoes(found)]).toEqual(['chat-only']);
  });

  test('of equal words the first reading holds', () => {
    const found = new Map([finding('a', [[0, 9]]), finding('b', [[0, 9]]), finding('c', [[0, 9]])]);
    expect([...findEchoes(found)]).toEqual(['b', 'c']);
  });

  test('words of its own make a sign', () => {
    const found = new Map([
      finding('a', [[0, 20]]),
      finding('b', [
        [3, 9],
        [40, 48],
      ]),
    ]);
    expect([...findEchoes(found)]).toEqual([]);
  });

  test('overlap is not containment', () => {
    const found = new Map([finding('a', [[0, 10]]), finding('b', [[5, 15]])]);
    expect([...findEchoes(found)]).toEqual([]);
  });

  test('a place or a compared sum is a fact of its own', () => {
    const found = new Map([finding('job', [[0, 30]]), finding('place', [[20, 28]], { places: ['sihanoukville'] })]);
    expect([...findEchoes(found)]).toEqual([]);
  });

  test('what speaks for an advert neither echoes nor silences', () => {
    const found = new Map([finding('a', [[0, 9]]), finding('p-b', [[0, 20]], undefined, 'protective')]);
    expect([...findEchoes(found)]).toEqual([]);
  });
});
