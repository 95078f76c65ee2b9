import type { Page } from 'puppeteer-core';
import type { Answer, FromUi, TabReport } from '../../messages.ts';

/** Sends a message as a page of the extension does. Throws with the background's words when it is refused. */
export async function askBackground<K extends keyof FromUi>(
  ownPage: Page,
  type: K,
  payload: FromUi[K]['in'],
): Promise<FromUi[K]['out']> {
  const answer = (await ownPage.evaluate(
    (message) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: object): Promise<unknown> } } }
      ).chrome.runtime.sendMessage(message),
    { type, payload },
  )) as Answer<FromUi[K]['out']> | undefined;
  if (!answer?.ok) throw new Error(`${type}: ${answer?.error ?? 'no answer'}`);
  return answer.value;
}

/** Id of the tab that shows this address. */
export async function tabIdOf(ownPage: Page, url: string): Promise<number> {
  const id = await ownPage.evaluate(async (wanted) => {
    interface Tab {
      id: number;
      url?: string;
    }
    const { tabs } = (globalThis as unknown as { chrome: { tabs: { query(which: object): Promise<Tab[]> } } }).chrome;
    return (await tabs.query({})).find((tab) => tab.url === wanted)?.id;
  }, url);
  if (id === undefined) throw new Error(`No tab shows ${url}.`);
  return id;
}

export interface SettleOptions {
  /** The report must stay the same for this long. */
  quietMs?: number;
  /** After this long it is taken as it is. */
  patienceMs?: number;
}

/** The report of a tab once it no longer changes. A page that is read only on request is asked for. */
export async function settledReport(
  ownPage: Page,
  tabId: number,
  { quietMs = 1500, patienceMs = 20_000 }: SettleOptions = {},
): Promise<TabReport> {
  const started = Date.now();
  let last = '';
  let since = started;
  for (;;) {
    const report = await askBackground(ownPage, 'ui:tab', { tabId });
    if (report.state === 'on-request') await askBackground(ownPage, 'ui:read-now', { tabId });
    const now = Date.now();
    const text = JSON.stringify(report);
    if (text !== last) {
      last = text;
      since = now;
    }
    const isDone = report.state === 'read' || report.state === 'off';
    if ((isDone && now - since >= quietMs) || now - started >= patienceMs) return report;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
