import { describe, expect, test } from 'vitest';
import { readPacks } from '../../src/command-line/read-rules.ts';
import { checkPack } from '../../src/packs/check-pack.ts';
import { ENGINE_VERSION, PACK_FORMAT, type Packs } from '../../src/packs/pack-files.ts';
import { checkSchema } from '../../src/packs/schema-check.ts';
import { encode, smallPacks } from './small-packs.ts';

const newer = { format: PACK_FORMAT + 1 };
const signals = (edit: object, rule: object = {}): Uint8Array => {
  const pack = smallPacks('1').signals;
  return encode({ ...pack, signals: [{ ...pack.signals[0], ...rule }, ...pack.signals], ...edit });
};
const site = {
  site: 'board',
  name: 'Board',
  hosts: ['board.example'],
  confidence: 'high',
  revision: 2,
  minEngine: 1,
  views: [],
  sources: [],
};
const sites = (head: object, rule: object): Uint8Array =>
  encode({ ...smallPacks('1').sites, ...head, sites: [{ ...site, ...rule }] });

test('the packs of the repository pass unchanged', () => {
  for (const [id, pack] of Object.entries(readPacks()) as [keyof Packs, unknown][]) {
    const checked = checkPack(id, encode(pack));
    expect(checked.ok || checked.error).toBe(true);
    if (checked.ok) expect(checked.pack).toEqual(JSON.parse(JSON.stringify(pack)));
  }
}, 60_000);

describe('a pack of a newer format', () => {
  test('has its unknown keys skipped, at every depth', () => {
    const checked = checkPack(
      'signals',
      signals({ ...newer, colour: 'red' }, { mood: 'odd', text: { en: { label: 'a', why: 'b', tone: 'c' } } }),
    );
    if (!checked.ok) throw new Error(checked.error);
    expect(checked.pack).not.toHaveProperty('colour');
    expect(checked.pack.signals[0]).not.toHaveProperty('mood');
    expect(checked.pack.signals[0]!.text.en).toEqual({ label: 'a', why: 'b' });
  });

  test('has rules of unknown kinds left out', () => {
    const checked = checkPack('signals', signals(newer, { id: 'new-kind', detector: 'telepathy' }));
    if (!checked.ok) throw new Error(checked.error);
    expect(checked.pack.signals.map(({ id }) => id)).toEqual(['free-ticket']);
  });

  test('has unknown states off', () => {
    const checked = checkPack('sites', sites(newer, { state: 'resting' }));
    if (!checked.ok) throw new Error(checked.error);
    expect(checked.pack.sites[0]!.state).toBe('off');
  });

  test('of which nothing is understood is left alone', () => {
    expect(checkPack('sites', sites(newer, { revision: 'two' }))).toMatchObject({ ok: false, newer: true });
  });
});

test('the same in a pack of this format is a fault that names the place', () => {
  const text = { en: { label: 'a', why: 'b', tone: 'c' } };
  expect(checkPack('signals', signals({}, { text }))).toEqual({
    ok: false,
    error: 'signals.0.text.en.tone: expected no such key',
  });
  expect(checkPack('sites', sites({}, { state: 'resting' }))).toMatchObject({
    ok: false,
    error: 'sites.0.state: expected one of on, off',
  });
});

test('a pack that asks for a newer engine is whole and left alone', () => {
  expect(checkPack('sites', sites({ minEngine: ENGINE_VERSION + 1 }, {}))).toMatchObject({ ok: false, newer: true });
});

test('keys of Object are no keys of a schema', () => {
  const schema = { type: 'object', properties: { a: {} }, additionalProperties: false };
  for (const key of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    const value = JSON.parse(`{"${key}": 1}`) as unknown;
    expect(checkSchema(schema, value, false).ok).toBe(false);
    expect(checkSchema(schema, value, true)).toEqual({ ok: true, value: {} });
  }
});
