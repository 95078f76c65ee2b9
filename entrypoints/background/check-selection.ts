import { browser } from 'wxt/browser';
import { handOver } from './pending-text.ts';
import { askPage, injectScript, reachPage } from './reach-page.ts';
import { loadSpeech } from './speech.ts';

export const CHECK_SELECTION = 'check-selection';
const READ_PAGE = 'read-page';

/** Longest text that is handed over, in UTF-16 units. */
const MAX_TEXT = 50_000;

/** The right-click entries, in the person's language. Made again when the language changes. */
export async function makeMenus(): Promise<void> {
  const speech = await loadSpeech();
  await browser.contextMenus.removeAll();
  const pages = ['http://*/*', 'https://*/*'];
  browser.contextMenus.create({ id: CHECK_SELECTION, title: speech.t('menuCheckText'), contexts: ['selection'] });
  browser.contextMenus.create({
    id: READ_PAGE,
    title: speech.t('menuReadPage'),
    contexts: ['page'],
    documentUrlPatterns: pages,
  });
}

/** Opens the page on which a text is checked. In a tab: a popup would close with the first press beside it. */
async function openCheck(text: string): Promise<void> {
  await handOver(text.slice(0, MAX_TEXT));
  await browser.tabs.create({ url: browser.runtime.getURL('/check.html' as '/') });
}

/** What is selected in the tab, with its line breaks, which the menu's own copy lacks. */
async function selectedText(tabId: number, fallback = ''): Promise<string> {
  const asked = await askPage(tabId, 'tab:selection', {});
  if (asked?.text) return asked.text;
  try {
    // By activeTab, without leaving a page script behind on a site where none runs.
    const [result] = await browser.scripting.executeScript({
      target: { tabId },
      func: () => String(getSelection() ?? ''),
    });
    return result?.result || fallback;
  } catch {
    return fallback;
  }
}

export async function onMenu(
  info: { menuItemId: string | number; selectionText?: string },
  tabId?: number,
): Promise<void> {
  if (info.menuItemId === CHECK_SELECTION) {
    await openCheck(tabId === undefined ? (info.selectionText ?? '') : await selectedText(tabId, info.selectionText));
  } else if (info.menuItemId === READ_PAGE && tabId !== undefined) {
    await reachPage(tabId, 'tab:read-now', {});
  }
}

export async function onCommand(command: string, tabId?: number): Promise<void> {
  if (command !== CHECK_SELECTION || tabId === undefined) return;
  await openCheck(await selectedText(tabId));
}

/** Puts the page script into tabs that were open before the extension was installed or updated. */
export async function reachOpenTabs(): Promise<void> {
  const patterns = browser.runtime.getManifest().content_scripts?.flatMap(({ matches = [] }) => matches) ?? [];
  const tabs = patterns.length > 0 ? await browser.tabs.query({ url: patterns }) : [];
  await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? false : injectScript(id))));
}
