import { describe, expect, test } from 'vitest';
import { compileRules } from '../../src/packs/compile-rules.ts';
import { createAcceptor } from '../../src/sync/accept-packs.ts';
import type { Attack, Fault } from '../../src/sync/sync-error.ts';
import type { AcceptPacks, Fetch } from '../../src/sync/sync-options.ts';
import { accept, MIRROR, serve, sync, testClock } from './client.ts';
import { copyOf, MemoryStore } from './memory-store.ts';
import { days, type Files, jsonOf, KEYS, nameTargets, resign, TestRepository, testKey } from './repository.ts';
import { encode, listFiles, smallPacks } from './small-packs.ts';

type Named = Fault | Attack;

interface Case {
  name: string;
  /** Names that fit; the first is the usual one. */
  named: Named | Named[];
  role?: string;
  /** Changes what is served; may answer some paths itself. */
  serve?(files: Files, repository: TestRepository): undefined | Record<string, () => Response | Promise<Response>>;
  fetch?: Fetch;
  accept?: AcceptPacks;
  now?: Date;
  /** Publishes another second list than the usual one. */
  list?: ReturnType<typeof listFiles>;
}

const TIMESTAMP = 'metadata/timestamp.json';
const SNAPSHOT = 'metadata/2.snapshot.json';
const TARGETS = 'metadata/2.targets.json';
const NEXT_ROOT = 'metadata/2.root.json';
const text = (words: string): Uint8Array => new TextEncoder().encode(words);
const signalsOf = (files: Files): string => [...files.keys()].filter((path) => path.endsWith('.signals.json')).at(-1)!;

function change(path: (files: Files) => string, edit: (bytes: Uint8Array) => Uint8Array): Case['serve'] {
  return (files) => void files.set(path(files), edit(files.get(path(files))!.slice()));
}

/** Every file, cut at its beginning, in the middle and before its last byte; one byte longer; one bit turned. */
const FILES: { what: string; role: string; path: (files: Files) => string; own: Named[] }[] = [
  { what: 'timestamp', role: 'timestamp', path: () => TIMESTAMP, own: ['not-json'] },
  { what: 'snapshot', role: 'snapshot', path: () => SNAPSHOT, own: ['truncated'] },
  { what: 'targets', role: 'targets', path: () => TARGETS, own: ['truncated'] },
  { what: 'pack', role: 'signals', path: signalsOf, own: ['truncated'] },
];

const cut: Case[] = FILES.flatMap(({ what, role, path, own }) => [
  { name: `${what} empty`, named: own, role, serve: change(path, () => new Uint8Array()) },
  {
    name: `${what} cut in the middle`,
    named: own,
    role,
    serve: change(path, (bytes) => bytes.subarray(0, bytes.length / 2)),
  },
  { name: `${what} without its last byte`, named: own, role, serve: change(path, (bytes) => bytes.subarray(0, -1)) },
  {
    name: `${what} one byte longer`,
    named: ['endless-data', 'not-json'],
    role,
    serve: change(path, (bytes) => Uint8Array.from([...bytes, 0x7d])),
  },
  {
    name: `${what} with one bit turned`,
    named: ['arbitrary-installation', 'not-json', 'wrong-type'],
    role,
    serve: change(path, (bytes) => {
      const at = bytes.lastIndexOf(0x30);
      bytes[at]! ^= 1;
      return bytes;
    }),
  },
]);

/** A signed timestamp with other words in it: the signature is good, the content is not. */
function timestampWith(edit: object): Case['serve'] {
  return (files) => void resign(files, TIMESTAMP, { version: 9, ...edit }, KEYS.timestamp);
}

function raw(path: string, edit: (words: string) => string): Case['serve'] {
  return (files) => void files.set(path, text(edit(new TextDecoder().decode(files.get(path)!))));
}

