import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileRules } from '../../packs/compile-rules.ts';
import { checkIndicators } from '../../packs/indicator-list.ts';
import { neverListed } from '../../packs/never-listed.ts';
import { createAcceptor } from '../../sync/accept-packs.ts';
import { syncList } from '../../sync/sync-list.ts';
import type { Clock, SyncOutcome } from '../../sync/sync-options.ts';
import { RULES_FOLDER, readPacks } from '../read-rules.ts';
import { FolderStore } from './folder-store.ts';

/** The root that ships in the package. */
export const PACKAGED_ROOT = join(RULES_FOLDER, 'root.json');

/** The machine's clock, or one that starts at a given moment. */
export function clockFrom(now: string | undefined): Clock {
  const shift = now === undefined ? 0 : Date.parse(now) - Date.now();
  return {
    now: () => Date.now() + shift,
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
  };
}

/** Addresses that no list may name, as the extension takes them from its package. */
function packagedNever(): Map<string, string> {
  const { signals, help, sites } = readPacks();
  return neverListed({ ...signals, ...help, ...sites });
}

/** The one line that other tools read. `accepted` is what is live after the check, whether or not the check was good. */
export function report({ ok, live, error }: SyncOutcome): string {
  const accepted = live ? { ...live.versions, packs: live.packs, leftOut: live.leftOut, expires: live.expires } : null;
  return JSON.stringify({ ok, accepted, error: error ?? null });
}

/**
 * `rules sync URL… --store DIR [--root ROOT.json] [--now ISO] [--no-self-test]`: the extension's own client, with a
 * folder as its store. The self-test is about the project's own list; a list that only stands beside it may fail it.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      store: { type: 'string' },
      root: { type: 'string' },
      now: { type: 'string' },
      'no-self-test': { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const root = values.root ?? PACKAGED_ROOT;
  const wrong =
    positionals.length === 0 || !values.store
      ? 'usage: npm run -s rules -- sync URL… --store DIR [--root ROOT.json] [--now ISO]'
      : values.now !== undefined && Number.isNaN(Date.parse(values.now))
        ? `--now: not a time: ${values.now}`
        : positionals.find((url) => !/^https?:$/.test(URL.parse(url)?.protocol ?? ''))
          ? 'not a web address'
          : existsSync(root)
            ? undefined
            : `there is no root file at ${root}`;
  if (wrong) {
    console.error(wrong);
    return 2;
  }
  mkdirSync(values.store!, { recursive: true });
  const store = new FolderStore(values.store!);
  const outcome = await syncList({
    mirrors: positionals,
    root: new Uint8Array(readFileSync(root)),
    store,
    fetch,
    clock: clockFrom(values.now),
    conditional: true,
    accept: createAcceptor({
      packaged: async () => readPacks(),
      compile: async (packs) => compileRules(packs),
      checkIndicators: (bytes) => checkIndicators(bytes, packagedNever().keys()),
      ...(values['no-self-test'] && { selfTest: () => undefined }),
    }),
  });
  console.log(report(outcome));
  return outcome.live && store.isWhole() ? 0 : 1;
}
