import { describe, expect, it } from 'vitest';
import { createHasher, indexOfHash } from '../../src/engine/indicators/indicator-hash.ts';
import {
  createIndicatorLookup,
  dateOf,
  dayOf,
  type IndicatorTable,
} from '../../src/engine/indicators/indicator-lookup.ts';
import { buildIndicatorPacks, buildIndicatorTables, saltOf } from '../../src/packs/build-indicators.ts';
import { checkIndicators, openIndicators } from '../../src/packs/indicator-list.ts';
import type { IndicatorEntry, IndicatorRule } from '../../src/packs/indicator-rule.ts';
import { decodeIndicators, encodeIndicators } from '../../src/packs/indicators-file.ts';
import { lookupOf, TEST_RULE } from '../engine/indicators/test-list.ts';

const OPTIONS = { version: '2026.11.22.0900', day: '2026-11-22' };
const SHARED = { sourceClass: 'police', source: { title: 'Test list', url: 'https://police.example/' } } as const;

const entry = (value: string, added: string, more: Partial<IndicatorEntry> = {}): IndicatorEntry => ({
  kind: 'domain',
  value,
  added,
  ...more,
});
const rule = (...entries: IndicatorEntry[]): IndicatorRule => ({ ...SHARED, entries });

/** The facts about a domain on a given day, by packs as a client holds them. */
function find(packs: { recent: Uint8Array; base: Uint8Array }, domain: string, today = OPTIONS.day) {
  return openIndicators([{ id: '', subscribed: false, ...packs }], () => dayOf(today)).find(`domain:${domain}`);
}

function packsOf(rules: IndicatorRule[], options: { day: string; version?: string } = OPTIONS) {
  const { 'indicators-recent': recent, 'indicators-base': base } = buildIndicatorPacks(rules, {
    version: '1',
    ...options,
  });
  return { recent, base };
}

describe('indicators packs as bytes', () => {
  const packs = buildIndicatorPacks([TEST_RULE], OPTIONS);
  const bytes = packs['indicators-recent'];

  it('come back as they were', () => {
    const { recent } = buildIndicatorTables([TEST_RULE], OPTIONS);
    const decoded = decodeIndicators(bytes);
    expect(decoded).toEqual({ ok: true, pack: 'indicators-recent', table: recent });
    expect(encodeIndicators('indicators-recent', recent)).toEqual(bytes);
  });

  it('are the same bytes for the same rules, whatever the order of files', () => {
    const files = [rule(entry('a-first.example', '2026-11-02')), rule(entry('b-second.example', '2026-11-03'))];
    expect(packsOf(files)).toEqual(packsOf(files));
    const [one, other] = [
      decodeIndicators(packsOf(files).recent),
      decodeIndicators(packsOf(files.toReversed()).recent),
    ];
    expect(one.ok && other.ok && [one.table.hi, one.table.lo]).toEqual(other.ok && [other.table.hi, other.table.lo]);
  });

  it('need no memory of their own, and are read wherever they lie in a larger buffer', () => {
    const decoded = decodeIndicators(bytes);
    expect(decoded.ok && decoded.table.hi.buffer).toBe(bytes.buffer);
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(decodeIndicators(larger.subarray(3))).toEqual(decoded);
  });

  it('hold no address in clear', () => {
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toContain('Test police list');
    for (const { value } of TEST_RULE.entries) expect(text).not.toContain(value.replace('@', ''));
  });

  it('are refused when cut off at any byte, and when anything follows', () => {
    for (let length = 0; length < bytes.length; length++)
      expect(decodeIndicators(bytes.slice(0, length)).ok, `${length} bytes`).toBe(false);
    const longer = new Uint8Array(bytes.length + 1);
    longer.set(bytes);
    expect(decodeIndicators(longer)).toMatchObject({ ok: false, error: 'the length is not that of its entries' });
  });

  it('are refused when they are something else', () => {
    const page = new TextEncoder().encode('<!doctype html><title>Sign in</title>');
    expect(decodeIndicators(page)).toEqual({ ok: false, error: 'not an indicators pack' });
  });

  it.each<[string, string, Record<string, unknown>]>([
    ['a salt of another length', 'the salt is not 16 bytes', { salt: '00' }],
    ['no such pack', 'the header names no such pack', { pack: 'signals' }],
    ['a count below nothing', 'the header gives no number of entries', { count: -1 }],
    ['a count that no file can hold', 'the header gives no number of entries', { count: 1e15 }],
    ['a count of another file', 'the length is not that of its entries', { count: 4 }],
    ['fewer labels than entries name', 'the length is not that of its entries', { labels: 1 }],
    ['sources that are none', 'the header has no list of sources', { sources: {} }],
    [
      'a source that runs a script',
      'a source is no web address',
      { sources: [{ title: '', url: 'javascript:alert(1)', sourceClass: 'ngo' }] },
    ],
    [
      'a source of its own class',
      'a source is of an unknown class',
      { sources: [{ title: '', url: 'https://x.example', sourceClass: 'god' }] },
    ],
    ['fewer sources than entries name', 'an entry names no source', { sources: [] }],
  ])('are refused with %s', (_what, error, change) => {
    expect(decodeIndicators(withHeader(bytes, change))).toEqual({ ok: false, error });
  });

  it.each([{ normalising: 2 }, { format: 2 }, { minEngine: 99 }])('wait for a newer engine with %j', (change) => {
    expect(decodeIndicators(withHeader(bytes, change))).toMatchObject({ ok: false, newer: true });
  });

  it('are refused when not in order, or when an entry ends before it begins', () => {
    const { recent } = buildIndicatorTables([TEST_RULE], OPTIONS);
    const swapped: IndicatorTable = { ...recent, hi: recent.hi.toReversed() };
    expect(decodeIndicators(encodeIndicators('indicators-recent', swapped))).toMatchObject({
      error: 'the entries are not in order',
    });
    const twice: IndicatorTable = { ...recent, hi: recent.hi.fill(7, 0, 2), lo: recent.lo.fill(7, 0, 2) };
    expect(decodeIndicators(encodeIndicators('indicators-recent', twice)).ok).toBe(false);
    const again = buildIndicatorTables([TEST_RULE], OPTIONS).recent;
    again.labels.expires[0] = again.labels.added[0]! - 1;
    expect(decodeIndicators(encodeIndicators('indicators-recent', again))).toMatchObject({
      error: 'an entry ends before it begins',
    });
  });

  it('leave out an entry of a kind that only a newer engine knows, and keep the others', () => {
    const { recent } = buildIndicatorTables([TEST_RULE], OPTIONS);
    const { hi, lo } = createHasher(recent.salt)('domain:sunrise-careers.example');
    recent.labels.kind[recent.label[indexOfHash(recent.hi, recent.lo, { hi, lo })]!] = 200;
    const bytes = encodeIndicators('indicators-recent', recent);
    const lookup = openIndicators([{ id: '', subscribed: false, recent: bytes }], () => dayOf(OPTIONS.day));
    expect(lookup.find('domain:sunrise-careers.example')).toEqual([]);
    expect(lookup.find('phone:+12025550143')).toHaveLength(1);
  });
});

