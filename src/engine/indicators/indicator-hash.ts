import { sha256 } from '@noble/hashes/sha2.js';

export const SALT_BYTES = 16;
const MOST_BYTES = 1024;

/** The first 64 bits of a hash, as two unsigned halves: numbers compare faster than BigInts, and sort the same. */
export interface Hash64 {
  hi: number;
  lo: number;
}

/**
 * Makes the hash of one list: the first 64 bits of SHA-256(salt ‖ canonical form in UTF-8). The salt keeps tables that
 * were made for other lists from being of use; it is public, so the hash hides entries from casual reading and from
 * search engines, not from whoever tries all numbers of a country. At 20 addresses an advert and a million entries, a
 * chance hit is 20 × 10^6 / 2^64, about one in 10^12.
 */
export function createHasher(salt: Uint8Array): (canonical: string) => Hash64 {
  const encoder = new TextEncoder();
  const input = new Uint8Array(MOST_BYTES);
  const digest = new Uint8Array(32);
  // The state behind the salt is made once and copied: half the time and half the garbage of a hash from the beginning.
  const salted = sha256.create().update(salt);
  const state = salted._cloneInto();
  return (canonical) => {
    const { written } = encoder.encodeInto(canonical, input);
    salted._cloneInto(state);
    state.update(input.subarray(0, written)).digestInto(digest);
    return {
      hi: ((digest[0]! << 24) | (digest[1]! << 16) | (digest[2]! << 8) | digest[3]!) >>> 0,
      lo: ((digest[4]! << 24) | (digest[5]! << 16) | (digest[6]! << 8) | digest[7]!) >>> 0,
    };
  };
}

/** Index of a hash among sorted ones, or -1. */
export function indexOfHash(hi: Uint32Array, lo: Uint32Array, hash: Hash64): number {
  let low = 0;
  let high = hi.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const difference = hi[middle]! - hash.hi || lo[middle]! - hash.lo;
    if (difference === 0) return middle;
    if (difference < 0) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
