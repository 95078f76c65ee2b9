import { type Canonical, canonicalIs, notCanonical } from './indicator-kinds.ts';

const ETHEREUM = /^0x[0-9a-f]{40}$/i;
const BECH32 = /^(?:bc|ltc|addr)1[02-9ac-hj-np-z]{20,100}$/i;
/** Tron, old Bitcoin, Litecoin, Dogecoin, Ripple, Solana: Base58 of 25 to 35 or, for Solana, 32 bytes. */
const BASE58 = /^[1-9A-HJ-NP-Za-km-z]{25,44}$/;

/**
 * A wallet's address in lower case. Capitals carry only a checksum in Ethereum's addresses; in Base58 they tell letters
 * apart, but that two addresses in use differ in nothing else has no chance to happen, and lower case survives folding.
 */
export function canonicalWallet(written: string): Canonical {
  const text = written
    .trim()
    .replace(/^(?:ethereum|bitcoin|litecoin|tron):/i, '')
    .replace(/[?@].*$/, '');
  if (ETHEREUM.test(text) || BECH32.test(text) || (BASE58.test(text) && /\d/.test(text)))
    return canonicalIs(`wallet:${text.toLowerCase()}`);
  return notCanonical('not the address of a wallet that is known here');
}