const metadata: Case[] = [
  { name: 'not JSON', named: 'not-json', role: 'timestamp', serve: raw(TIMESTAMP, () => 'hello') },
  {
    name: 'a byte order mark',
    named: 'not-json',
    role: 'timestamp',
    serve: raw(TIMESTAMP, (words) => `\ufeff${words}`),
  },
  {
    name: 'broken UTF-8',
    named: 'not-json',
    role: 'timestamp',
    serve: change(
      () => TIMESTAMP,
      (bytes) => Uint8Array.from([...bytes.subarray(0, 20), 0xff, ...bytes.subarray(20)]),
    ),
  },
  { name: 'very deep nesting', named: 'not-json', role: 'timestamp', serve: raw(TIMESTAMP, () => '['.repeat(9000)) },
  {
    name: 'a fraction',
    named: 'not-json',
    role: 'timestamp',
    serve: raw(TIMESTAMP, (words) => words.replace(/"version":\d+/, '"version":2.5')),
  },
  {
    name: 'a number that JavaScript rounds',
    named: 'not-json',
    role: 'timestamp',
    serve: raw(TIMESTAMP, (words) => words.replace(/"version":\d+/, '"version":9007199254740993')),
  },
  {
    name: 'a key twice in the signed part',
    named: 'duplicate-key',
    role: 'timestamp',
    serve: raw(TIMESTAMP, (words) => words.replace('"_type"', '"version":99,"_type"')),
  },
  {
    name: 'a key twice outside it',
    named: 'duplicate-key',
    role: 'timestamp',
    serve: raw(TIMESTAMP, (words) => words.replace('{"signatures"', '{"signatures":[],"signatures"')),
  },
  {
    name: 'the key __proto__',
    named: 'not-json',
    role: 'timestamp',
    serve: raw(TIMESTAMP, (words) => words.replace('"_type"', '"__proto__":1,"_type"')),
  },
  { name: 'a version that is text', named: 'wrong-type', role: 'timestamp', serve: timestampWith({ version: '9' }) },
  { name: 'a version of 0', named: 'wrong-type', role: 'timestamp', serve: timestampWith({ version: 0 }) },
  { name: 'a list instead of an object', named: 'wrong-type', role: 'timestamp', serve: timestampWith({ meta: [] }) },
  { name: 'no snapshot named', named: 'wrong-type', role: 'timestamp', serve: timestampWith({ meta: {} }) },
  {
    name: 'an expiry that is no time',
    named: 'wrong-type',
    role: 'timestamp',
    serve: timestampWith({ expires: 'soon' }),
  },
  {
    name: 'an expiry on a 31st of February',
    named: 'wrong-type',
    role: 'timestamp',
    serve: timestampWith({ expires: '2027-02-41T00:00:00Z' }),
  },
  {
    name: 'signatures that are no list',
    named: 'wrong-type',
    role: 'timestamp',
    serve: raw(TIMESTAMP, (words) => words.replace(/"signatures":\[.*?\]/, '"signatures":{}')),
  },
  { name: 'null', named: 'wrong-type', role: 'timestamp', serve: raw(TIMESTAMP, () => 'null') },
  {
    name: 'another role in its place',
    named: 'wrong-role',
    role: 'timestamp',
    serve: (files) => void files.set(TIMESTAMP, files.get(SNAPSHOT)!),
  },
  {
    name: 'a specification of the future',
    named: 'unsupported',
    role: 'timestamp',
    serve: timestampWith({ spec_version: '2.0.0' }),
  },
  {
    name: 'a target without SHA-256',
    named: 'wrong-type',
    role: 'targets',
    serve: (files) => {
      const { signed } = jsonOf(files, TARGETS);
      const targets = {
        'signals.json': { ...(signed.targets as Record<string, object>)['signals.json'], hashes: { md5: 'ab' } },
      };
      nameTargets(files, { version: 2, bytes: resign(files, TARGETS, { targets }, KEYS.targets) }, 9);
    },
  },
  {
    name: 'a list that names no pack',
    named: 'schema',
    role: 'targets',
    serve: (files) =>
      void nameTargets(files, { version: 2, bytes: resign(files, TARGETS, { targets: {} }, KEYS.targets) }, 9),
  },
  {
    name: 'a root that is not JSON',
    named: 'not-json',
    role: 'root',
    serve: (files) => void files.set(NEXT_ROOT, text('{')),
  },
];

