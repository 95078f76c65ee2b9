import { browser } from 'wxt/browser';
import type { ToPage } from '../../src/messages.ts';

type Injection = Parameters<typeof browser.scripting.executeScript>[0];

/** The page script as it stands in the package. */
export const SCRIPT = '/content-scripts/posting.js';
/** What opens the explanation of an advert; needs the page script. */
export const PANEL_SCRIPT = '/explanation-panel.js';
/** What tells the fields of adverts apart on pages that no rule knows. */
export const FIELDS_SCRIPT = '/field-reader.js';

/** Asks a tab's page script; null when there is none, or when it failed. */
export async function askPage<K extends keyof ToPage>(
  tabId: number,
  type: K,
  payload: ToPage[K]['in'],
): Promise<ToPage[K]['out'] | null> {
  try {
    return (await browser.tabs.sendMessage(tabId, { type, payload }, { frameId: 0 })) ?? null;
  } catch {
    return null;
  }
}

/**
 * Puts the page script into a tab that has none: works on the sites of the manifest, on sites the person granted, and
 * by `activeTab` on the tab where they have just used the extension. False where the browser refuses.
 */
export async function injectScript(tabId: number, file: string = SCRIPT): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [file] } as Injection);
    return true;
  } catch {
    return false;
  }
}

/** Asks the page script, putting it in first where it is missing. */
export async function reachPage<K extends keyof ToPage>(
  tabId: number,
  type: K,
  payload: ToPage[K]['in'],
): Promise<ToPage[K]['out'] | null> {
  const answer = await askPage(tabId, type, payload);
  if (answer !== null || !(await injectScript(tabId))) return answer;
  return askPage(tabId, type, payload);
}
