import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

function base58Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    let carry = BASE58.indexOf(character);
    for (let i = 0; i < bytes.length; i++) {
      carry += bytes[i]! * 58;
      bytes[i] = carry & 255;
      carry >>= 8;
    }
    for (; carry > 0; carry >>= 8) bytes.push(carry & 255);
  }
  for (const character of text) {
    if (character !== '1') break;
    bytes.push(0);
  }
  return Uint8Array.from(bytes.reverse());
}

/** Bitcoin, Litecoin, Dogecoin, Tron: version, 20 bytes, and the first 4 bytes of a double SHA-256. */
function isBase58Check(bytes: Uint8Array): boolean {
  const check = sha256(sha256(bytes.subarray(0, -4)));
  return bytes.subarray(-4).every((byte, i) => byte === check[i]);
}

/** BIP 173 and BIP 350. */
function isBech32(text: string): boolean {
  const lower = text.toLowerCase();
  const split = lower.lastIndexOf('1');
  const values: number[] = [];
  for (const character of lower.slice(0, split)) values.push(character.charCodeAt(0) >> 5);
  values.push(0);
  for (const character of lower.slice(0, split)) values.push(character.charCodeAt(0) & 31);
  for (const character of lower.slice(split + 1)) values.push(BECH32.indexOf(character));
  let checksum = 1;
  for (const value of values) {
    const top = checksum >>> 25;
    checksum = ((checksum & 0x1ffffff) << 5) ^ value;
    for (const [i, generator] of [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3].entries())
      if ((top >> i) & 1) checksum ^= generator;
  }
  return checksum === 1 || checksum === 0x2bc830a3;
}

/** EIP-55: a letter is a capital where the hash of the lower-case address has a high digit. */
function isEip55(text: string): boolean {
  const digits = text.slice(2);
  if (digits === digits.toLowerCase() || digits === digits.toUpperCase()) return true;
  const hash = keccak_256(new TextEncoder().encode(digits.toLowerCase()));
  return [...digits].every((digit, i) => {
    const nibble = (hash[i >> 1]! >> (i % 2 === 0 ? 4 : 0)) & 15;
    return !/[a-f]/i.test(digit) || nibble >= 8 === (digit === digit.toUpperCase());
  });
}

/** Whether a wallet's address can have been mistyped: its own checksum says no. Solana's addresses carry none. */
export function isMistypedWallet(address: string): boolean {
  const text = address.trim();
  if (/^0x/i.test(text)) return !isEip55(text);
  if (/^(?:bc|ltc|addr)1/i.test(text)) return !/^addr/i.test(text) && !isBech32(text);
  const bytes = base58Bytes(text);
  if (bytes.length === 32) return false;
  // Ripple writes Base58 with an alphabet of its own.
  if (text.startsWith('r')) return false;
  return !isBase58Check(bytes);
}
