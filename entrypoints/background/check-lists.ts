import { browser } from 'wxt/browser';
import type { ListProgress } from '../../src/list-messages.ts';
import type { ListRow } from '../../src/storage/database.ts';
import { CORE_LIST } from '../../src/storage/lists.ts';
import { nextCheck } from '../../src/sync/next-check.ts';
import { syncList } from '../../src/sync/sync-list.ts';
import type { Clock, SyncOptions, SyncStep } from '../../src/sync/sync-options.ts';
import { coreOnItsWay } from './accept-core.ts';
import { acceptSubscription } from './accept-subscription.ts';
import { loadListSource, loadPolicy } from './list-source.ts';
import { subscribedList } from './live-lists.ts';
import { mendRules } from './mend-rules.ts';
import { store } from './store.ts';
import { useListsAnew } from './use-lists.ts';

/** The pages of the person are not waited for, and they do not wait: a check runs beside them. */
interface Check {
  which: 'all' | 'due';
  abort: AbortController;
  progress: ListProgress;
  done: Promise<void>;
}

let running: Check | null = null;

export const clock: Clock = {
  now: () => Date.now(),
  after(ms, call) {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** What the network is asked with, for every list: no cookie, no referrer, nothing of the person (see download.ts). */
export const network = { fetch: globalThis.fetch.bind(globalThis), clock };

const STEPS: Record<SyncStep['step'], ListProgress['step']> = {
  metadata: 'asking',
  pack: 'fetching',
  accept: 'trying',
  commit: 'keeping',
};

/** A call to the browser that often keeps Chromium from stopping the background in the middle of a check. */
const AWAKE_MS = 20_000;

/** Lists due within this time are asked together with the one whose time has come. */
const TOGETHER_MS = 10 * 60_000;

export function checkInHand(): ListProgress | null {
  return running?.progress ?? null;
}

/** Ends the check in hand; what was live stays live. */
export async function stopCheck(): Promise<void> {
  const check = running;
  check?.abort.abort();
  await check?.done;
}

/** Checks all lists, or those that are due; a check in hand is joined, unless it leaves out lists that are asked for. */
export function checkLists(which: 'all' | 'due'): Promise<void> {
  if (!running) {
    const abort = new AbortController();
    const check: Check = {
      which,
      abort,
      progress: { list: CORE_LIST, step: 'asking', done: 0, of: 1 },
      done: Promise.resolve(),
    };
    running = check;
    const awake = setInterval(() => void browser.runtime.getPlatformInfo(), AWAKE_MS);
    // Whatever goes wrong is kept with the list it was about; nobody waits for it here.
    check.done = checkEach(which, check)
      .catch(() => undefined)
      .finally(() => {
        clearInterval(awake);
        running = null;
      });
  }
  const { done, abort, which: inHand } = running;
  if (which === inHand || inHand === 'all') return done;
  return done.then(() => (abort.signal.aborted ? undefined : checkLists('all')));
}

async function checkEach(which: 'all' | 'due', check: Check): Promise<void> {
  const [rows, policy] = await Promise.all([store.lists.all(), loadPolicy()]);
  if (policy.syncDisabled) return;
  const known = rows.ok ? rows.value : [];
  const core = known.find(({ id }) => id === CORE_LIST) ?? { id: CORE_LIST, history: {} };
  const lists = [core, ...known.filter(({ subscription }) => subscription)].filter(
    ({ nextAt }) => which === 'all' || !(Date.parse(nextAt ?? '') > Date.now() + TOGETHER_MS),
  );
  let changed = false;
  for (const [done, row] of lists.entries()) {
    if (check.abort.signal.aborted) break;
    check.progress = { list: row.id, step: 'asking', done, of: lists.length };
    changed = (await checkOne(row, check)) || changed;
  }
  if (changed) await useListsAnew();
  await mendRules();
}

/** Whether another version of the list is live afterwards. */
async function checkOne(row: ListRow, check: Check): Promise<boolean> {
  const options = await optionsFor(row);
  if (!options) {
    await store.lists.plan(row.id, new Date(nextCheck(Date.now(), 0, Math.random)).toISOString());
    return false;
  }
  const outcome = await syncList({
    ...network,
    ...options,
    // Another mirror to begin with each time: one that stands still cannot hide news for long.
    startAt: Math.floor(Date.now() / 60_000) + Math.floor(Math.random() * 1000),
    signal: check.abort.signal,
    onStep: ({ step }) => {
      check.progress = { ...check.progress, step: STEPS[step] };
    },
  });
  const failures = outcome.ok ? 0 : (row.failures ?? 0) + 1;
  await store.lists.plan(row.id, new Date(nextCheck(Date.now(), failures, Math.random)).toISOString());
  if (outcome.changed) await store.lists.prune(row.id);
  return outcome.changed;
}

type Own = Pick<SyncOptions, 'mirrors' | 'root' | 'store' | 'accept'>;

/** Null where there is no address yet, or no root to begin with. */
async function optionsFor({ id, subscription }: ListRow): Promise<Own | null> {
  if (subscription) {
    return {
      mirrors: [subscription.address],
      root: subscription.rootBytes,
      store: subscribedList(id),
      accept: acceptSubscription(subscription.prefix),
    };
  }
  const { mirrors, root } = await loadListSource();
  if (mirrors.length === 0 || !root) return null;
  const { kept, accept } = coreOnItsWay();
  return { mirrors, root, store: kept, accept };
}
