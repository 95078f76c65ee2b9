import { type Browser, browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { loadSettings, onSettingsChanged } from '../../src/storage/settings.ts';
import { answer } from './answer.ts';
import { makeMenus, onCommand, onMenu, reachOpenTabs } from './check-selection.ts';
import { followGrants, startOnSites, stopOnSites } from './granted-sites.ts';
import { CHECK_LISTS, keepListAlarm, onListAlarm, setListAlarm } from './list-alarm.ts';
import { store } from './store.ts';
import { followPolicy } from './subscriptions.ts';
import { tellPages } from './tell-pages.ts';

/** Every listener is registered in the first turn: a stopped background is woken only for those it had then. */
export default defineBackground(() => {
  browser.runtime.onMessage.addListener((message: unknown, sender: Browser.runtime.MessageSender) =>
    answer(message, sender),
  );

  browser.runtime.onInstalled.addListener(({ reason }) => {
    void makeMenus();
    void followGrants();
    void setListAlarm('soon');
    if (reason === 'install' || reason === 'update') void reachOpenTabs();
  });
  browser.runtime.onStartup.addListener(() => {
    void makeMenus();
    void setListAlarm('soon');
  });

  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === CHECK_LISTS) void onListAlarm();
  });
  void keepListAlarm();

  browser.contextMenus.onClicked.addListener((info, tab) => void onMenu(info, tab?.id));
  browser.commands.onCommand.addListener((command, tab) => void onCommand(command, tab?.id));

  browser.permissions.onAdded.addListener(({ origins = [] }) => void startOnSites(origins));
  browser.permissions.onRemoved.addListener(({ origins = [] }) => void stopOnSites(origins));

  browser.tabs.onRemoved.addListener((tabId) => store.tabs.remove(tabId));

  onSettingsChanged(() => void followSettings());
  browser.storage.onChanged.addListener((_, area) => {
    if (area === 'managed') void followPolicy();
  });
});

/** Pages open now follow a change of language, country or sites at once. */
async function followSettings(): Promise<void> {
  await loadSettings();
  await Promise.allSettled([makeMenus(), tellPages('tab:settings-changed', {})]);
}
