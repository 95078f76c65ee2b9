import { describe, expect, it } from 'vitest';
import { readPacks } from '../../src/command-line/read-rules.ts';
import { createMatcher } from '../../src/engine/matcher.ts';
import { readPosting } from '../../src/engine/reading.ts';
import { createScorer } from '../../src/engine/score-posting.ts';
import { createWholeReader, createWholeTextReader } from '../../src/engine/whole-text.ts';
import { wordingPlaces } from '../../src/engine/wording.ts';
import { compilePieceModel } from '../../src/packs/compile-piece-model.ts';
import { compileRules } from '../../src/packs/compile-rules.ts';
import type { PieceModelRule } from '../../src/packs/shared-rules.ts';

const rules = compileRules(readPacks());
const matcher = createMatcher(rules.matcher);
const reading = (text: string) => readPosting({ text }, rules, matcher);
const whole = createWholeTextReader(rules);
const places = (text: string): string =>
  wordingPlaces(reading(text), whole(reading(text)).mask, 18)
    .toSorted((a, b) => a - b)
    .join();
const score = createScorer(rules);
const piecesOf = (rule: Partial<PieceModelRule>) =>
  compilePieceModel('wording', { bits: 4, bias: 0, step: 1, steady: 300, weights: btoa('\0'.repeat(16)), ...rule });

describe('what is read of the wording', () => {
  it('is the same in any case, width and behind invisible characters', () => {
    const plain = places('free ticket and room');
    expect(places('FREE TICKET AND ROOM')).toBe(plain);
    expect(places('ｆｒｅｅ ticket and room')).toBe(plain);
    expect(places('fr\u200bee ticket and room')).toBe(plain);
  });

  it('is the same for any number, place, messenger, address and name', () => {
    const one = places('we pay 1500 for work in Cambodia, write on Telegram @abc000 or ask Maria in the office');
    const other = places('we pay 2700 for work in Laos, write on WhatsApp @xyz000 or ask Ivan in the office');
    expect(one).toBe(other);
  });

  it('is nothing in a text without words', () => {
    expect(places('')).toBe('');
    expect(places('🔥🔥🔥 !!! ...')).toBe('');
  });

  it('weighs every piece once, however often it stands there', () => {
    const read = createWholeReader(rules);
    const logOdds = (text: string): number => read(reading(text)).wording!.logOdds;
    const once = logOdds('typing work abroad');
    expect(logOdds('typing work abroad '.repeat(50))).toBeCloseTo(once, 9);
    expect(logOdds('typing work abroad')).toBe(once);
  });
});

describe('what wording may do', () => {
  it('is a reason of its own, with the words that weigh most', () => {
    const { reasons } = score({
      text: 'easy chat job abroad, boss pays all, free ticket, 2500 dollars a month, only typing, come quickly friends',
    });
    const reason = reasons.find(({ signal }) => signal === 'lure-wording');
    expect(reason?.weight).toBeGreaterThan(0);
    expect(reason?.whole).toBe(true);
    expect(reason?.spans.length).toBeGreaterThan(0);
  });

  it('never warns where no sign can be named', () => {
    const heaviest = piecesOf({ bias: 50, weights: btoa(String.fromCharCode(...new Uint8Array(16).fill(127))) });
    const shouting = createScorer({ ...rules, wording: heaviest, meaning: undefined });
    const { level, reasons } = shouting({ text: 'The bus stops here at nine and at ten.' });
    expect(reasons.map(({ signal }) => signal)).toEqual(['lure-wording']);
    expect(level).toBe('none');
  });

  it('is capped, so that it neither makes nor silences everything', () => {
    const text =
      'Customer service abroad, ticket and room are free, 2500 dollars a month, no experience, write on Telegram';
    const weights = btoa(String.fromCharCode(...new Uint8Array(16)));
    const weightAt = (bias: number): number | undefined =>
      createScorer({ ...rules, wording: piecesOf({ bias, weights }), meaning: undefined })({ text }).reasons.find(
        ({ whole, weight }) => whole && Math.sign(weight) === Math.sign(bias),
      )?.weight;
    expect(weightAt(-1000)).toBe(weightAt(-3));
    expect(weightAt(1000)).toBe(weightAt(3));
    expect(weightAt(1000)).toBeGreaterThan(0);
  });

  it('is read from rules that say how many weights there are', () => {
    expect(() => piecesOf({ weights: btoa('abc') })).toThrow('wording: 3 weights where 2^4');
    for (const bits of [0, -1, 4.5, 21, Number.NaN])
      expect(() => piecesOf({ bits }), String(bits)).toThrow('wording: bits must be');
    expect(() => piecesOf({ weights: 'ä' })).toThrow('not base 64');
    expect(() => piecesOf({ bias: Number.POSITIVE_INFINITY })).toThrow('finite');
    for (const steady of [0, -300, Number.NaN]) expect(() => piecesOf({ steady }), String(steady)).toThrow('steady');
  });
});
