import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPacks } from '../../src/command-line/read-rules.ts';
import type { Posting } from '../../src/engine/posting.ts';
import { createScorer } from '../../src/engine/score-posting.ts';
import type { Verdict } from '../../src/engine/verdict.ts';
import { compileRules } from '../../src/packs/compile-rules.ts';

const score = createScorer(compileRules(readPacks()));

const LOUD = [
  'URGENT HIRING!! Chat support agents for Myawaddy 🔥 No experience needed, full training.',
  'Salary 1,800 USD per month + commission. Free air ticket, free visa, free room and food.',
  'Enter on tourist visa, we convert later. Send your passport photo today.',
  'Telegram @agent_000 only, no calls.',
].join('\n');

function expectSound(posting: Posting, verdict: Verdict): void {
  expect(verdict.score).toBeGreaterThanOrEqual(0);
  expect(verdict.score).toBeLessThanOrEqual(1);
  for (const reason of verdict.reasons) {
    for (const span of reason.spans) {
      const field = posting[span.field]!;
      expect(span.start).toBeGreaterThanOrEqual(0);
      expect(span.end).toBeGreaterThan(span.start);
      expect(span.end).toBeLessThanOrEqual(field.length);
    }
  }
}

describe('scorePosting', () => {
  it('warns on a loud lure, with reasons that quote it', () => {
    const verdict = score({ text: LOUD });
    expect(verdict.level).toBe('high');
    expect(verdict.kind).toBe('scam-centre');
    const quotes = verdict.reasons.flatMap((reason) => reason.spans.map((span) => LOUD.slice(span.start, span.end)));
    expect(quotes.join(' ')).toContain('Myawaddy');
    expect(quotes.join(' ')).toContain('tourist visa');
  });

  it('points at the right words through emoji, full width, accents and right-to-left text', () => {
    for (const before of ['✈️👩🏽‍💻 ', 'ＦＲＥＥ ', 'é\u0301 ', 'مرحبا ', '\u202eabc\u202c ']) {
      const text = `${before}Enter on a tourist visa and work there.`;
      const reason = score({ text }).reasons.find((candidate) => candidate.signal === 'tourist-visa-for-work');
      expect(reason, before).toBeDefined();
      expect(text.slice(reason!.spans[0]!.start, reason!.spans[0]!.end).toLowerCase()).toContain('tourist visa');
    }
  });

  it('says nothing about an ordinary local job', () => {
    const verdict = score({
      title: 'Baker',
      company: 'Harbour Light Ltd',
      location: 'Cork',
      text: 'We seek a baker for the early shift. CV to jobs@harbourlight.example',
    });
    expect(verdict.level).toBe('none');
  });

  it.each([
    'Free air ticket and free room.',
    'Work in Myawaddy.',
    'No experience needed.',
    'Telegram @agent_000',
    'Paid in USDT.',
    'Online casino staff.',
  ])('never turns red on a single sign: %s', (text) => expect(score({ text }).level).not.toBe('high'));

  it('does not take a warning about lures for one', () => {
    const text = `Police warning: victims were lured by adverts such as "chat agents, free ticket, 1,800 USD". They were trafficked to Myawaddy and forced to scam. Do not believe such offers, report them to the hotline.`;
    const verdict = score({ text });
    expect(verdict.level).toBe('none');
    expect(verdict.kind).toBe('warning-text');
  });

  it('gives the same verdict twice, and its reasons add up to its score', () => {
    const first = score({ text: LOUD });
    expect(score({ text: LOUD })).toEqual(first);
  });

  it('accepts any text; spans lie inside it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.constantFrom('', LOUD),
        fc.nat(400),
        (noise, real, at) => {
          const text = noise.slice(0, at) + real + noise.slice(at);
          const posting = { text, title: noise.slice(0, 20) };
          expectSound(posting, score(posting));
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a megabyte of combining marks', `a${'\u0301'.repeat(1_000_000)}`],
    ['100,000 nested brackets', '('.repeat(100_000)],
    ['the same place over and over', 'Cambodia '.repeat(60_000)],
    ['nothing but numbers', '1 200 000 usd '.repeat(60_000)],
    ['a lure a thousand times', LOUD.repeat(1_000)],
    ['spaced letters', 'h i r i n g '.repeat(60_000)],
    ['lone surrogates', '\ud800'.repeat(300_000)],
  ])('stays quick on %s', (_name, text) => {
    const start = performance.now();
    const posting = { text };
    const verdict = score(posting);
    expect(performance.now() - start).toBeLessThan(1500);
    expectSound(posting, verdict);
  });
});