const page = (words: string): Response => new Response(words, { headers: { 'content-type': 'text/html' } });
const network: Case[] = [
  { name: 'no network', named: 'network', fetch: () => Promise.reject(new TypeError('fetch failed')) },
  {
    name: 'a server error',
    named: 'http-status',
    role: 'timestamp',
    serve: () => ({ [TIMESTAMP]: () => new Response('', { status: 503 }) }),
  },
  {
    name: 'no list at the address',
    named: 'http-status',
    role: 'timestamp',
    serve: (files) => void files.delete(TIMESTAMP),
  },
  {
    name: 'a redirect',
    named: 'redirect',
    role: 'timestamp',
    serve: () => ({ [TIMESTAMP]: () => Response.redirect('https://elsewhere.example/') }),
  },
  {
    name: 'a redirect as browsers show it',
    named: 'redirect',
    role: 'root',
    serve: () => ({
      [NEXT_ROOT]: () =>
        Object.defineProperties(new Response(null), { type: { value: 'opaqueredirect' }, status: { value: 0 } }),
    }),
  },
  {
    name: 'an error page with status 200',
    named: 'html-page',
    role: 'timestamp',
    serve: () => ({ [TIMESTAMP]: () => page('<!doctype html><h1>Not found</h1>') }),
  },
  {
    name: 'an error page instead of "no newer root"',
    named: 'html-page',
    role: 'root',
    serve: () => ({ [NEXT_ROOT]: () => page('\n<html><body>Oops') }),
  },
  {
    name: 'an error page longer than the file',
    named: 'html-page',
    role: 'signals',
    serve: (files) => ({ [signalsOf(files)]: () => page(`<html>${'x'.repeat(50_000)}`) }),
  },
  {
    name: 'a sign-in page of the network',
    named: 'captive-portal',
    role: 'timestamp',
    serve: () => ({ [TIMESTAMP]: () => page('<html><form action="/login">Hotel Wi-Fi</form>') }),
  },
  {
    name: 'a network that asks to sign in',
    named: 'captive-portal',
    role: 'root',
    serve: () => ({ [NEXT_ROOT]: () => new Response('', { status: 511 }) }),
  },
  {
    name: 'a connection that breaks',
    named: 'truncated',
    role: 'timestamp',
    serve: () => ({
      [TIMESTAMP]: () => {
        let sent = 0;
        return new Response(
          new ReadableStream({
            pull: (controller) =>
              sent++ === 0 ? controller.enqueue(text('{"sig')) : controller.error(new Error('reset')),
          }),
        );
      },
    }),
  },
];

const acceptWith = (tools: Partial<Parameters<typeof createAcceptor>[0]>): AcceptPacks =>
  createAcceptor({
    packaged: async () => smallPacks('0'),
    compile: async (packs) => compileRules(packs),
    checkIndicators: () => ({ ok: true }),
    selfTest: () => undefined,
    ...tools,
  });
const packOf = (edit: object): Uint8Array => encode({ ...smallPacks('2').signals, ...edit });

