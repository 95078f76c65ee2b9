import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPacks } from '../../src/command-line/read-rules.ts';
import { fold } from '../../src/engine/folding.ts';
import type { Posting } from '../../src/engine/posting.ts';
import { createScorer } from '../../src/engine/score-posting.ts';
import type { Verdict } from '../../src/engine/verdict.ts';
import { compileRules } from '../../src/packs/compile-rules.ts';

const rules = compileRules(readPacks());
const score = createScorer(rules);

const LURE =
  'URGENT HIRING! Chat support agents for Myawaddy. Free air ticket, free visa. Enter on tourist visa. Telegram @agent_000';

/** First letters of sixty scripts; Unicode keeps the letters of a script behind them. */
const SCRIPTS = [
  0x41, 0x3b1, 0x430, 0x531, 0x5d0, 0x627, 0x710, 0x780, 0x7ca, 0x800, 0x840, 0x904, 0x985, 0xa05, 0xa85, 0xb05, 0xb85,
  0xc05, 0xc85, 0xd05, 0xd85, 0xe01, 0xe81, 0xf40, 0x1000, 0x10d0, 0x1100, 0x1200, 0x13a0, 0x1401, 0x1681, 0x16a0,
  0x1700, 0x1780, 0x1820, 0x1900, 0x1950, 0x1980, 0x1a00, 0x1a20, 0x1b05, 0x1b83, 0x1bc0, 0x1c00, 0x1c5a, 0x2c00,
  0x2d30, 0x3041, 0x30a1, 0x3105, 0x4e00, 0xa000, 0xa4d0, 0xa500, 0xa840, 0xa882, 0xa90a, 0xaa00, 0xabc0, 0xac00,
];
const sixtyScripts = SCRIPTS.map((first) => String.fromCodePoint(first, first + 1, first + 2)).join(' ');

/** Hostile texts that grow with `n` units. */
const GROWING: [name: string, make: (n: number) => string][] = [
  ['combining marks on one letter', (n) => `a${'\u0301'.repeat(n)}`],
  ['nested brackets', (n) => '('.repeat(n / 2) + ')'.repeat(n / 2)],
  ['nested quotation marks', (n) => '“'.repeat(n / 2) + '”'.repeat(n / 2)],
  ['control characters', (n) => '\0\u0001\u001b\u007f\u0085\u2028'.repeat(n / 6)],
  ['sixty scripts', (n) => sixtyScripts.repeat(Math.ceil(n / sixtyScripts.length))],
  ['digits', (n) => '7'.repeat(n)],
  ['digits in groups', (n) => '1,000.'.repeat(n / 6)],
  ['one word', (n) => 'work'.repeat(n / 4)],
  ['one word of many alphabets', (n) => 'wоrкα1@'.repeat(n / 7)],
  ['letters taken apart', (n) => 'w.o.r.k '.repeat(n / 8)],
  ['letters taken apart in many ways', (n) => 'w.o r*k-'.repeat(n / 8)],
  ['Hangul letter by letter', (n) => 'ㅎㅏㄴ'.repeat(n / 3)],
  ['lone surrogates', (n) => '\ud800\udc00\udc00'.repeat(n / 3)],
  ['right-to-left overrides', (n) => '\u202eabc\u202c'.repeat(n / 5)],
  ['the same sign over and over', (n) => 'tourist visa free ticket '.repeat(n / 25)],
  ['addresses', (n) => '@agent_000 https://a.example/b '.repeat(n / 31)],
];

function expectSound(posting: Posting, verdict: Verdict): void {
  for (const { signal, spans } of verdict.reasons)
    for (const { field, start, end } of spans) {
      expect(start, signal).toBeGreaterThanOrEqual(0);
      expect(end, signal).toBeGreaterThan(start);
      expect(end, signal).toBeLessThanOrEqual(posting[field]!.length);
    }
  // Weights are shown to a hundredth, so their sum may be off by half of one for each reason; the score to a thousandth.
  const points = rules.scoring.bias + verdict.reasons.reduce((sum, { weight }) => sum + weight, 0);
  const slack = 0.005 * (verdict.reasons.length + 1);
  const scoreFrom = (odds: number): number => 1 / (1 + Math.exp(-odds));
  expect(verdict.score).toBeGreaterThanOrEqual(scoreFrom(points - slack) - 0.001);
  expect(verdict.score).toBeLessThanOrEqual(scoreFrom(points + slack) + 0.001);
}

/** The shortest of a few runs: a busy machine makes runs longer, never shorter. */
function shortest(run: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    run();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}

/** Twice the text may take this many times as long, and some milliseconds more: garbage, caches, the machine. */
const MOST_TIMES = 4;
const SPARE_MS = 60;

