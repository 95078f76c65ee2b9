import { describe, expect, it } from 'vitest';
import { fold } from '../../src/engine/folding.ts';
import type { CurrencyRule, NumberWordsRule, PayCountryRule, RoleRule } from '../../src/packs/pay-rule.ts';
import { isCountry, isWebAddress, LANGUAGES, readRules, repeated } from './read-rules.ts';

const bands = readRules<PayCountryRule>('pay/bands');
const currencies = readRules<CurrencyRule>('pay/currencies');
const numbers = readRules<NumberWordsRule>('pay/numbers');
const roles = readRules<RoleRule>('pay/roles');

const usd = new Map(currencies.map(({ rule }) => [rule.code, rule.usd]));
/** Bands that are compared with when an advert names no role of its own. */
const GENERAL_ROLES = ['any-entry-level', 'all-workers'];

describe('currencies', () => {
  it.each(currencies.map((file) => [file.stem, file.rule] as const))('%s has a rate with its date', (stem, rule) => {
    expect(rule.code).toBe(stem.toUpperCase());
    expect(rule.code).toMatch(/^[A-Z]{3}$|^USDT$/);
    expect(rule.usd).toBeGreaterThan(0);
    expect(rule.usd).toBeLessThan(5);
    expect(rule.usdDate).toMatch(/^20\d\d-\d\d$/);
    for (const country of rule.countries ?? []) expect(isCountry(country)).toBe(true);
    for (const language of Object.keys(rule.words)) expect(LANGUAGES).toContain(language);
  });

  it('give each country one everyday currency, or the dollar beside it', () => {
    const homes = currencies.flatMap(({ rule }) => (rule.code === 'USD' ? [] : (rule.countries ?? [])));
    expect(repeated(homes)).toEqual([]);
  });
});

describe('numbers', () => {
  it('speak the thirty languages', () => {
    expect(numbers.map(({ rule }) => rule.lang).sort()).toEqual([...LANGUAGES].sort());
    for (const { stem, rule } of numbers) expect(rule.lang).toBe(stem);
  });

  it('never give one word two values', () => {
    const values = new Map<string, Set<number>>();
    for (const { rule } of numbers) {
      for (const [word, factor] of Object.entries(rule.multipliers)) {
        values.set(fold(word).text, (values.get(fold(word).text) ?? new Set()).add(factor));
      }
    }
    expect([...values].filter(([, factors]) => factors.size > 1).map(([word]) => word)).toEqual([]);
  });

  it.each([
    ['en', 'k', 1_000],
    ['en', 'lakh', 100_000],
    ['zh-Hans', '万', 10_000],
    ['zh-Hans', 'w', 10_000],
    ['id', 'jt', 1_000_000],
    ['id', 'rb', 1_000],
    ['vi', 'củ', 1_000_000],
    ['vi', 'tr', 1_000_000],
    ['th', 'หมื่น', 10_000],
    ['ru', 'тыс', 1_000],
    ['es', 'mil', 1_000],
    ['fr', 'mille', 1_000],
    ['sw', 'elfu', 1_000],
    ['am', 'ሺህ', 1_000],
    ['ko', '만', 10_000],
    ['my', 'သိန်း', 100_000],
    ['hi', 'हजार', 1_000],
    ['bn', 'লাখ', 100_000],
    ['tr', 'bin', 1_000],
    ['uz', 'ming', 1_000],
  ])('%s: %s is %d', (language, word, factor) => {
    expect(numbers.find(({ rule }) => rule.lang === language)!.rule.multipliers[word]).toBe(factor);
  });

  it.each(numbers.map((file) => [file.stem, file.rule] as const))(
    '%s has words for every period, each for one period only',
    (_stem, rule) => {
      const periods = [rule.perHour, rule.perDay, rule.perWeek, rule.perMonth, rule.perYear];
      for (const words of periods) expect(words.length).toBeGreaterThan(0);
      const names = periods.map((words) => [...new Set(words.map((word) => fold(word).text))]);
      expect(repeated(names.flat()).filter((word) => word !== 'lpa')).toEqual([]);
    },
  );

  it.each(numbers.map((file) => [file.stem, file.rule] as const))(
    '%s: no bare noun says that a sum is paid by the day',
    (_stem, rule) => {
      const bare = [
        'day',
        'days',
        'hour',
        'hours',
        'week',
        'weeks',
        'hari',
        'jam',
        'minggu',
        'ngày',
        'giờ',
        'день',
        'час',
        'dia',
        'día',
        'jour',
        'gün',
        'kun',
        'siku',
        '天',
        '日',
        '일',
        'วัน',
      ];
      const words = [...rule.perHour, ...rule.perDay, ...rule.perWeek, ...rule.perYear];
      expect(words.filter((word) => bare.includes(word))).toEqual([]);
    },
  );
});