const accepting: Case[] = [
  {
    name: 'a pack that is not JSON',
    named: 'schema',
    role: 'signals',
    list: listFiles('2', { signals: { bytes: text('{]') } }),
  },
  {
    name: 'a pack under another name',
    named: 'schema',
    role: 'signals',
    list: listFiles('2', { signals: { bytes: encode(smallPacks('2').help) } }),
  },
  {
    name: 'a pack without its head',
    named: 'schema',
    role: 'signals',
    list: listFiles('2', { signals: { bytes: packOf({ format: undefined }) } }),
  },
  {
    name: 'a rule of the wrong shape',
    named: 'schema',
    role: 'signals',
    list: listFiles('2', { signals: { bytes: packOf({ signals: [{ id: 1 }] }) } }),
  },
  {
    name: 'an unknown key in a pack of this format',
    named: 'schema',
    role: 'sites',
    list: listFiles('2', {
      sites: { bytes: encode({ ...smallPacks('2').sites, sites: [{ site: 'x', evil: true }] }) },
    }),
  },
  {
    name: 'rules that cannot be compiled',
    named: 'compile',
    role: 'signals',
    list: listFiles('2', {
      signals: {
        bytes: packOf({ signals: [{ ...smallPacks('2').signals.signals[0], phrases: { en: ['{no-such-set} ~'] } }] }),
      },
    }),
  },
  {
    name: 'a list that fails the self-test',
    named: 'self-test',
    role: 'signals',
    accept: acceptWith({ selfTest: () => 'A known lure no longer raises a warning.' }),
  },
  {
    name: 'the real self-test, on a list that knows nothing',
    named: 'self-test',
    role: 'signals',
    accept: acceptWith({ selfTest: undefined }),
  },
  {
    name: 'broken indicators',
    named: 'schema',
    role: 'indicators-recent',
    list: listFiles('2', { 'indicators-recent': { bytes: text('LWI') } }),
    accept: acceptWith({ checkIndicators: () => ({ ok: false, error: 'too short' }) }),
  },
  { name: 'a clock years ahead', named: 'freeze', role: 'root', now: days(4000) },
];

const CASES = [...cut, ...metadata, ...network, ...accepting];

test('there are more than forty', () => {
  expect(CASES.length).toBeGreaterThan(50);
});

describe.each(CASES)('$name', (broken) => {
  test('leaves the last good list, is named, and the next good list is taken', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const store = new MemoryStore();
    expect((await sync(repository.files, store)).error).toBeUndefined();
    const good = store.kept.live!;
    const products = store.kept.products;
    await repository.publish(broken.list ?? listFiles('2'));
    const files = repository.copy();
    const answers = broken.serve?.(files, repository) ?? {};

    const outcome = await sync(broken.fetch ?? serve(files, answers), store, {
      ...(broken.accept && { accept: broken.accept }),
      clock: testClock(broken.now),
    });
    expect(outcome.ok).toBe(false);
    expect([broken.named].flat()).toContain(outcome.error!.attack ?? outcome.error!.fault);
    if (broken.role) expect(outcome.error!.role).toBe(broken.role);
    expect(outcome.error!.message).toMatch(/^\S.{10,}\.$/s);
    expect(store.kept.live).toEqual(good);
    expect(store.kept.products).toBe(products);
    for (const { sha256 } of Object.values(good.packs)) expect(store.kept.files.has(sha256)).toBe(true);
    expect(store.kept.history.last!.ok).toBe(false);
    expect(store.kept.history.lastGood!.ok).toBe(true);

    for (let i = 0; i < 10; i++) await repository.publish(listFiles(`3.${i}`));
    const next = await sync(repository.files, store);
    expect(next.error).toBeUndefined();
    expect(next.changed).toBe(true);
    expect(store.kept.live!.version).toBe('3.9');
  });
});

