import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeFiles } from '../../src/command-line/publishing/published-list.ts';
import { createListServer } from '../../src/command-line/publishing/rules-serve.ts';
import { days, type Files, KEYS, NOW, ROOT, TestRepository, testKey } from './repository.ts';
import { listFiles } from './small-packs.ts';
import { TufJsClient } from './tuf-js-client.ts';

const PACKS = ['signals.json', 'places-pay.json', 'sites.json', 'help.json'];

/** What a publisher does in a year: lists, renewals, a rotation of each role. */
async function* yearOfPublishing(now: Date): AsyncGenerator<{ step: string; files: Files }> {
  const repository = new TestRepository();
  await repository.publish(listFiles('1'), now);
  yield { step: 'the first list', files: repository.copy() };
  await repository.publish(listFiles('2'), now);
  yield { step: 'the next list', files: repository.copy() };
  await repository.publish(listFiles('2'), now);
  yield { step: 'a renewed timestamp', files: repository.copy() };
  for (const role of ['timestamp', 'snapshot', 'targets', 'root'] as const) {
    const fresh = testKey(`${role}-new`);
    repository.signers.push(fresh);
    await repository.rotate({ role, remove: KEYS[role].at(-1)!.publicKey, add: fresh.publicKey }, now);
    yield { step: `new ${role} keys`, files: repository.copy() };
  }
  await repository.publish(listFiles('3'), now);
  yield { step: 'a list by the new keys', files: repository.copy() };
}

describe('tuf-js', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('takes whatever we publish, step by step and all at once', async () => {
    const client = new TufJsClient();
    for await (const { step, files } of yearOfPublishing(NOW)) {
      expect(await client.sync(files, PACKS), step).toBeUndefined();
      const newcomer = new TufJsClient();
      expect(await newcomer.sync(files, PACKS), `${step}, for a newcomer`).toBeUndefined();
      newcomer.close();
    }
    client.close();
  });

  test('sees an end where we say there is one', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const client = new TufJsClient();
    vi.setSystemTime(days(6.9));
    expect(await client.sync(repository.files)).toBeUndefined();
    vi.setSystemTime(days(7.1));
    expect(await client.sync(repository.files)).toContain('expired');
    client.close();
  });
});

const PYTHON = `
import sys, os
from tuf.ngclient import Updater
base, folder, names = sys.argv[1], sys.argv[2], sys.argv[3:]
client = Updater(folder, base + "metadata/", folder, base + "targets/")
client.refresh()
for name in names:
    client.download_target(client.get_targetinfo(name))
print("taken", len(names))
`;

const hasPython = spawnSync('python3', ['-c', 'import tuf.ngclient'], { stdio: 'ignore' }).status === 0;

describe('python-tuf', () => {
  if (!hasPython)
    console.warn(
      'python-tuf is not installed (apt-get install python3-tuf, where it is packaged): its test is skipped.',
    );

  test.skipIf(!hasPython)('takes whatever we publish', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'python-tuf-'));
    const served = join(folder, 'served');
    const server = createListServer(served);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const store = join(folder, 'store');
    mkdirSync(store);
    writeFileSync(join(store, 'root.json'), ROOT);
    for await (const { step, files } of yearOfPublishing(new Date())) {
      writeFiles(served, files);
      // Apart from the event loop, which serves the files.
      const client = spawn('python3', ['-c', PYTHON, base, store, ...PACKS], { stdio: ['ignore', 'pipe', 'inherit'] });
      let said = '';
      client.stdout.on('data', (chunk) => {
        said += chunk;
      });
      expect(await new Promise((resolve) => client.on('close', resolve)), step).toBe(0);
      expect(said).toContain('taken 4');
    }
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
