import { describe, expect, it } from 'vitest';
import { readPacks } from '../../../src/command-line/read-rules.ts';
import { canonicalIndicator } from '../../../src/engine/indicators/canonical-indicator.ts';
import { createHasher } from '../../../src/engine/indicators/indicator-hash.ts';
import { type IndicatorKind, NORMALISING } from '../../../src/engine/indicators/indicator-kinds.ts';
import type { IndicatorLookup } from '../../../src/engine/indicators/indicator-lookup.ts';
import { findKnownIndicators } from '../../../src/engine/indicators/known-indicators.ts';
import { createMatcher } from '../../../src/engine/matcher.ts';
import type { Posting } from '../../../src/engine/posting.ts';
import { readPosting } from '../../../src/engine/reading.ts';
import { createScorer } from '../../../src/engine/score-posting.ts';
import { compileRules } from '../../../src/packs/compile-rules.ts';
import vectors from './indicator-vectors.json' with { type: 'json' };

interface Value {
  kind: IndicatorKind;
  value: string;
  country?: string;
}
interface Advert extends Posting {
  canonical?: string[];
  notCanonical?: string[];
}

describe('canonical forms (indicator-vectors.json)', () => {
  it('are of the way of normalising that the packs name', () => {
    expect(vectors.normalising).toBe(NORMALISING);
  });

  it.each((vectors.canonical as (Value & { canonical: string })[]).map((v) => [v.kind, v.value, v.country ?? '', v]))(
    '%s %s %s',
    (_kind, _value, _country, { kind, value, country, canonical }) => {
      expect(canonicalIndicator(kind, value, country)).toEqual({ ok: true, canonical });
    },
  );

  it.each((vectors.invalid as Value[]).map((v) => [v.kind, v.value, v] as const))(
    '%s %s has none',
    (_kind, _value, { kind, value }) => {
      expect(canonicalIndicator(kind, value)).toMatchObject({ ok: false });
    },
  );
});

describe('hashes (indicator-vectors.json)', () => {
  it.each(vectors.hashes)('$canonical', ({ salt, canonical, hash }) => {
    const { hi, lo } = createHasher(Uint8Array.from(Buffer.from(salt, 'hex')))(canonical);
    expect(hi.toString(16).padStart(8, '0') + lo.toString(16).padStart(8, '0')).toBe(hash);
  });
});

describe('addresses of adverts (indicator-vectors.json)', () => {
  const asked = new Set<string>();
  const lookup: IndicatorLookup = {
    size: 0,
    find(canonical) {
      asked.add(canonical);
      return [];
    },
  };
  const rules = compileRules(readPacks());
  const score = createScorer(rules, [], rules.version, lookup);

  it.each((vectors.adverts as Advert[]).map((advert) => [advert.text, advert] as const))('%s', (_text, advert) => {
    asked.clear();
    score(advert);
    expect([...asked]).toEqual(expect.arrayContaining(advert.canonical ?? []));
    for (const canonical of advert.notCanonical ?? []) expect([...asked]).not.toContain(canonical);
  });

  it('are bounded in number, whatever the text', () => {
    asked.clear();
    score({ text: Array.from({ length: 5000 }, (_, i) => `+1202555${1000 + i} @name_number_${i}`).join(' ') });
    expect(asked.size).toBeLessThanOrEqual(120);
    expect(asked.size).toBeGreaterThan(100);
  });

  it('are found in time that grows with the text, not faster', () => {
    const matcher = createMatcher(rules.matcher);
    for (const unit of [
      '@a',
      'a.',
      '.t.me/',
      'a@',
      '+(',
      'Co., Ltd ',
      'PT a b c d ',
      '1A1z',
      'telegram @ab_12 ',
      'a-',
      '1.',
    ]) {
      const posting = { text: unit.repeat(20_000 / unit.length) };
      const reading = readPosting(posting, rules, matcher);
      const start = performance.now();
      findKnownIndicators(lookup, reading, posting, rules, ['VN', 'KH']);
      expect(performance.now() - start, unit).toBeLessThan(500);
    }
  });
});