/** The same pack under a header that was changed. */
function withHeader(bytes: Uint8Array, change: Record<string, unknown>): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const length = view.getUint32(4, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as object;
  let text = JSON.stringify({ ...header, ...change });
  text = text.padEnd(Math.ceil(text.length / 4) * 4);
  const out = new Uint8Array(8 + text.length + bytes.length - 8 - length);
  out.set(bytes.subarray(0, 4));
  new DataView(out.buffer).setUint32(4, text.length, true);
  out.set(new TextEncoder().encode(text), 8);
  out.set(bytes.subarray(8 + length), 8 + text.length);
  return out;
}

describe('recent over base', () => {
  const old = entry('listed-in-may.example', '2026-09-01');
  const fresh = entry('listed-this-month.example', '2026-11-05');

  it('puts entries of this month into the recent pack and leaves the base pack alone all month', () => {
    const before = packsOf([rule(old)], { day: '2026-11-02' });
    const after = packsOf([rule(old, fresh)], { day: '2026-11-22' });
    expect(after.base).toEqual(before.base);
    expect(find(after, 'listed-this-month.example')).toMatchObject([{ added: '2026-11-05', expires: '2027-05-04' }]);
    expect(find(after, 'listed-in-may.example')).toMatchObject([{ added: '2026-09-01', sourceClass: 'police' }]);
  });

  it('ends an entry on its day without an update', () => {
    const packs = packsOf([rule(entry('short-lived.example', '2026-11-05', { expires: '2026-11-25' }))]);
    expect(find(packs, 'short-lived.example', '2026-11-25')).toHaveLength(1);
    expect(find(packs, 'short-lived.example', '2026-11-26')).toEqual([]);
  });

  it('does not carry what has ended or has not begun', () => {
    const packs = packsOf([rule(entry('over.example', '2026-01-01'), entry('to-come.example', '2026-12-01'))]);
    expect(packs.recent.length + packs.base.length).toBeLessThan(600);
    expect(find(packs, 'to-come.example', '2026-12-02')).toEqual([]);
  });

  it('takes an entry off with the recent pack alone: a client that holds the old base pack stops within one poll', () => {
    const before = packsOf([rule(old)], { day: '2026-11-21' });
    const after = packsOf([rule({ ...old, removed: '2026-11-22' })]);
    expect(after.base).toEqual(before.base);
    expect(find({ recent: before.recent, base: before.base }, 'listed-in-may.example')).toHaveLength(1);
    expect(find({ recent: after.recent, base: before.base }, 'listed-in-may.example')).toEqual([]);
  });

  it('takes off an entry of this month too, and one whose line is deleted', () => {
    expect(find(packsOf([rule({ ...fresh, removed: '2026-11-22' })]), 'listed-this-month.example')).toEqual([]);
    expect(find(packsOf([]), 'listed-in-may.example')).toEqual([]);
  });

  it('forgets in the next month what was taken off', () => {
    const next = packsOf([rule({ ...old, removed: '2026-11-22' })], { day: '2026-12-01' });
    expect(next.recent.length + next.base.length).toBeLessThan(500);
    expect(find(next, 'listed-in-may.example', '2026-12-01')).toEqual([]);
  });

  it('keeps an address for which another source still stands', () => {
    const other: IndicatorRule = {
      sourceClass: 'ngo',
      source: { title: 'Other', url: 'https://ngo.example/' },
      entries: [old],
    };
    const packs = packsOf([rule({ ...old, removed: '2026-11-22' }), other]);
    expect(find(packs, 'listed-in-may.example')).toMatchObject([{ sourceClass: 'ngo' }]);
  });

  it('lists again what was taken off and put on once more', () => {
    const packs = packsOf([rule({ ...old, removed: '2026-11-10' }, { ...old, added: '2026-11-20' })]);
    expect(find(packs, 'listed-in-may.example')).toMatchObject([{ added: '2026-11-20' }]);
  });

  it('shows the official source where two name one address', () => {
    const ngo: IndicatorRule = {
      sourceClass: 'ngo',
      source: { title: 'Other', url: 'https://ngo.example/' },
      entries: [fresh],
    };
    expect(find(packsOf([ngo, rule(fresh)]), 'listed-this-month.example')).toMatchObject([{ sourceClass: 'police' }]);
  });
});