describe('the disk', () => {
  const full = Object.assign(new Error('The quota has been exceeded.'), { name: 'QuotaExceededError' });

  test.each([
    ['putRoot', 'store-full'],
    ['putMetadata', 'store-full'],
    ['putFile', 'store-full'],
    ['commit', 'store-full'],
  ] as const)('is full at %s', async (step, named) => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const store = new MemoryStore();
    await sync(repository.files, store);
    const good = store.kept.live!;
    const spare = testKey('root-9');
    repository.signers.push(spare);
    await repository.rotate({ role: 'root', remove: KEYS.root[2]!.publicKey, add: spare.publicKey });
    await repository.publish(listFiles('2'));
    const tight = new MemoryStore(store.kept, (at) => {
      if (at === step) throw full;
    });
    const outcome = await sync(repository.files, tight);
    expect(outcome.error).toMatchObject({ fault: named, role: 'store' });
    expect(outcome.live).toEqual(good);
    expect(store.kept.live).toEqual(good);
    expect((await sync(repository.files, store)).changed).toBe(true);
    expect(store.kept.live!.version).toBe('2');
  });

  test('cannot even remember the attempt: the outcome is told all the same', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const store = new MemoryStore(undefined, (step) => {
      if (step === 'record') throw full;
    });
    expect(await sync(repository.files, store)).toMatchObject({ ok: true, changed: true });
  });

  test('cannot be read: nothing is thrown', async () => {
    const store = new MemoryStore(undefined, () => {
      throw new Error('blocked');
    });
    expect((await sync(new Map(), store)).error).toMatchObject({ fault: 'store', role: 'store' });
  });

  test('lost or damaged a pack: it is fetched again', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const store = new MemoryStore();
    await sync(repository.files, store);
    const { sha256 } = store.kept.live!.packs.signals!;
    store.kept.files.set(sha256, text('damaged'));
    expect((await sync(repository.files, store)).ok).toBe(true);
    expect(store.kept.files.get(sha256)).not.toEqual(text('damaged'));
  });

  test('lost the metadata: it is fetched again, and the root chain begins anew', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const store = new MemoryStore();
    await sync(repository.files, store);
    store.kept.roots.set(1, text('damaged'));
    for (const role of store.kept.metadata.keys()) store.kept.metadata.set(role, text('damaged'));
    expect((await sync(repository.files, store)).ok).toBe(true);
  });
});

describe('the background is stopped', () => {
  test('at each step of the store: the list that was live stays whole, and the next check ends the work', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const before = new MemoryStore();
    await sync(repository.files, before);
    const good = before.kept.live!;
    const spare = testKey('timestamp-9');
    repository.signers.push(spare);
    await repository.rotate({ role: 'timestamp', remove: KEYS.timestamp[0]!.publicKey, add: spare.publicKey });
    await repository.publish(listFiles('2'));
    const whole = new MemoryStore(copyOf(before.kept));
    await sync(repository.files, whole);
    expect(whole.steps).toBeGreaterThan(15);

    for (let last = 0; last < whole.steps; last++) {
      const stopped = new MemoryStore(copyOf(before.kept), (_step, number) => {
        // A stopped process does nothing more, so every later step fails too.
        if (number > last) throw new Error('stopped');
      });
      await sync(repository.files, stopped);
      const { live, files } = stopped.kept;
      expect([good.version, '2']).toContain(live!.version);
      for (const { sha256 } of Object.values(live!.packs)) expect(files.has(sha256), `after ${last} steps`).toBe(true);
      const again = new MemoryStore(stopped.kept);
      const outcome = await sync(repository.files, again);
      expect(outcome.error, `after ${last} steps`).toBeUndefined();
      expect(again.kept.live!.version).toBe('2');
    }
  });

  test('at each request: the list stays, and says that it was stopped', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const store = new MemoryStore();
    await sync(repository.files, store);
    await repository.publish(listFiles('2'));
    for (let allowed = 0; allowed < 5; allowed++) {
      const stop = new AbortController();
      const honest = serve(repository.files);
      const kept = new MemoryStore(copyOf(store.kept));
      const outcome = await sync(
        async (url, init) => {
          if (honest.asked.length >= allowed) stop.abort();
          init.signal?.throwIfAborted();
          return honest(url, init);
        },
        kept,
        { signal: stop.signal },
      );
      expect(outcome.error).toMatchObject({ fault: 'stopped' });
      expect(kept.kept.live!.version).toBe('1');
    }
  });
});

