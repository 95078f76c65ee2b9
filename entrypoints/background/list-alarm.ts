import { browser } from 'wxt/browser';
import { firstCheck, nextCheck } from '../../src/sync/next-check.ts';
import { checkLists } from './check-lists.ts';
import { store } from './store.ts';
import { followPolicy } from './subscriptions.ts';

export const CHECK_LISTS = 'check-lists';

/**
 * Sets the alarm to the earliest time at which a list is due; soon, when that has passed while the browser was closed.
 * Where nothing is planned (nothing was ever checked, or nothing can be kept) it goes off `ifUnplanned`. Times depend on the last checks alone: a look whenever an advert is met would tell the mirrors when a person reads.
 */
export async function setListAlarm(ifUnplanned: 'soon' | 'later'): Promise<void> {
  const rows = await store.lists.all();
  const due = (rows.ok ? rows.value : []).map(({ nextAt }) => Date.parse(nextAt ?? ''));
  const earliest = Math.min(...due.filter((at) => !Number.isNaN(at)));
  const soon = firstCheck(Date.now(), Math.random);
  const unplanned = ifUnplanned === 'soon' ? soon : nextCheck(Date.now(), 0, Math.random);
  const when = Number.isFinite(earliest) ? Math.max(earliest, soon) : unplanned;
  await browser.alarms.create(CHECK_LISTS, { when });
}

/** An alarm is lost with the browser (Firefox), an update of the extension, or a fault: it is set again where it is missing. */
export async function keepListAlarm(): Promise<void> {
  if (!(await browser.alarms.get(CHECK_LISTS))) await setListAlarm('soon');
}

export async function onListAlarm(): Promise<void> {
  // First, so that a background stopped in the middle is woken again without anybody meeting an advert.
  await browser.alarms.create(CHECK_LISTS, { when: nextCheck(Date.now(), 0, Math.random) });
  await followPolicy();
  await checkLists('due');
  await setListAlarm('later');
}