describe('lists of several publishers', () => {
  it('have salts of their own', () => {
    expect(saltOf('one')).not.toEqual(saltOf('two'));
    expect(saltOf()).toEqual(saltOf(''));
  });

  it('are all asked, and a subscription does not speak for the police', () => {
    const own = packsOf([TEST_RULE]);
    const { 'indicators-recent': recent } = buildIndicatorPacks([TEST_RULE], { ...OPTIONS, list: 'help-desk' });
    const lookup = openIndicators(
      [
        { id: '', subscribed: false, ...own },
        { id: 'help-desk', subscribed: true, recent },
      ],
      () => dayOf(OPTIONS.day),
    );
    expect(lookup.size).toBe(TEST_RULE.entries.length * 2);
    expect(lookup.find('domain:sunrise-careers.example')).toMatchObject([
      { list: '', sourceClass: 'police' },
      { list: 'help-desk', sourceClass: 'ngo' },
    ]);
  });

  it('find every entry of a large list and nothing else', () => {
    const entries = Array.from({ length: 5000 }, (_, i) => entry(`listed-${i}.example`, '2026-11-05'));
    const { recent, base } = buildIndicatorTables([rule(...entries)], OPTIONS);
    const lookup = createIndicatorLookup([{ id: '', subscribed: false, tables: [recent, base] }], () =>
      dayOf(OPTIONS.day),
    );
    for (let i = 0; i < 5000; i++) expect(lookup.find(`domain:listed-${i}.example`)).toHaveLength(1);
    for (let i = 5000; i < 10_000; i++) expect(lookup.find(`domain:listed-${i}.example`)).toEqual([]);
  });

  it('hold more labels than two bytes can name', () => {
    const notices = 331;
    const entries = Array.from({ length: 66_000 }, (_, i) =>
      entry(`listed-${i}.example`, '2026-11-05', {
        source: { title: `Notice ${i % notices}`, url: 'https://police.example/' },
        expires: dateOf(dayOf('2026-12-01') + Math.floor(i / notices)),
      }),
    );
    const { recent, base } = packsOf([rule(...entries)]);
    expect(decodeIndicators(recent)).toMatchObject({ ok: true, table: { label: expect.any(Uint32Array) } });
    const fact = { source: { title: `Notice ${65_999 % notices}` }, expires: dateOf(dayOf('2026-12-01') + 199) };
    expect(find({ recent, base }, 'listed-65999.example')).toMatchObject([fact]);
    expect(decodeIndicators(packsOf([rule(...entries.slice(0, 99))]).recent)).toMatchObject({
      table: { label: expect.any(Uint16Array) },
    });
  });

  it('know nothing of nobody', () => {
    expect(createIndicatorLookup([], () => 0).find('phone:+12025550143')).toEqual([]);
    expect(lookupOf([]).find('phone:+12025550143')).toEqual([]);
  });
});

describe('a pack that names whom no list may name', () => {
  it('is refused as a whole', () => {
    const bytes = packsOf([TEST_RULE]).recent;
    expect(checkIndicators(bytes)).toEqual({ ok: true });
    expect(checkIndicators(bytes, ['phone:+12025550199'])).toEqual({ ok: true });
    expect(checkIndicators(bytes, ['phone:+12025550199', 'phone:+12025550143'])).toEqual({
      ok: false,
      error: 'it lists phone:+12025550143, which no list may name',
    });
    expect(checkIndicators(bytes.slice(0, 20)).ok).toBe(false);
  });
});
