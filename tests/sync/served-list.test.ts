import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FolderStore } from '../../src/command-line/publishing/folder-store.ts';
import { writeFiles } from '../../src/command-line/publishing/published-list.ts';
import { createListServer } from '../../src/command-line/publishing/rules-serve.ts';
import { clockFrom } from '../../src/command-line/publishing/rules-sync.ts';
import { syncList } from '../../src/sync/sync-list.ts';
import type { SyncOutcome } from '../../src/sync/sync-options.ts';
import { accept } from './client.ts';
import { NOW, ROOT, TestRepository } from './repository.ts';
import { listFiles } from './small-packs.ts';

let folder: string;
let servers: Server[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'served-list-'));
  servers = [];
});
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  rmSync(folder, { recursive: true, force: true });
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

/** Serves the published folder, but answers paths that end so by itself. */
async function listenWith(ending: string, answer: RequestListener): Promise<string> {
  const honest = createListServer(join(folder, 'published'));
  return listen(
    createServer((request, response) => {
      if (request.url?.endsWith(ending)) answer(request, response);
      else honest.emit('request', request, response);
    }),
  );
}

async function publish(...versions: string[]): Promise<void> {
  const repository = new TestRepository();
  for (const version of versions) await repository.publish(listFiles(version));
  writeFiles(join(folder, 'published'), repository.files);
}

function sync(...mirrors: string[]): Promise<SyncOutcome> {
  const store = new FolderStore(join(folder, 'store'));
  const clock = clockFrom(NOW.toISOString());
  return syncList({ mirrors, root: ROOT, store, fetch, clock, accept, conditional: true });
}

test('a published folder is served, taken and kept; asking again costs one unchanged answer', async () => {
  await publish('1');
  const statuses: string[] = [];
  const honest = createListServer(join(folder, 'published'));
  const url = await listen(
    createServer((request, response) => {
      response.on('finish', () => statuses.push(`${response.statusCode} ${request.url}`));
      honest.emit('request', request, response);
    }),
  );
  expect(await sync(url)).toMatchObject({ ok: true, changed: true });
  statuses.length = 0;
  expect(await sync(url)).toMatchObject({ ok: true, changed: false });
  expect(statuses).toEqual(['404 /metadata/2.root.json', '304 /metadata/timestamp.json']);
  const store = new FolderStore(join(folder, 'store'));
  expect(store.isWhole()).toBe(true);
  expect((await store.live())!.version).toBe('1');
  expect((await store.history()).lastGood!.ok).toBe(true);
});

test('an old copy of the folder is not gone back to', async () => {
  await publish('1');
  await sync(await listen(createListServer(join(folder, 'published'))));
  await publish('1', '2');
  await sync(await listen(createListServer(join(folder, 'published'))));
  rmSync(join(folder, 'published'), { recursive: true });
  await publish('1');
  const outcome = await sync(await listen(createListServer(join(folder, 'published'))));
  expect(outcome).toMatchObject({
    ok: false,
    error: { attack: 'rollback', role: 'timestamp' },
    live: { version: '2' },
  });
  expect(new FolderStore(join(folder, 'store')).isWhole()).toBe(true);
});

test('a store that was cut off in the middle of a write is as it was before', async () => {
  await publish('1');
  await sync(await listen(createListServer(join(folder, 'published'))));
  for (const name of ['live.json', 'history.json', 'metadata/timestamp.json'])
    writeFileSync(join(folder, 'store', `${name}.new`), '{"half');
  const store = new FolderStore(join(folder, 'store'));
  expect(store.isWhole()).toBe(true);
  await publish('1', '2');
  expect((await sync(await listen(createListServer(join(folder, 'published'))))).changed).toBe(true);
  writeFileSync(join(folder, 'store/live.json'), '{"half');
  expect(store.isWhole()).toBe(false);
  expect((await sync(await listen(createListServer(join(folder, 'published'))))).ok).toBe(true);
  expect(store.isWhole()).toBe(true);
});

test('a gzip bomb is cut off by its decoded length', async () => {
  await publish('1');
  const bomb = gzipSync(Buffer.alloc(200_000_000, 0x20), { level: 9 });
  expect(bomb.length).toBeLessThan(300_000);
  const url = await listenWith('timestamp.json', (_request, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
  });
  const before = process.memoryUsage().arrayBuffers;
  expect((await sync(url)).error).toMatchObject({ attack: 'endless-data', role: 'timestamp' });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
});

test('a redirect is not followed', async () => {
  await publish('1');
  let followed = false;
  const elsewhere = await listen(
    createServer((_request, response) => {
      followed = true;
      response.end('{}');
    }),
  );
  const url = await listenWith('timestamp.json', (_request, response) => {
    response.writeHead(302, { location: elsewhere }).end();
  });
  expect((await sync(url)).error).toMatchObject({ fault: 'redirect' });
  expect(followed).toBe(false);
});

test('a connection that breaks in the middle of a pack', async () => {
  await publish('1');
  const url = await listenWith('.help.json', (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('{"pack"');
    setTimeout(() => response.destroy(), 20);
  });
  expect((await sync(url)).error).toMatchObject({ fault: 'truncated', role: 'help' });
});

test('nobody listens: the next mirror is asked', async () => {
  await publish('1');
  const dead = await listen(createServer());
  servers.at(-1)!.close();
  const outcome = await sync(dead, await listen(createListServer(join(folder, 'published'))));
  expect(outcome.ok).toBe(true);
  expect(outcome.mirrors[0]!.error).toMatchObject({ fault: 'network' });
});

test('the server gives nothing outside its folder', async () => {
  await publish('1');
  const url = await listen(createListServer(join(folder, 'published', 'targets')));
  for (const path of ['%2e%2e/metadata/timestamp.json', '..%2fmetadata%2ftimestamp.json', '%00', '%']) {
    const response = await fetch(url + path);
    expect(response.status, path).toBe(404);
    await response.body?.cancel();
  }
});
