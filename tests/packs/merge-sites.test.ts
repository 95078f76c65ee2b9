import { expect, test } from 'vitest';
import { compareVersions } from '../../src/packs/list-version.ts';
import { mergeSites } from '../../src/packs/merge-sites.ts';
import type { SiteRule } from '../../src/packs/site-rule.ts';

const HERE = { engine: 1, version: '1.4.0' };

function site(change: Partial<SiteRule> = {}): SiteRule {
  return {
    site: 'board',
    name: 'A board',
    hosts: ['*.board.example'],
    confidence: 'high',
    revision: 3,
    minEngine: 1,
    views: [{ view: 'list', posting: ['.card'], fields: {}, required: ['text'] }],
    sources: [],
    ...change,
  };
}

const mended = site({ revision: 4, views: [{ view: 'list', posting: ['.new-card'], fields: {}, required: ['text'] }] });

test.each([
  ['a higher revision mends the site', [mended], '.new-card'],
  ['an equal revision changes nothing', [{ ...mended, revision: 3 }], '.card'],
  ['a lower revision never rolls the package back', [{ ...mended, revision: 1 }], '.card'],
  ['a revision for a newer engine is left alone', [{ ...mended, minEngine: 2 }], '.card'],
  ['of several, the highest that can run wins', [mended, site({ revision: 9, minEngine: 2 })], '.new-card'],
])('%s', (_, synced, card) => {
  expect(mergeSites([site()], synced, HERE)[0]!.views[0]!.posting).toEqual([card]);
});

test('a synced list can never add a site or a host', () => {
  const other = site({ site: 'bank', hosts: ['*.bank.example'], revision: 99 });
  const wider = { ...mended, hosts: ['*.board.example', '*.bank.example', '*'] };
  const merged = mergeSites([site()], [other, wider], HERE);
  expect(merged).toHaveLength(1);
  expect(merged[0]!.hosts).toEqual(['*.board.example']);
});

test('what is read only when asked stays so', () => {
  const [merged] = mergeSites([site({ onRequest: true })], [{ ...mended, onRequest: false }], HERE);
  expect(merged!.onRequest).toBe(true);
  expect(mergeSites([site()], [{ ...mended, onRequest: true }], HERE)[0]!.onRequest).toBe(true);
});

test.each([
  ['for good', {}, 'off'],
  ['until a later package', { fixedIn: '1.5.0' }, 'off'],
  ['until this package, and so no more', { fixedIn: '1.4.0' }, 'on'],
  ['until a package long past', { fixedIn: '1.3.9' }, 'on'],
])('a site is switched off %s', (_, change, state) => {
  const [merged] = mergeSites([site()], [site({ revision: 5, state: 'off', ...change })], HERE);
  expect(merged!.state ?? 'on').toBe(state);
});

test('a state of a newer version counts as off', () => {
  const later = { ...site({ revision: 5 }), state: 'careful' } as unknown as SiteRule;
  expect(mergeSites([site()], [later], HERE)[0]!.state).toBe('off');
});

test('versions are compared part by part', () => {
  expect(compareVersions('2026.11.22', '2026.11.9')).toBeGreaterThan(0);
  expect(compareVersions('2026.11.22', '2026.11.22.1')).toBeLessThan(0);
  expect(compareVersions('0.1.0', '2026.1.1')).toBeLessThan(0);
  expect(compareVersions('1.4', '1.4.0')).toBe(0);
});
