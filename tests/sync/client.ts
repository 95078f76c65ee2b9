import { compileRules } from '../../src/packs/compile-rules.ts';
import { createAcceptor } from '../../src/sync/accept-packs.ts';
import type { ListStore } from '../../src/sync/list-store.ts';
import { syncList } from '../../src/sync/sync-list.ts';
import type { Clock, Fetch, SyncOptions, SyncOutcome } from '../../src/sync/sync-options.ts';
import { type Files, NOW, ROOT } from './repository.ts';
import { smallPacks } from './small-packs.ts';

export const MIRROR = 'https://lists.example/';

/** A clock that stands still; waiting callbacks run only when a test says so. */
export function testClock(now: Date = NOW): Clock & { runOut(): void } {
  const waiting = new Set<() => void>();
  return {
    now: () => now.getTime(),
    after: (_ms, call) => {
      waiting.add(call);
      return () => waiting.delete(call);
    },
    runOut: () => {
      for (const call of [...waiting]) call();
    },
  };
}

/** Serves files as a static host; `answers` stand in the place of a file's. Notes every request. */
export function serve(
  files: Files,
  answers: Record<string, () => Response | Promise<Response>> = {},
): Fetch & { asked: { path: string; init: RequestInit }[] } {
  const asked: { path: string; init: RequestInit }[] = [];
  const fetch: Fetch = async (url, init) => {
    const path = new URL(url).pathname.slice(1);
    asked.push({ path, init });
    const answer = answers[path];
    if (answer) return answer();
    const bytes = files.get(path);
    return bytes ? new Response(bytes as Uint8Array<ArrayBuffer>) : new Response('not here', { status: 404 });
  };
  return Object.assign(fetch, { asked });
}

/** Accepts small packs: everything but the real self-test, whose texts need the real rules. */
export const accept = createAcceptor({
  packaged: async () => smallPacks('0'),
  compile: async (packs) => compileRules(packs),
  checkIndicators: () => ({ ok: true }),
  selfTest: () => undefined,
});

export function sync(files: Files | Fetch, store: ListStore, options: Partial<SyncOptions> = {}): Promise<SyncOutcome> {
  const fetch = typeof files === 'function' ? files : serve(files);
  return syncList({ mirrors: [MIRROR], root: ROOT, store, fetch, clock: testClock(), accept, ...options });
}
