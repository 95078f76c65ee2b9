import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RULES_FOLDER } from '../../src/command-line/read-rules.ts';
import { toHex } from '../../src/sync/hex.ts';
import { parseMetadata } from '../../src/sync/metadata.ts';
import { countSignatures } from '../../src/sync/verify-signatures.ts';

test('the root in the package vouches for itself, and no single root key decides', async () => {
  const parsed = parseMetadata('root', new Uint8Array(readFileSync(join(RULES_FOLDER, 'root.json'))));
  if (!parsed.ok) throw new Error(parsed.error.message);
  const { signed } = parsed.value;
  const { valid, threshold } = await countSignatures(signed, parsed.value);
  expect(valid).toBeGreaterThanOrEqual(threshold);
  expect(threshold).toBeGreaterThanOrEqual(2);
  expect(signed.roles.root.keyids.length).toBeGreaterThan(threshold);
  expect(signed.consistentSnapshot).toBe(true);
  // A key that is lost or stolen in one role must not speak in another.
  const keys = Object.values(signed.roles).flatMap(({ keyids }) => keyids.map((id) => toHex(signed.keys.get(id)!)));
  expect(new Set(keys).size).toBe(keys.length);
});
