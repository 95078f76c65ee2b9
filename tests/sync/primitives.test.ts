import { createHash } from 'node:crypto';
import { canonicalize } from '@tufjs/canonical-json';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../src/sync/canonical-json.ts';
import { verifyByBrowser, verifyByLibrary, verifyEd25519 } from '../../src/sync/ed25519.ts';
import { fromHex, sha256Hex, sha512Hex, toHex } from '../../src/sync/hex.ts';
import { newestVersion, packagedWins } from '../../src/sync/newest-version.ts';
import { type Json, JsonFault, parseStrictJson } from '../../src/sync/strict-json.ts';
import { testKey } from './repository.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

describe('strict JSON', () => {
  const wholes = fc.letrec<{ value: Json }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, false),
      fc.integer(),
      fc.string({ unit: 'grapheme' }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(
        fc.string({ unit: 'grapheme' }).filter((key) => key !== '__proto__'),
        tie('value'),
        { maxKeys: 4 },
      ),
    ),
  })).value;

  test('reads what JSON.parse reads, in any writing', () => {
    fc.assert(
      fc.property(wholes, fc.constantFrom(0, 1, '\t'), (value, space) => {
        const plain = JSON.parse(JSON.stringify(value)) as Json;
        expect(parseStrictJson(bytes(JSON.stringify(value, null, space)))).toEqual(plain);
      }),
    );
  });

  test('never reads what JSON.parse refuses, and throws nothing but its own fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]":,0123456789.-eE\\utrefalsn \n"') }), (text) => {
        let mine: Json | undefined;
        try {
          mine = parseStrictJson(bytes(text));
        } catch (error) {
          expect(error).toBeInstanceOf(JsonFault);
          return;
        }
        expect(mine).toEqual(JSON.parse(text));
      }),
      { numRuns: 3000 },
    );
  });

  test.each(['{"a":1,"a":2}', '{"a":{"b":1,"\\u0062":2}}'])('names a repeated key: %s', (text) => {
    expect(() => parseStrictJson(bytes(text))).toThrow(expect.objectContaining({ duplicate: true }));
  });

  test.each(['1.0', '1e3', '-0', '9007199254740992', '"\\ud800"', '{"__proto__":1}', '[1,]', '[1] x', '\ufeff[]', ''])(
    'refuses %j',
    (text) => {
      expect(() => parseStrictJson(bytes(text))).toThrow(JsonFault);
    },
  );
});

test('canonical JSON is that of the official client', () => {
  fc.assert(
    fc.property(fc.object({ values: [fc.integer(), fc.string(), fc.boolean(), fc.constant(null)] }), (value) => {
      expect(new TextDecoder().decode(canonicalJson(value as Json))).toBe(canonicalize(value));
    }),
  );
});

describe('Ed25519', () => {
  const key = testKey('some');
  const publicKey = fromHex(key.publicKey, 32)!;
  const message = bytes('a list');
  const signature = fromHex(key.sign(message), 64)!;
  const turned = (given: Uint8Array<ArrayBuffer>, at: number) => given.map((byte, i) => (i === at ? byte ^ 1 : byte));

  test.each([
    ['the browser', verifyByBrowser],
    ['the library', verifyByLibrary],
    ['both in turn', verifyEd25519],
  ])('is verified by %s', async (_name, verify) => {
    expect(await verify(publicKey, signature, message)).toBe(true);
    expect(await verify(publicKey, signature, bytes('another list'))).toBe(false);
    for (const at of [0, 31, 32, 63]) expect(await verify(publicKey, turned(signature, at), message)).toBe(false);
    expect(await verify(fromHex(testKey('other').publicKey, 32)!, signature, message)).toBe(false);
  });

  test('odd keys and signatures are false with either, never an exception', async () => {
    const zero = new Uint8Array(32);
    const ones = new Uint8Array(32).fill(0xff);
    // S + L: the same signature to a careless verifier.
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    let scalar = BigInt(`0x${toHex(signature.slice(32).reverse())}`) + order;
    const malleable = signature.slice();
    for (let i = 32; i < 64; i++) {
      malleable[i] = Number(scalar & 0xffn);
      scalar >>= 8n;
    }
    for (const [odd, given] of [
      [ones, signature],
      [publicKey, malleable],
      [publicKey, new Uint8Array(64).fill(0xff)],
      [zero, new Uint8Array(64)],
    ] as const) {
      expect(await verifyByLibrary(odd.slice(), given.slice(), message)).toBe(false);
      expect(await verifyEd25519(odd.slice(), given.slice(), message)).toBe(false);
    }
  });

  test('where the browser does not know it, the library verifies', async () => {
    const { importKey } = crypto.subtle;
    crypto.subtle.importKey = () => Promise.reject(new DOMException('no such algorithm', 'NotSupportedError'));
    try {
      expect(await verifyEd25519(publicKey, signature, message)).toBe(true);
      expect(await verifyEd25519(publicKey, turned(signature, 3), message)).toBe(false);
    } finally {
      crypto.subtle.importKey = importKey;
    }
  });
});

test('hashes and hex', async () => {
  expect(await sha256Hex(bytes('abc'))).toBe(createHash('sha256').update('abc').digest('hex'));
  expect(await sha512Hex(bytes('abc'))).toBe(createHash('sha512').update('abc').digest('hex'));
  expect(fromHex('00ff', 2)).toEqual(Uint8Array.from([0, 255]));
  for (const [hex, length] of [
    ['00FF', 2],
    ['00f', 2],
    ['zz', 1],
    ['00', 2],
  ] as const)
    expect(fromHex(hex, length)).toBeUndefined();
});

test('the higher list wins, whole', () => {
  expect(newestVersion(['2026.11.22.900', '2026.11.22.1000', '2026.9.30.2359'])).toBe('2026.11.22.1000');
  expect(newestVersion([])).toBe('');
  expect(packagedWins('0.1.0', undefined)).toBe(true);
  expect(packagedWins('0.1.0', '2026.11.22.1000')).toBe(false);
  expect(packagedWins('2026.11.23.0000', '2026.11.22.1000')).toBe(true);
  expect(packagedWins('2026.11.22.1000', '2026.11.22.1000')).toBe(false);
});
