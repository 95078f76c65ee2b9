import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capHelp, capSignals, SUBSCRIPTION_LIMITS } from '../../src/packs/cap-subscription.ts';
import { readListCard } from '../../src/packs/list-card.ts';
import { liveVersion } from '../../src/packs/live-version.ts';
import { readSubscriptionLink, subscriptionLink } from '../../src/packs/subscription-link.ts';

const ROOT = 'ab'.repeat(32);
const CARD = readListCard({ prefix: 'shore', name: 'Shore watch', by: 'Union of Example Seafarers' })!;
const sets = (_language: string, set: string) => set === 'pay';

const signal = (change: object = {}) => ({
  id: 'shore-false-contract',
  name: 'False contract',
  group: 'terms',
  strength: 'strong',
  weight: 1.2,
  detector: 'phrases',
  text: { en: { label: 'The contract is signed on board', why: 'Seen in adverts for ships that do not exist.' } },
  sources: [{ title: 'Union bulletin', url: 'https://union.example/3', date: '2026' }],
  phrases: { en: ['contract signed on board', '{pay} ~2 on board'] },
  ...change,
});

describe('a link', () => {
  const address = 'https://lists.example/shore/';
  test.each([
    ['as it is shared', `https://lists.example/shore/#lurewatch-list=${encodeURIComponent(address)}&root=${ROOT}`],
    ['in the middle of a message', `Add us: ${subscriptionLink({ address, root: ROOT })} thank you`],
    ['relative to its page', `https://lists.example/about.html#lurewatch-list=shore&root=${ROOT.toUpperCase()}`],
    ['of the page itself', `https://lists.example/shore/index.html#lurewatch-list=&root=${ROOT}`],
    ['with a query, which is dropped', `https://x.example/#lurewatch-list=${address}%3Fwho%3Dme&root=${ROOT}`],
  ])('%s is understood', (_, text) => {
    expect(readSubscriptionLink(text)).toEqual({ ok: true, link: { address, root: ROOT } });
  });

  test.each([
    ['nothing', '', 'no-link'],
    ['an ordinary address', 'https://lists.example/shore/', 'no-link'],
    ['no fingerprint', 'https://x.example/#lurewatch-list=/', 'no-root'],
    ['half a fingerprint', `https://x.example/#lurewatch-list=/&root=${ROOT.slice(2)}`, 'no-root'],
    ['an open connection', `http://x.example/#lurewatch-list=/&root=${ROOT}`, 'not-https'],
    ['a local file', `https://x.example/#lurewatch-list=file:///etc/&root=${ROOT}`, 'not-https'],
    ['a script', `https://x.example/#lurewatch-list=javascript:1&root=${ROOT}`, 'not-https'],
    ['a password', `https://x.example/#lurewatch-list=https://me:you@y.example/&root=${ROOT}`, 'not-https'],
    ['this machine', `http://127.0.0.1:4000/#lurewatch-list=/&root=${ROOT}`, 'not-https'],
  ])('with %s is refused', (_, text, fault) => {
    expect(readSubscriptionLink(text)).toEqual({ ok: false, fault });
  });

  test('of this machine is taken where lists are tried', () => {
    expect(readSubscriptionLink(`http://127.0.0.1:4000/#lurewatch-list=/list&root=${ROOT}`, true)).toMatchObject({
      link: { address: 'http://127.0.0.1:4000/list/' },
    });
  });
});

describe('who a list says it is', () => {
  test.each([
    [{}],
    [{ prefix: 'shore', name: 'x' }],
    [{ prefix: 'Shore', name: 'x', by: 'y' }],
    [{ prefix: 'a-b', name: 'x', by: 'y' }],
    [{ prefix: 'core', name: 'x', by: 'y' }],
    [{ prefix: 'lurewatch', name: 'x', by: 'y' }],
    [{ prefix: 'shore', name: ' ', by: 'y' }],
    [null],
  ])('%j is not enough', (card) => {
    expect(readListCard(card)).toBeNull();
  });

  test('text is cut, and only a secure address is kept', () => {
    const card = readListCard({ ...CARD, name: `A\n${'b'.repeat(99)}`, url: 'javascript:alert(1)', more: 1 });
    expect(card).toEqual({ ...CARD, name: `A ${'b'.repeat(58)}` });
  });
});