describe('any text', () => {
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.string({
      unit: fc.constantFrom(
        '\ud800',
        '\udc00',
        '\u0301',
        '\u200d',
        '\u202e',
        '\ufeff',
        'ㅏ',
        'ᄀ',
        '.',
        ' ',
        'a',
        'а',
        '1',
        '(',
        '“',
      ),
      maxLength: 300,
    }),
  );

  it('is judged without throwing: spans lie inside it and are not empty, the reasons add up to the score', () => {
    fc.assert(
      fc.property(noise, noise, fc.constantFrom('', LURE), fc.nat(300), (text, title, lure, at) => {
        const posting = { title, company: title.slice(0, 5), text: text.slice(0, at) + lure + text.slice(at) };
        expectSound(posting, score(posting));
      }),
      { numRuns: 400 },
    );
  });

  it('is judged the same whatever was judged before', () => {
    fc.assert(
      fc.property(noise, (text) => {
        const before = score({ text: text + LURE });
        score({ text });
        expect(score({ text: text + LURE })).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  it.each(GROWING)('takes time that grows with it, not faster: %s', (_name, make) => {
    const small = { text: make(25_000) };
    const large = { text: make(50_000) };
    expectSound(large, score(large));
    const short = shortest(() => score(small));
    expect(shortest(() => score(large))).toBeLessThan(MOST_TIMES * short + SPARE_MS);
  });

  it.each(GROWING)('is folded in time that grows with it, up to a megabyte: %s', (_name, make) => {
    const small = make(250_000);
    const large = make(1_000_000);
    const short = shortest(() => fold(small));
    expect(shortest(() => fold(large))).toBeLessThan(2 * MOST_TIMES * short + 2 * SPARE_MS);
  });
});

describe('spans point at the words that were read', () => {
  const BEFORE = [
    '',
    '✈️👩🏽‍💻 ',
    '🇰🇭🇲🇲 ',
    'ＦＲＥＥ ',
    'é\u0301\u0302\u0303 ',
    'مرحبا ',
    '\u202eabc\u202c ',
    '\u200b\u200b',
    '𝗕𝗼𝗹𝗱 ',
    '가각 ',
  ];
  const PLACES = [
    ['Latin', 'Office in Myawaddy, come soon.', 'Myawaddy'],
    ['full width', 'Office in Ｍｙａｗａｄｄｙ, come soon.', 'Ｍｙａｗａｄｄｙ'],
    ['mathematical letters', 'Office in 𝗠𝘆𝗮𝘄𝗮𝗱𝗱𝘆, come soon.', '𝗠𝘆𝗮𝘄𝗮𝗱𝗱𝘆'],
    [
      'accents of their own',
      'Office in M\u0301ya\u0301wad\u0301dy\u0301, come soon.',
      'M\u0301ya\u0301wad\u0301dy\u0301',
    ],
    ['letters taken apart', 'Office in M.y.a.w.a.d.d.y, come soon.', 'M.y.a.w.a.d.d.y'],
    ['zero-width spaces', 'Office in My\u200baw\u200baddy, come soon.', 'My\u200baw\u200baddy'],
    ['letters of other alphabets', 'Office in Муаwаddу, come soon.', 'Муаwаddу'],
    ['Han', '公司在妙瓦底，包吃住，包机票。', '妙瓦底'],
    ['Han with signs between', '公司在妙.瓦.底，包吃住，包机票。', '妙.瓦.底'],
    ['Thai', 'ทำงานที่เมียวดี มีที่พัก ตั๋วเครื่องบินฟรี', 'เมียวดี'],
    ['Burmese', 'မြဝတီမှာ အလုပ် လေယာဉ်လက်မှတ် အခမဲ့', 'မြဝတီ'],
    ['Cyrillic', 'Офис в Мьявади, билет бесплатно, тел', 'Мьявади'],
    ['Arabic', 'العمل في مياوادي والتذكرة مجانا', 'مياوادي'],
    ['Arabic with tatweel', 'العمل في ميـاوادي والتذكرة مجانا', 'ميـاوادي'],
    ['Urdu', 'میاوادی میں کام ہے، ٹکٹ مفت', 'میاوادی'],
    ['kana', 'ミャワディのオフィス、航空券無料', 'ミャワディ'],
    ['half-width kana', 'ﾐｬﾜﾃﾞｨのオフィス、航空券無料', 'ﾐｬﾜﾃﾞｨ'],
    ['decomposed kana', 'ミャワテ\u3099ィのオフィス、航空券無料', 'ミャワテ\u3099ィ'],
    ['Hangul', '미야와디 사무실, 항공권 무료', '미야와디'],
    ['decomposed Hangul', `${'미야와디'.normalize('NFD')} 사무실, 항공권 무료`, '미야와디'.normalize('NFD')],
    ['Hangul letter by letter', 'ㅁㅣㅇㅑㅇㅘㄷㅣ 사무실, 항공권 무료', 'ㅁㅣㅇㅑㅇㅘㄷㅣ'],
  ];

  it.each(PLACES)('%s', (_name, text, place) => {
    for (const before of BEFORE) {
      const whole = before + text;
      const reason = score({ text: whole }).reasons.find(({ signal }) => signal === 'hotspot-destination');
      const words = reason?.spans.map(({ start, end }) => whole.slice(start, end));
      expect(words, before).toContain(place);
    }
  });
});
