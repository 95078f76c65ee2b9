import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { makeRoot, sha256 } from '../../src/command-line/publishing/tuf-metadata.ts';
import { keyEntry, signMetadata } from '../../src/command-line/publishing/tuf-signing.ts';
import type { Attack } from '../../src/sync/sync-error.ts';
import { serve, sync, testClock } from './client.ts';
import { MemoryStore } from './memory-store.ts';
import {
  days,
  type Files,
  jsonOf,
  KEYS,
  NOW,
  nameSnapshot,
  nameTargets,
  resign,
  TestRepository,
  THIEF,
  testKey,
} from './repository.ts';
import { listFiles } from './small-packs.ts';
import { TufJsClient } from './tuf-js-client.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Case {
  name: string;
  attack: Attack;
  /** Turns what an honest mirror serves now (`files`, list 2) into what the attacker serves; `old` is list 1. */
  mount(files: Files, old: Files, repository: TestRepository): void | Promise<void>;
  role?: string;
  /** Days from `NOW` at which the attack happens. */
  after?: number;
}

const targetsPath = 'metadata/3.targets.json';
const signalsOf = (files: Files): string => [...files.keys()].filter((path) => path.endsWith('.signals.json')).at(-1)!;

const CASES: Case[] = [
  {
    name: 'a timestamp by unknown keys',
    attack: 'arbitrary-installation',
    role: 'timestamp',
    mount: (files) => void resign(files, 'metadata/timestamp.json', { version: 9 }, [THIEF]),
  },
  {
    name: 'targets by unknown keys, under a real snapshot',
    attack: 'arbitrary-installation',
    role: 'targets',
    mount: (files) => nameTargets(files, { version: 3, bytes: resign(files, targetsPath, {}, [THIEF]) }, 9),
  },
  {
    name: 'a pack of the same length with other words',
    attack: 'arbitrary-installation',
    role: 'signals',
    mount: (files) => {
      const path = signalsOf(files);
      const bytes = files.get(path)!.slice();
      bytes[bytes.length - 20]! ^= 1;
      files.set(path, bytes);
    },
  },
  {
    name: 'the timestamp key used to sign targets',
    attack: 'arbitrary-installation',
    role: 'targets',
    mount: (files) => nameTargets(files, { version: 3, bytes: resign(files, targetsPath, {}, KEYS.timestamp) }, 9),
  },
  {
    name: 'a timestamp without end',
    attack: 'endless-data',
    role: 'timestamp',
    mount: (files) => void files.set('metadata/timestamp.json', new Uint8Array(3_000_000).fill(0x20)),
  },
  {
    name: 'a snapshot longer than signed',
    attack: 'endless-data',
    role: 'snapshot',
    mount: (files) => void files.set('metadata/3.snapshot.json', new Uint8Array(50_000).fill(0x20)),
  },
  {
    name: 'a pack longer than signed',
    attack: 'endless-data',
    role: 'signals',
    mount: (files) => void files.set(signalsOf(files), new Uint8Array(100_000).fill(0x20)),
  },
  {
    name: 'targets that name another file to be fetched',
    attack: 'extraneous-dependencies',
    role: 'targets',
    mount: (files) => {
      const { signed } = jsonOf(files, targetsPath);
      const extra = { length: 4, hashes: { sha256: sha256(Buffer.from('evil')) }, custom: {} };
      const targets = { ...(signed.targets as object), 'helper.js': extra };
      const bytes = resign(files, targetsPath, { targets }, [THIEF]);
      nameTargets(files, { version: 3, bytes }, 9);
    },
  },
  {
    name: 'after a stolen key pushed the version up, the true list looks old',
    attack: 'fast-forward',
    role: 'timestamp',
    mount: async (files, _old, repository) => {
      await repository.publish(listFiles('2'));
      for (const [path, bytes] of repository.files) files.set(path, bytes);
    },
  },
  {
    name: 'an old timestamp past its time',
    attack: 'freeze',
    role: 'timestamp',
    after: 10,
    mount: () => {},
  },
  {
    name: 'a snapshot past its time under a fresh timestamp',
    attack: 'freeze',
    role: 'snapshot',
    mount: (files) => {
      const bytes = resign(
        files,
        'metadata/3.snapshot.json',
        { version: 4, expires: '2026-11-01T00:00:00Z' },
        KEYS.snapshot,
      );
      files.set('metadata/4.snapshot.json', bytes);
      nameSnapshot(files, { version: 4, bytes }, 9);
    },
  },
  {
    name: 'targets past their time under a fresh snapshot',
    attack: 'freeze',
    role: 'targets',
    mount: (files) => {
      const bytes = resign(files, targetsPath, { version: 4, expires: '2026-11-01T00:00:00Z' }, KEYS.targets);
      files.set('metadata/4.targets.json', bytes);
      nameTargets(files, { version: 4, bytes }, 9);
    },
  },
  {
    name: 'a root past its time',
    attack: 'freeze',
    role: 'root',
    mount: (files, _old, repository) => {
      const { signed } = jsonOf(files, 'metadata/1.root.json');
      const root = signMetadata({ ...signed, version: 2, expires: '2026-11-01T00:00:00Z' }, KEYS.root);
      // Its own makers let it end; they follow it with a newer one.
      for (const served of [files, repository.files]) served.set('metadata/2.root.json', root);
      repository.root = 2;
    },
  },
  {
    name: 'a mirror withholds the snapshot',
    attack: 'malicious-mirror',
    role: 'snapshot',
    mount: (files) => void files.delete('metadata/3.snapshot.json'),
  },
  {
    name: 'a mirror withholds the targets',
    attack: 'malicious-mirror',
    role: 'targets',
    mount: (files) => void files.delete(targetsPath),
  },
  {
    name: 'a mirror withholds a pack',
    attack: 'malicious-mirror',
    role: 'signals',
    mount: (files) => void files.delete(signalsOf(files)),
  },
  {
    name: 'the old snapshot under the new name',
    attack: 'mix-and-match',
    role: 'snapshot',
    mount: (files, old) => void files.set('metadata/3.snapshot.json', old.get('metadata/2.snapshot.json')!),
  },
  {
    name: 'the old targets under the new name',
    attack: 'mix-and-match',
    role: 'targets',
    mount: (files, old) => void files.set(targetsPath, old.get('metadata/2.targets.json')!),
  },
  {
    name: 'a snapshot whose version is not the one that the timestamp names',
    attack: 'mix-and-match',
    role: 'snapshot',
    mount: (files) => {
      const bytes = files.get('metadata/3.snapshot.json')!;
      files.set('metadata/7.snapshot.json', bytes);
      nameSnapshot(files, { version: 7, bytes }, 9);
    },
  },
  {
    name: 'targets whose version is not the one that the snapshot names',
    attack: 'mix-and-match',
    role: 'targets',
    mount: (files) => {
      files.set('metadata/7.targets.json', files.get(targetsPath)!);
      nameTargets(files, { version: 7, bytes: files.get(targetsPath)! }, 9);
    },
  },
  {
    name: 'the timestamp of the day before yesterday',
    attack: 'rollback',
    role: 'timestamp',
    mount: (files, old) => void files.set('metadata/timestamp.json', old.get('metadata/0.timestamp.json')!),
  },
  {
    name: 'a new timestamp that names an older snapshot',
    attack: 'rollback',
    role: 'timestamp',
    mount: (files, old) => {
      const bytes = old.get('metadata/1.snapshot.json')!;
      nameSnapshot(files, { version: 0, bytes }, 9);
      resign(
        files,
        'metadata/timestamp.json',
        { meta: { 'snapshot.json': { version: 1, length: bytes.length } } },
        KEYS.timestamp,
      );
    },
  },
  {
    name: 'a new snapshot that names older targets',
    attack: 'rollback',
    role: 'snapshot',
    mount: (files, old) => nameTargets(files, { version: 1, bytes: old.get('metadata/1.targets.json')! }, 9),
  },
  {
    name: 'a new snapshot that names no targets any more',
    attack: 'rollback',
    role: 'snapshot',
    mount: (files) => {
      const bytes = resign(files, 'metadata/3.snapshot.json', { version: 9, meta: {} }, KEYS.snapshot);
      files.set('metadata/9.snapshot.json', bytes);
      nameSnapshot(files, { version: 9, bytes }, 9);
    },
  },
  {
    name: 'an older root under the next name',
    attack: 'rollback',
    role: 'root',
    mount: (files) => void files.set('metadata/2.root.json', files.get('metadata/1.root.json')!),
  },
  {
    name: 'one of two targets keys',
    attack: 'key-compromise-below-threshold',
    role: 'targets',
    mount: (files) =>
      nameTargets(files, { version: 3, bytes: resign(files, targetsPath, {}, KEYS.targets.slice(0, 1)) }, 9),
  },
  {
    name: 'one of the root keys signs a root of its own',
    attack: 'key-compromise-below-threshold',
    role: 'root',
    mount: (files) =>
      void files.set(
        'metadata/2.root.json',
        signMetadata({ ...jsonOf(files, 'metadata/1.root.json').signed, version: 2 }, [KEYS.root[0]!, THIEF]),
      ),
  },
  {
    name: 'a root by new keys alone',
    attack: 'wrong-signature-root-chain',
    role: 'root',
    mount: (files) => {
      const role = { publicKeys: [THIEF.publicKey], threshold: 1 };
      const root = makeRoot(
        { root: role, targets: role, snapshot: role, timestamp: role },
        { version: 2, expires: days(9) },
      );
      files.set('metadata/2.root.json', signMetadata(root, [THIEF]));
    },
  },
  {
    name: 'a root that its own keys did not sign',
    attack: 'wrong-signature-root-chain',
    role: 'root',
    mount: (files) => {
      const spec = (name: keyof typeof KEYS) => ({
        publicKeys: KEYS[name].map(({ publicKey }) => publicKey),
        threshold: 1,
      });
      const roles = { targets: spec('targets'), snapshot: spec('snapshot'), timestamp: spec('timestamp') };
      const root = { publicKeys: [testKey('never-made').publicKey], threshold: 1 };
      files.set(
        'metadata/2.root.json',
        signMetadata(makeRoot({ root, ...roles }, { version: 2, expires: days(9) }), KEYS.root),
      );
    },
  },
  {
    name: 'a root that skips a version',
    attack: 'fast-forward',
    role: 'root',
    mount: (files) =>
      void files.set(
        'metadata/2.root.json',
        signMetadata({ ...jsonOf(files, 'metadata/1.root.json').signed, version: 5 }, KEYS.root),
      ),
  },
];

