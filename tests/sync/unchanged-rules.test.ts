import { expect, test } from 'vitest';
import type { PackId } from '../../src/packs/pack-ids.ts';
import { COMPILED } from '../../src/sync/accept-packs.ts';
import { sha256Hex } from '../../src/sync/hex.ts';
import type { LiveList, Products } from '../../src/sync/list-store.ts';
import type { AcceptPacks, VerifiedPack } from '../../src/sync/sync-options.ts';
import { keepingUnchangedRules } from '../../src/sync/unchanged-rules.ts';

const pack = (id: PackId, text: string): VerifiedPack => ({ id, version: '1', bytes: new TextEncoder().encode(text) });
const packsOf = (...packs: VerifiedPack[]) => new Map(packs.map((one) => [one.id, one]));
const SIGNALS = pack('signals', 'signals 1');
const PLACES = pack('places-pay', 'places 1');
const ADDRESSES = pack('indicators-recent', 'addresses 2');

async function liveOf(...packs: VerifiedPack[]): Promise<LiveList> {
  const entries = packs.map(async ({ id, version, bytes }) => [
    id,
    { version, sha256: await sha256Hex(bytes), length: bytes.length },
  ]);
  return { packs: Object.fromEntries(await Promise.all(entries)) } as LiveList;
}

function noting(): { accept: AcceptPacks; seen: PackId[][] } {
  const seen: PackId[][] = [];
  return {
    seen,
    accept: async (packs) => {
      seen.push([...packs.keys()]);
      const value: Products = packs.has('signals') ? { [COMPILED]: new Uint8Array(1) } : {};
      return { ok: true, value };
    },
  };
}

test('an update of addresses alone neither compiles the rules nor touches what was made of them', async () => {
  const { accept, seen } = noting();
  const keep = keepingUnchangedRules(
    accept,
    () => liveOf(SIGNALS, PLACES),
    async () => true,
  );
  const accepted = await keep(packsOf(SIGNALS, PLACES, ADDRESSES));
  expect(accepted).toEqual({ ok: true, value: { [COMPILED]: 'kept' } });
  expect(seen).toEqual([['indicators-recent']]);
});

test.each([
  ['the phrases changed', pack('signals', 'signals 2'), true],
  ['nothing was made of the live rules', SIGNALS, false],
])('the rules are compiled when %s', async (_when, signals, hasCompiled) => {
  const { accept, seen } = noting();
  const keep = keepingUnchangedRules(
    accept,
    () => liveOf(SIGNALS, PLACES),
    async () => hasCompiled,
  );
  const accepted = await keep(packsOf(signals, PLACES, ADDRESSES));
  expect(accepted).toEqual({ ok: true, value: { [COMPILED]: new Uint8Array(1) } });
  expect(seen).toEqual([['signals', 'places-pay', 'indicators-recent']]);
});
