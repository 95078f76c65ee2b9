import { browser } from 'wxt/browser';
import type { ToPage } from '../../src/messages.ts';
import { askPage } from './reach-page.ts';

/** Tells every page that our script is on; pages without it do not hear it. */
export async function tellPages<K extends keyof ToPage>(type: K, payload: ToPage[K]['in']): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? null : askPage(id, type, payload))));
}