describe('what is not at fault', () => {
  test('no mirror is set', async () => {
    expect((await sync(new Map(), new MemoryStore(), { mirrors: [] })).error).toMatchObject({ fault: 'no-mirror' });
  });

  test('a clock years behind takes lists as ever', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    expect((await sync(repository.files, new MemoryStore(), { clock: testClock(days(-4000)) })).ok).toBe(true);
  });

  test('an expired list stays in use and says so', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const store = new MemoryStore();
    await sync(repository.files, store);
    const outcome = await sync(repository.files, store, { clock: testClock(days(30)) });
    expect(outcome).toMatchObject({ ok: false, expired: true, live: { version: '1' } });
  });

  test('the same list again changes nothing; a renewed timestamp moves the expiry and keeps the products', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const store = new MemoryStore();
    await sync(repository.files, store);
    const { live, products } = store.kept;
    expect(await sync(repository.files, store)).toMatchObject({ ok: true, changed: false });
    expect(store.kept.live).toBe(live);
    await repository.publish(listFiles('1'), days(2));
    const fetch = serve(repository.files);
    expect(await sync(fetch, store)).toMatchObject({ ok: true, changed: false });
    expect(fetch.asked.map(({ path }) => path)).toEqual(['metadata/2.root.json', TIMESTAMP]);
    expect(store.kept.live!.expires > live!.expires).toBe(true);
    expect(store.kept.live!.at).toBe(live!.at);
    expect(store.kept.products).toBe(products);
  });

  test('only packs that changed are fetched', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const store = new MemoryStore();
    await sync(repository.files, store);
    await repository.publish(
      listFiles('1', { help: { bytes: encode(smallPacks('2').help), custom: { version: '2' } } }),
    );
    const fetch = serve(repository.files);
    await sync(fetch, store);
    expect(fetch.asked.filter(({ path }) => path.startsWith('targets/')).map(({ path }) => path.slice(73))).toEqual([
      'help.json',
    ]);
    expect(store.kept.live!.version).toBe('2');
  });

  test('a pack that the next list no longer names is no longer live', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const store = new MemoryStore();
    await sync(repository.files, store);
    const list = listFiles('2');
    list.delete('help.json');
    await repository.publish(list);
    expect((await sync(repository.files, store)).changed).toBe(true);
    expect(Object.keys(store.kept.live!.packs)).toEqual(['signals', 'places-pay', 'sites']);
  });

  test('a request tells nothing about the person', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const store = new MemoryStore();
    const fetch = serve(repository.files);
    await sync(fetch, store, { conditional: true });
    await sync(fetch, store, { conditional: true });
    expect(fetch.asked.length).toBeGreaterThan(8);
    for (const { path, init } of fetch.asked) {
      expect(path).toMatch(
        /^(metadata\/(\d+\.(root|snapshot|targets)|timestamp)\.json|targets\/[0-9a-f]{64}\.[\w-]+\.json)$/,
      );
      expect(init).toMatchObject({
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        redirect: 'manual',
        cache: 'no-store',
      });
      expect(Object.keys(init.headers as object)).toEqual(
        path === TIMESTAMP && init === fetch.asked.at(-1)!.init ? ['if-none-match'] : [],
      );
    }
    expect(MIRROR).not.toContain('?');
  });

  test('a pack for a newer engine is left out with the reason; the rest is taken, and the last good one stays', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const store = new MemoryStore();
    await sync(repository.files, store);
    await repository.publish(listFiles('2', { signals: { custom: { minEngine: 99 } } }));
    const outcome = await sync(repository.files, store);
    expect(outcome).toMatchObject({ ok: true, changed: true });
    expect(store.kept.live!.packs).toMatchObject({ signals: { version: '1' }, help: { version: '2' } });
    expect(store.kept.live!.leftOut).toMatchObject([{ pack: 'signals', version: '2' }]);
    expect(store.kept.live!.leftOut[0]!.reason).toContain('engine 99');
  });

  test('the same when only the pack itself says so', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const store = new MemoryStore();
    await sync(repository.files, store);
    await repository.publish(listFiles('2', { signals: { bytes: packOf({ minEngine: 99 }) } }));
    expect(await sync(repository.files, store, { accept })).toMatchObject({ ok: true, changed: true });
    expect(store.kept.live!.packs).toMatchObject({ signals: { version: '1' }, help: { version: '2' } });
  });

  test('a list of which nothing fits says so', async () => {
    const repository = new TestRepository();
    const minEngine = { custom: { minEngine: 99 } };
    await repository.publish(
      listFiles('1', { signals: minEngine, 'places-pay': minEngine, sites: minEngine, help: minEngine }),
    );
    expect((await sync(repository.files, new MemoryStore())).error).toMatchObject({
      fault: 'newer-engine',
      role: 'list',
    });
  });
});
