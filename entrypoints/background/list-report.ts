import { browser } from 'wxt/browser';
import type { ListsReport, ShownList } from '../../src/list-messages.ts';
import type { ListChange } from '../../src/packs/list-changes.ts';
import type { ListRow } from '../../src/storage/database.ts';
import { CORE_LIST } from '../../src/storage/lists.ts';
import type { LiveList, SyncHistory } from '../../src/sync/list-store.ts';
import { checkInHand } from './check-lists.ts';
import { livePack, loadSignalTexts } from './knowledge.ts';
import { CHECK_LISTS } from './list-alarm.ts';
import { listError } from './list-error.ts';
import { loadListSource, loadPolicy } from './list-source.ts';
import { countCoreIndicators } from './listed-addresses.ts';
import { loadLiveLists } from './live-lists.ts';
import { store } from './store.ts';

function hostOf(address: string | undefined): string | undefined {
  return address && URL.parse(address)?.host;
}

/** What both kinds of list say about their checks. */
function checksOf({ history, nextAt }: ListRow, live: LiveList | undefined): Partial<ShownList> {
  const { last, lastGood } = history as SyncHistory;
  const isExpired = live !== undefined && Date.parse(live.expires) <= Date.now();
  return {
    ...(isExpired ? { expired: live.expires } : {}),
    ...(last ? { lastCheck: last.at } : {}),
    ...(lastGood ? { lastGood: lastGood.at } : {}),
    ...(last?.error ? { error: listError(last.error) } : {}),
    ...(nextAt ? { nextCheck: nextAt } : {}),
  };
}

async function changesOf(id: string): Promise<ShownList['changes']> {
  return (await store.lists.changes(id)).map(({ at, change }) => ({ at, change: change as ListChange }));
}

async function showCore(row: ListRow): Promise<ShownList> {
  const [{ core, version }, { signals }, { help }, { mirrors, root }, indicators, changes] = await Promise.all([
    loadLiveLists(),
    loadSignalTexts(),
    livePack('help'),
    loadListSource(),
    countCoreIndicators(),
    changesOf(CORE_LIST),
  ]);
  const host = root ? hostOf(mirrors[0]) : undefined;
  return {
    id: CORE_LIST,
    name: '',
    version,
    packaged: core === null,
    ...(host ? { host } : {}),
    ...(core ? { since: core.at } : {}),
    ...checksOf(row, core ?? undefined),
    signals: [...signals.values()].filter(({ fromList }) => !fromList).length,
    contacts: help.reduce((count, { entries }) => count + entries.length, 0),
    indicators,
    changes,
  };
}

async function showSubscription(row: ListRow): Promise<ShownList[]> {
  const { subscription } = row;
  if (!subscription) return [];
  const { subscriptions } = await loadLiveLists();
  const live = subscriptions.find(({ id }) => id === row.id);
  const { prefix: _prefix, ...card } = live?.taken.card ?? { prefix: '', name: subscription.name };
  const host = hostOf(subscription.address);
  return [
    {
      id: row.id,
      ...card,
      version: live?.live.version ?? '',
      packaged: false,
      ...(host ? { host } : {}),
      since: live?.live.at ?? subscription.addedAt,
      ...checksOf(row, live?.live),
      signals: live?.taken.signals.length ?? 0,
      contacts: live?.taken.help.reduce((count, { entries }) => count + entries.length, 0) ?? 0,
      indicators: live?.taken.indicators ?? 0,
      changes: await changesOf(row.id),
      ...(subscription.managed ? { managed: true } : {}),
    },
  ];
}

/** Everything that the screen of lists shows. */
export async function listsReport(): Promise<ListsReport> {
  const [rows, policy, alarm] = await Promise.all([store.lists.all(), loadPolicy(), browser.alarms.get(CHECK_LISTS)]);
  const known = rows.ok ? rows.value : [];
  const core = known.find(({ id }) => id === CORE_LIST) ?? { id: CORE_LIST, history: {} };
  const due = alarm ? { nextAt: new Date(alarm.scheduledTime).toISOString() } : {};
  const lists = await Promise.all([
    showCore({ ...due, ...core }),
    ...known.map(async (row) => (await showSubscription({ ...due, ...row }))[0]),
  ]);
  return {
    lists: lists.filter((list) => list !== undefined),
    checking: checkInHand(),
    syncOff: policy.syncDisabled,
    storage: store.database.state,
  };
}