describe('signs of a subscription', () => {
  const cap = (...signals: unknown[]) => capSignals({ signals }, CARD, sets);

  test('are taken with their words, at no more than the ceiling, never alone', () => {
    const { signals, leftOut } = cap(signal({ weight: 50, alone: true }));
    expect(leftOut).toEqual([]);
    expect(signals[0]).toMatchObject({ id: 'shore-false-contract', weight: SUBSCRIPTION_LIMITS.weight, alone: false });
    expect(signals[0]!.phrases).toEqual({ en: ['contract signed on board', '{pay} ~2 on board'] });
  });

  test.each([
    ['the id of one of ours', signal({ id: 'travel-paid' }), 'foreign-id'],
    ['an id that leads elsewhere', signal({ id: 'shore-../x' }), 'foreign-id'],
    ['a sign that speaks for adverts', signal({ group: 'protective', weight: -3 }), 'not-allowed'],
    ['a sign that silences others', signal({ group: 'context' }), 'not-allowed'],
    ['a weight below zero', signal({ weight: -1 }), 'not-allowed'],
    ['no weight', signal({ weight: 'much' }), 'not-allowed'],
    ['a detector of the engine', signal({ detector: 'local-work' }), 'not-allowed'],
    ['no words for a person', signal({ text: {} }), 'unreadable'],
    ['phrases that do not parse', signal({ phrases: { en: ['(a|', 'a'] } }), 'unreadable'],
    ['word sets that do not exist', signal({ phrases: { en: ['{nothing} here'] } }), 'unreadable'],
    ['phrases of single letters', signal({ phrases: { en: ['a', 'e *'] } }), 'unreadable'],
  ])('%s is left out', (_, one, why) => {
    expect(cap(one)).toEqual({ signals: [], leftOut: [{ id: (one as { id: string }).id, why }] });
  });

  test('too many are cut', () => {
    const many = Array.from({ length: 60 }, (_, index) => signal({ id: `shore-n${index}` }));
    expect(cap(...many).signals).toHaveLength(SUBSCRIPTION_LIMITS.signals);
  });

  test.each([[null], [5], [[]], [{ signals: 'x' }], [{ signals: [null, 5, 'x', []] }]])(
    'rubbish gives none: %j',
    (pack) => {
      expect(capSignals(pack, CARD, sets).signals).toEqual([]);
    },
  );
});

describe('contacts of a subscription', () => {
  const entry = (change: object = {}) => ({
    id: 'shore-line',
    name: 'Seafarers’ line',
    kind: 'ngo',
    for: ['suspicious-ad'],
    phones: ['+63 2 5550 100', 'call me'],
    url: 'https://union.example/help',
    languages: ['fil'],
    source: { url: 'https://union.example/' },
    verified: '2026-10',
    ...change,
  });
  const cap = (...entries: unknown[]) => capHelp({ help: [{ country: 'PH', name: 'Philippines', entries }] }, CARD);

  test('name their list', () => {
    const { help } = cap(entry());
    expect(help).toMatchObject([{ country: 'PH', list: 'Shore watch', entries: [{ phones: ['+63 2 5550 100'] }] }]);
  });

  test.each([
    ['a police number', entry({ kind: 'police' }), 'not-allowed'],
    ['a report form of a platform', entry({ kind: 'platform-report' }), 'not-allowed'],
    ['a register of agencies', entry({ kind: 'licence-register' }), 'not-allowed'],
    ['an id of ours', entry({ id: 'ph-iacat' }), 'foreign-id'],
    ['no source', entry({ source: {} }), 'unreadable'],
  ])('%s is left out', (_, one, why) => {
    expect(cap(one)).toMatchObject({ help: [], leftOut: [{ why }] });
  });

  test('addresses that are no web pages are dropped', () => {
    expect(cap(entry({ url: 'javascript:alert(1)' })).help[0]!.entries[0]!.url).toBeUndefined();
  });
});

test('a set of lists has a name of its own', () => {
  const shore = { prefix: 'shore', version: '2026.11.20' };
  expect(liveVersion('2026.11.22', [])).toBe('2026.11.22');
  expect(liveVersion('2026.11.22', [shore, { prefix: 'bay', version: '7' }])).toBe(
    '2026.11.22 + bay 7 + shore 2026.11.20',
  );
});

test('whatever a list holds, nothing comes of it that could weaken or imitate ours', () => {
  const text = fc.oneof(
    fc.string(),
    fc.constantFrom('shore-a', 'travel-paid', 'phrases', 'offer', 'protective', 'ngo'),
  );
  const value = fc.oneof(text, fc.double(), fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<unknown>);
  const shape = (keys: string[]) =>
    fc.record(Object.fromEntries(keys.map((key) => [key, value])), { requiredKeys: [] });
  const signals = shape([
    'id',
    'group',
    'weight',
    'detector',
    'alone',
    'onlyWith',
    'text',
    'phrases',
    'unless',
    'kinds',
  ]);
  const entries = shape([
    'id',
    'name',
    'kind',
    'for',
    'phones',
    'url',
    'email',
    'languages',
    'source',
    'verified',
    'in',
  ]);
  const words = { text: signal().text, phrases: signal().phrases, detector: 'phrases', group: 'offer' };
  fc.assert(
    fc.property(fc.array(signals), fc.array(entries), fc.boolean(), (given, contacts, sound) => {
      const pack = { signals: given.map((one) => (sound ? { ...one, ...words } : one)) };
      for (const { id, weight, alone, group, detector } of capSignals(pack, CARD, sets).signals) {
        expect(id).toMatch(/^shore-[a-z0-9-]+$/);
        expect(weight).toBeGreaterThan(0);
        expect(weight).toBeLessThanOrEqual(SUBSCRIPTION_LIMITS.weight);
        expect([alone, detector]).toEqual([false, 'phrases']);
        expect(['protective', 'context']).not.toContain(group);
      }
      const { help } = capHelp({ help: [{ country: 'PH', name: 'x', entries: contacts }] }, CARD);
      for (const { entries: taken, list } of help) {
        expect(list).toBe('Shore watch');
        for (const { id, url } of taken) {
          expect(id).toMatch(/^shore-/);
          expect(url ?? 'https:').toMatch(/^https:/);
        }
      }
    }),
    { numRuns: 300 },
  );
});
