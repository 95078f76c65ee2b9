import { expect, test } from 'vitest';
import { createScorer } from '../../src/engine/score-posting.ts';
import { compileRules } from '../../src/packs/compile-rules.ts';
import type { PackedSignal } from '../../src/packs/pack-files.ts';
import { subscriptionPacks } from '../../src/packs/subscription-packs.ts';

const SHARED = {
  words: [{ id: 'pay', note: '', words: { en: ['salary', 'pay'] } }],
  languages: { languages: [{ lang: 'en', name: 'English', homes: [], common: ['the', 'and', 'on'] }] },
  scoring: {
    bias: -2,
    caution: 0.45,
    high: 0.9,
    highGroups: 3,
    highSignals: 3,
    cautionSignals: 2,
    brevity: 0,
    briefWords: 60,
    payMedium: 2,
    payStrong: 3,
    usualDestinations: [],
    reason: '',
  },
};

const signal = (id: string, phrase: string, group: PackedSignal['group'] = 'terms', weight = 2): PackedSignal => ({
  id,
  name: id,
  group,
  weight,
  strength: 'medium',
  detector: 'phrases',
  text: { en: { label: id, why: id } },
  sources: [],
  phrases: { en: [phrase] },
});

const rules = (...signals: PackedSignal[]) => compileRules(subscriptionPacks(signals, SHARED, '1'));
const own = rules(signal('visa', 'tourist visa', 'offer'), signal('passport', 'send your passport', 'selection'));
const shore = {
  id: 'shore',
  rules: rules(
    signal('shore-board', 'contract signed on board', 'terms'),
    signal('shore-pay', '{pay} in cash', 'offer'),
    signal('shore-agent', 'agent waits at the port', 'contact'),
    signal('shore-fee', 'deposit for the uniform', 'employer'),
  ),
};
const text = (words: string) => ({ text: words });
const EVERY_SIGN = 'Contract signed on board. Salary in cash. The agent waits at the port. Deposit for the uniform.';

test('a subscription adds its signs, with the words where they stand', () => {
  const { reasons, list } = createScorer(own, [shore], '1 + shore 1')(text('You get your pay in cash on the ship.'));
  expect(reasons).toEqual([{ signal: 'shore-pay', weight: 2, spans: [{ field: 'text', start: 13, end: 24 }] }]);
  expect(list).toBe('1 + shore 1');
});

test('by itself it warns, but never in red, however many signs it has', () => {
  const verdict = createScorer(own, [shore])(text(EVERY_SIGN));
  expect(verdict.reasons).toHaveLength(4);
  expect(verdict.level).toBe('caution');
  expect(verdict.reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(4.5, 1);
});

test('beside signs of the project it counts as one more kind of evidence', () => {
  const words = text(`${EVERY_SIGN} You travel on a tourist visa. Send your passport.`);
  expect(createScorer(own)(words).level).toBe('caution');
  expect(createScorer(own, [shore])(words).level).toBe('high');
});

test('it takes nothing away', () => {
  const words = text('You travel on a tourist visa. Send your passport.');
  expect(createScorer(own, [shore])(words).reasons).toEqual(createScorer(own)(words).reasons);
});