/**
 * Honest lists "0", "1" and "2" have the metadata versions 1, 2 and 3. Both clients have seen list "1"; "2" is new when
 * the attack happens; "3" comes afterwards. `old` holds the timestamp of list "0" as `metadata/0.timestamp.json`.
 */
async function start(attacked: Case) {
  const repository = new TestRepository();
  await repository.publish(listFiles('0'));
  const zero = repository.copy();
  await repository.publish(listFiles('1'));
  const store = new MemoryStore();
  const other = new TufJsClient();
  // Fast-forward needs a victim that has seen the pushed version.
  const first = repository.copy();
  if (attacked.attack === 'fast-forward' && attacked.role === 'timestamp') {
    resign(first, 'metadata/timestamp.json', { version: 2_000_000_000 }, KEYS.timestamp);
  }
  expect((await sync(first, store)).ok).toBe(true);
  expect(await other.sync(first)).toBeUndefined();
  await repository.publish(listFiles('2'));
  const old = new Map([...first, ['metadata/0.timestamp.json', zero.get('metadata/timestamp.json')!] as const]);
  return { repository, store, other, old };
}

describe.each(CASES)('$attack: $name', (attacked) => {
  test('is refused and named, the last good list stays, the next good one is taken, and tuf-js agrees', async () => {
    const { repository, store, other, old } = await start(attacked);
    const good = store.kept.live!;
    const files = repository.copy();
    await attacked.mount(files, old, repository);
    const now = days(attacked.after ?? 0);
    vi.setSystemTime(now);

    const outcome = await sync(files, store, { clock: testClock(now) });
    expect(outcome.ok).toBe(false);
    expect(outcome.error).toMatchObject({ attack: attacked.attack, ...(attacked.role && { role: attacked.role }) });
    expect(outcome.error!.message.length).toBeGreaterThan(10);
    expect(store.kept.live).toEqual(good);
    expect(store.kept.history.last).toMatchObject({ ok: false, error: { attack: attacked.attack } });
    expect(store.kept.history.lastGood?.ok).toBe(true);

    const theirs = await other.sync(files, ['signals.json']);
    expect(theirs, 'tuf-js accepted it').toBeDefined();

    // The publisher answers with a list above whatever was seen, and after stolen keys with new ones.
    if (attacked.role === 'timestamp' && attacked.attack === 'fast-forward') {
      const fresh = testKey('timestamp-2');
      repository.signers.push(fresh);
      await repository.rotate({ role: 'timestamp', remove: KEYS.timestamp[0]!.publicKey, add: fresh.publicKey }, now);
    }
    if (attacked.role === 'root' && attacked.attack === 'freeze') await repository.rotate({ role: 'timestamp' }, now);
    await outrun(repository, now);
    const next = await sync(repository.files, store, { clock: testClock(now) });
    expect(next.error).toBeUndefined();
    expect(store.kept.live!.packs.signals!.version).toBe('3');
    expect(await other.sync(repository.files, ['signals.json'])).toBeUndefined();
    other.close();
  });
});

