import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { sync } from './client.ts';
import { copyOf, MemoryStore } from './memory-store.ts';
import { NOW, TestRepository, testKey } from './repository.ts';
import { listFiles } from './small-packs.ts';
import { TufJsClient } from './tuf-js-client.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

/** One change to served bytes. */
const mutation = fc.record({
  file: fc.nat(),
  at: fc.nat(),
  how: fc.constantFrom('flip', 'delete', 'insert', 'repeat', 'swap-files'),
  byte: fc.constantFrom(...'{}[]":,0129aZ \\'),
});

test('whatever bytes a mirror changes: nothing is thrown, the live list is an honest one, and tuf-js takes what we take', async () => {
  const repository = new TestRepository();
  await repository.publish(listFiles('1'));
  const seen = new MemoryStore();
  await sync(repository.files, seen);
  const first = repository.copy();
  const spare = testKey('snapshot-9');
  repository.signers.push(spare);
  await repository.rotate({ role: 'snapshot', add: spare.publicKey });
  await repository.publish(listFiles('2'));
  const paths = [...repository.files.keys()].filter((path) => !first.has(path) || path.endsWith('timestamp.json'));
  expect(paths.length).toBeGreaterThan(6);

  let refused = 0;
  await fc.assert(
    fc.asyncProperty(mutation, async ({ file, at, how, byte }) => {
      const files = repository.copy();
      const path = paths[file % paths.length]!;
      const bytes = [...files.get(path)!];
      const place = at % bytes.length;
      const code = byte.charCodeAt(0);
      if (how === 'flip') bytes[place] = code;
      if (how === 'delete') bytes.splice(place, 1);
      if (how === 'insert') bytes.splice(place, 0, code);
      if (how === 'repeat') bytes.splice(place, 0, ...bytes.slice(place, place + 20));
      files.set(path, how === 'swap-files' ? files.get(paths[at % paths.length]!)! : Uint8Array.from(bytes));

      const store = new MemoryStore(copyOf(seen.kept));
      const outcome = await sync(files, store);
      expect(outcome.error?.fault).not.toBe('compile');
      expect(['1', '2']).toContain(store.kept.live!.version);
      if (!outcome.ok) {
        refused++;
        expect(store.kept.live!.version).toBe('1');
        return;
      }
      const other = new TufJsClient();
      try {
        expect(await other.sync(files, ['signals.json', 'help.json'])).toBeUndefined();
      } finally {
        other.close();
      }
    }),
    { numRuns: 150, seed: 20261122 },
  );
  expect(refused).toBeGreaterThan(80);
}, 60_000);
