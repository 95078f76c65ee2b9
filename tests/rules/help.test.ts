import { describe, expect, it } from 'vitest';
import type { HelpRule } from '../../src/packs/help-rule.ts';
import { isCountry, isWebAddress, readRules, repeated } from './read-rules.ts';

const files = readRules<HelpRule>('help');
const entries = files.flatMap(({ stem, rule }) =>
  rule.entries.map((entry) => ({ stem, country: rule.country, entry })),
);

describe('help files', () => {
  it.each(files.map((file) => [file.stem, file] as const))('%s names its country and has entries', (stem, { rule }) => {
    if (stem === 'international') expect(rule.country).toBe('INT');
    else if (stem === 'platforms') expect(rule.country).toBe('PLATFORM');
    else {
      expect(rule.country).toBe(stem.toUpperCase());
      expect(isCountry(rule.country)).toBe(true);
    }
    expect(rule.entries.length).toBeGreaterThan(0);
  });

  it('uses each id once', () => {
    expect(repeated(entries.map(({ entry }) => entry.id))).toEqual([]);
  });
});

describe.each(entries.map((item) => [item.entry.id, item] as const))('%s', (_id, { country, entry }) => {
  it('gives a way to reach it, or is advice', () => {
    const contact = entry.phones ?? entry.shortCode ?? entry.url ?? entry.email ?? entry.messaging;
    if (contact === undefined) {
      expect(['guide', 'platform-report']).toContain(entry.kind);
      expect(entry.note).toBeTruthy();
    }
    expect(entry.for.length).toBeGreaterThan(0);
  });

  it('has contacts that can be used', () => {
    for (const phone of entry.phones ?? []) expect(phone).toMatch(/^\+\d[\d ]{6,17}\d$/);
    if (entry.shortCode !== undefined) expect(entry.shortCode).toMatch(/^[#*]?\d[\d -]{1,16}$/);
    if (entry.url !== undefined) expect(isWebAddress(entry.url)).toBe(true);
    if (entry.email !== undefined) expect(entry.email).toMatch(/^[^@\s]+@[^@\s]+\.[a-z]+$/);
    if (entry.in !== undefined) expect(isCountry(entry.in) && entry.in !== country).toBe(true);
  });

  it('says where it comes from and when it was last seen', () => {
    expect(isWebAddress(entry.source.url)).toBe(true);
    expect(entry.verified).toMatch(/^20\d\d(-(0[1-9]|1[0-2])(-[0-3]\d)?)?$/);
    expect(Date.parse(entry.verified)).not.toBeNaN();
    expect(['high', 'medium']).toContain(entry.confidence);
  });

  it('names languages that a browser can name', () => {
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    for (const language of entry.languages) expect(names.of(language)).toBeTruthy();
  });

  it('has hosts exactly when it is a platform', () => {
    expect(entry.kind === 'platform-report').toBe(country === 'PLATFORM');
    expect((entry.hosts ?? []).length > 0).toBe(country === 'PLATFORM');
    for (const host of entry.hosts ?? []) expect(host).toMatch(/^(\*\.)?([a-z0-9-]+\.)+[a-z]+$/);
  });
});

describe('the directory as a whole', () => {
  it('keeps out numbers that are known to be dead or faked', () => {
    const dead = ['51908909', '09654333333', '029334888', '03003038151', '84462844844', '18007226688', '155260'];
    const shipped = entries.flatMap(({ entry }) => [
      ...(entry.phones ?? []),
      entry.shortCode ?? '',
      entry.messaging ?? '',
    ]);
    const digits = shipped.map((value) => value.replace(/\D/g, ''));
    for (const number of dead) expect(digits.filter((value) => value.endsWith(number))).toEqual([]);
  });

  it('gives someone held abroad a consular line or hotline in the countries most often targeted', () => {
    for (const country of ['PH', 'IN', 'CN', 'TW', 'HK', 'VN', 'ID', 'KR', 'LK', 'BR', 'CO', 'ET', 'UG', 'NG', 'BD']) {
      const reachable = entries.filter((item) => item.country === country && item.entry.for.includes('trapped-abroad'));
      expect(reachable.length, country).toBeGreaterThan(0);
    }
  });

  it('shows the official Telegram route before the unofficial one', () => {
    const order = entries.filter(({ entry }) => entry.hosts?.includes('t.me')).map(({ entry }) => entry.id);
    expect(order).toEqual(['plat-telegram-faq', 'plat-telegram']);
  });
});