describe('roles', () => {
  it('are named once and written in the thirty languages', () => {
    expect(repeated(roles.map(({ rule }) => rule.role))).toEqual([]);
    for (const { stem, rule } of roles) {
      expect(rule.role).toBe(stem);
      expect(LANGUAGES.filter((language) => !rule.words[language]?.length)).toEqual([]);
    }
  });

  it('never call one word both entry-level and skilled work', () => {
    const kinds = new Map<string, Set<boolean>>();
    for (const { rule } of roles) {
      for (const word of Object.values(rule.words).flat()) {
        kinds.set(fold(word).text, (kinds.get(fold(word).text) ?? new Set()).add(rule.entryLevel));
      }
    }
    expect([...kinds].filter(([, entry]) => entry.size > 1).map(([word]) => word)).toEqual([]);
  });

  it('leave out words that mean something else in many adverts', () => {
    const ordinary = [
      'model',
      'modelo',
      'security',
      'sales',
      'driver',
      'helper of',
      'sera',
      'dealer',
      'art',
      'بناء',
      'آیا',
      'आया',
      '의사',
      '경비',
      '老师',
      '经理',
      'ライバー',
      'レジ',
      'ยาม',
      'บัญชี',
    ];
    const words = new Set(
      roles.flatMap(({ rule }) =>
        Object.values(rule.words)
          .flat()
          .map((word) => fold(word).text),
      ),
    );
    expect(ordinary.filter((word) => words.has(fold(word).text))).toEqual([]);
  });
});

describe.each(bands.map((file) => [file.stem, file] as const))('bands of %s', (stem, { rule }) => {
  it('name the country and known roles, each once', () => {
    expect(rule.country).toBe(stem.toUpperCase());
    expect(isCountry(rule.country)).toBe(true);
    expect(repeated(rule.bands.map((band) => band.role))).toEqual([]);
    const known = new Set([...GENERAL_ROLES, ...roles.map((file) => file.rule.role)]);
    for (const band of rule.bands) expect(known.has(band.role), band.role).toBe(true);
  });

  it('hold sums in order, and dollars that follow from the rate', () => {
    for (const { monthly, monthlyUsd, currency } of rule.bands) {
      expect(usd.has(currency)).toBe(true);
      expect(monthly.low ?? monthly.typical).toBeLessThanOrEqual(monthly.typical);
      expect(monthly.high ?? monthly.typical).toBeGreaterThanOrEqual(monthly.typical);
      const converted = monthly.typical * usd.get(currency)!;
      expect(Math.abs(monthlyUsd.typical - converted)).toBeLessThanOrEqual(Math.max(2, converted * 0.03));
      expect(monthlyUsd.typical).toBeGreaterThan(50);
    }
  });

  it('say where they come from, how good they are and of what year', () => {
    for (const band of rule.bands) {
      expect(['A', 'B', 'C']).toContain(band.quality);
      expect(band.year).toMatch(/20\d\d/);
      expect(band.sources.length).toBeGreaterThan(0);
      for (const source of band.sources) expect(source.title && isWebAddress(source.url)).toBe(true);
    }
  });
});