/** Publishes until the versions are above those that an attacker with online keys could have named. */
async function outrun(repository: TestRepository, now: Date): Promise<void> {
  for (let i = 0; i < 10; i++) await repository.publish(listFiles(`3.${i}`), now);
  await repository.publish(listFiles('3'), now);
}

test('each attack of the list has a case', () => {
  const named = new Set<string>(CASES.map(({ attack }) => attack));
  // Slow retrieval is about time, and has tests of its own below.
  expect([...named, 'slow-retrieval'].sort()).toEqual(
    [
      'arbitrary-installation',
      'endless-data',
      'extraneous-dependencies',
      'fast-forward',
      'freeze',
      'key-compromise-below-threshold',
      'malicious-mirror',
      'mix-and-match',
      'rollback',
      'slow-retrieval',
      'wrong-signature-root-chain',
    ].sort(),
  );
});

describe('beyond the list', () => {
  test('slow retrieval: a mirror that stalls is left, the list stays, another mirror is asked', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const clock = testClock();
    const honest = serve(repository.files);
    const store = new MemoryStore();
    const drip = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.enqueue(new Uint8Array([0x7b]));
        return new Promise(() => {});
      },
    });
    const outcome = await sync(
      async (url, init) => {
        if (!url.startsWith('https://slow.example/') || !url.endsWith('timestamp.json')) return honest(url, init);
        setTimeout(() => clock.runOut(), 20);
        return new Response(drip);
      },
      store,
      { mirrors: ['https://slow.example/', 'https://lists.example/'], clock },
    );
    expect(outcome.mirrors[0]!.error).toMatchObject({ attack: 'slow-retrieval', role: 'timestamp' });
    expect(outcome.ok).toBe(true);
    expect(store.kept.live!.packs.signals!.version).toBe('1');
  });

  test('slow retrieval: a trickle that never stalls meets the overall limit', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const files = repository.copy();
    let now = NOW.getTime();
    const timers = new Set<{ at: number; call: () => void }>();
    const clock = {
      now: () => now,
      after: (ms: number, call: () => void) => {
        const timer = { at: now + ms, call };
        timers.add(timer);
        return () => timers.delete(timer);
      },
    };
    const trickle = new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        // A byte every ten seconds: never a stall, and five days for the file.
        now += 10_000;
        for (const timer of [...timers]) if (timer.at <= now) timer.call();
        await new Promise((resolve) => setImmediate(resolve));
        controller.enqueue(new Uint8Array([0x20]));
      },
    });
    const answers = { 'metadata/timestamp.json': () => new Response(trickle) };
    const outcome = await sync(serve(files, answers), new MemoryStore(), { clock });
    expect(outcome.error).toMatchObject({ attack: 'slow-retrieval', role: 'timestamp' });
    expect(now - NOW.getTime()).toBeLessThan(120_000);
  });

  test('malicious mirror: the next mirror is asked and its list is taken', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const honest = serve(repository.files);
    const withholding = async (url: string, init: RequestInit) =>
      url.startsWith('https://bad.example/') && url.includes('snapshot')
        ? new Response('gone', { status: 404 })
        : honest(url, init);
    const outcome = await sync(withholding, new MemoryStore(), {
      mirrors: ['https://bad.example/', 'https://lists.example/'],
    });
    expect(outcome.ok).toBe(true);
    expect(outcome.mirrors).toMatchObject([{ error: { attack: 'malicious-mirror' } }, {}]);
  });

  test('a mirror that is behind does not win for ever: the first one asked changes', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const old = serve(repository.copy());
    const store = new MemoryStore();
    await sync(repository.files, store);
    await repository.publish(listFiles('2'));
    const news = serve(repository.files);
    const mirrors = ['https://old.example/', 'https://new.example/'];
    const fetch = (url: string, init: RequestInit) => (url.includes('//old.') ? old : news)(url, init);
    expect((await sync(fetch, store, { mirrors, startAt: 0 })).changed).toBe(false);
    expect((await sync(fetch, store, { mirrors, startAt: 1 })).changed).toBe(true);
  });

  test('extraneous dependencies: a signed file that is no pack is never fetched', async () => {
    const repository = new TestRepository();
    const list = listFiles('1');
    list.set('helper.js', { bytes: new TextEncoder().encode('evil'), custom: {} });
    await repository.publish(list);
    const fetch = serve(repository.files);
    const outcome = await sync(fetch, new MemoryStore());
    expect(outcome.ok).toBe(true);
    expect(fetch.asked.map(({ path }) => path).filter((path) => path.includes('helper'))).toEqual([]);
  });

  test('key compromise: one key under two ids counts once, which tuf-js does not see', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const store = new MemoryStore();
    await sync(repository.files, store);
    const { signed } = jsonOf(repository.files, 'metadata/1.root.json');
    const twin = 'a'.repeat(64);
    const key = KEYS.targets[0]!;
    const root = signMetadata(
      {
        ...signed,
        version: 2,
        keys: { ...(signed.keys as object), [twin]: keyEntry(key.publicKey) },
        roles: { ...(signed.roles as object), targets: { keyids: [key.keyid, twin], threshold: 2 } },
      } as never,
      KEYS.root,
    );
    const files = repository.copy();
    files.set('metadata/2.root.json', root);
    const message = jsonOf(files, 'metadata/1.targets.json').signed;
    const once = signMetadata({ ...message, version: 2 }, [key]);
    const { sig } = (JSON.parse(new TextDecoder().decode(once)) as { signatures: { sig: string }[] }).signatures[0]!;
    const twice = signMetadata({ ...message, version: 2 }, [key], [{ keyid: twin, sig }]);
    files.set('metadata/2.targets.json', twice);
    nameTargets(files, { version: 2, bytes: twice }, 9);
    const outcome = await sync(files, store);
    expect(outcome.error).toMatchObject({ attack: 'key-compromise-below-threshold', role: 'targets' });
  });

  test('fast-forward: new snapshot keys alone mend it too (TUF 5.3.11)', async () => {
    const repository = new TestRepository();
    await repository.publish(listFiles('1'));
    const store = new MemoryStore();
    const files = repository.copy();
    const bytes = resign(files, 'metadata/1.snapshot.json', { version: 2_000_000_000 }, KEYS.snapshot);
    files.set('metadata/2000000000.snapshot.json', bytes);
    nameSnapshot(files, { version: 2_000_000_000, bytes }, 2);
    expect((await sync(files, store)).ok).toBe(true);
    await repository.publish(listFiles('2'));
    await repository.publish(listFiles('3'));
    expect((await sync(repository.files, store)).error).toMatchObject({ attack: 'fast-forward' });
    const fresh = testKey('snapshot-2');
    repository.signers.push(fresh);
    await repository.rotate({ role: 'snapshot', remove: KEYS.snapshot[0]!.publicKey, add: fresh.publicKey });
    const outcome = await sync(repository.files, store);
    expect(outcome.error).toBeUndefined();
    expect(store.kept.live!.packs.signals!.version).toBe('3');
  });
});
