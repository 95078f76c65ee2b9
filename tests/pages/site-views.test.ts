import { expect, test } from 'vitest';
import type { SiteRule } from '../../src/packs/site-rule.ts';
import { learnVocabulary } from '../../src/pages/job-marks.ts';
import { isGlob, rulesFor } from '../../src/pages/site-views.ts';
import { TRANSFORM_NAMES, transformed } from '../../src/pages/transforms.ts';
import { VOCABULARY } from '../../src/pages/vocabulary.ts';
import { loadSites } from './load-sites.ts';

learnVocabulary(VOCABULARY);

test.each([
  ['/jobs/view/1', '/jobs/*', true],
  ['/jobs', '/jobs/*', false],
  ['/a/b/c', '/a/*/c', true],
  ['/a/c', '/a/*/c', false],
  ['/viewjob', '/viewjob', true],
  ['/viewjob/2', '/viewjob', false],
  ['/search/ggg', '*', true],
])('%s is %s: %s', (path, glob, is) => expect(isGlob(path, glob)).toBe(is));

test('a hostile pattern does not backtrack', () => {
  const started = performance.now();
  isGlob('a'.repeat(50_000), `${'*a'.repeat(2000)}b`);
  expect(performance.now() - started).toBeLessThan(200);
});

test('hosts', () => {
  const rule = (hosts: string[], state: SiteRule['state'] = 'on') =>
    ({ site: hosts[0]!, hosts, state, views: [] }) as unknown as SiteRule;
  const rules = [rule(['*.example.com']), rule(['t.me']), rule(['*.off.com'], 'off')];
  const names = (url: string) => rulesFor(url, rules).map(({ site }) => site);
  expect(names('https://example.com/x')).toEqual(['*.example.com']);
  expect(names('https://de.example.com/x')).toEqual(['*.example.com']);
  expect(names('https://notexample.com/')).toEqual([]);
  expect(names('https://x.t.me/')).toEqual([]);
  expect(names('https://www.off.com/')).toEqual([]);
  expect(names('not an address')).toEqual([]);
});

test.each([
  ['before-dot', 'Lagos · 2 weeks ago', 'Lagos'],
  ['before-bar', 'Nurse | Site', 'Nurse'],
  ['without-brackets', 'Cook (Verified job)', 'Cook'],
  ['after-bracket', '[10:30, 28/09/2026] Ana: ', 'Ana'],
  ['only-money', 'Full-time', ''],
  ['only-money', '₱18,000 a month', '₱18,000 a month'],
  ['without-money', '₱18,000 a month', ''],
  ['last-number', 'urn:li:jobPosting:4000000001', '4000000001'],
  ['last-number', '/vacancy/100000001?query=x', '100000001'],
  ['path-end', 'https://x.test/jobs/abc-1/?a=b', 'abc-1'],
  ['without-label', 'Location\nLagos', 'Lagos'],
  ['first-line', 'a\nb', 'a'],
])('%s of %s', (name, from, to) => expect(transformed(from, [name])).toBe(to));

test('site rules name only transforms that exist, and unknown ones change nothing', () => {
  const used = loadSites().flatMap(({ views }) =>
    views.flatMap(({ fields }) => Object.values(fields).flatMap((rule) => rule.transforms ?? [])),
  );
  expect([...new Set(used)].filter((name) => !TRANSFORM_NAMES.includes(name))).toEqual([]);
  expect(transformed('x', ['no-such-thing'])).toBe('x');
});

test('every rule that was not tried on captured pages says that it is experimental', () => {
  for (const { site, confidence, experimental, revision, minEngine } of loadSites()) {
    expect(experimental === true, site).toBe(confidence !== 'high');
    expect(revision, site).toBeGreaterThan(0);
    expect(minEngine, site).toBeGreaterThan(0);
  }
});
