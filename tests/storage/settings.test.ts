import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import {
  DEFAULT_SETTINGS,
  loadSettings,
  onSettingsChanged,
  readSettings,
  saveSettings,
} from '../../src/storage/settings.ts';

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

test('settings begin empty, change piece by piece and are told to listeners', async () => {
  const heard = vi.fn();
  onSettingsChanged(heard);
  expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
  await saveSettings({ home: 'KE' });
  expect(await saveSettings({ sitesOff: ['linkedin', 'linkedin'] })).toEqual({
    home: 'KE',
    language: '',
    sitesOff: ['linkedin'],
  });
  expect(await loadSettings()).toEqual({ home: 'KE', language: '', sitesOff: ['linkedin'] });
  expect(heard).toHaveBeenLastCalledWith({ home: 'KE', language: '', sitesOff: ['linkedin'] });
});

test('stored nonsense is left out piece by piece', () => {
  expect(readSettings({ home: 'Kenya', language: 'sw', sitesOff: [1] })).toEqual({
    ...DEFAULT_SETTINGS,
    language: 'sw',
  });
  expect(readSettings({ language: '../../x' })).toEqual(DEFAULT_SETTINGS);
  expect(readSettings(null)).toEqual(DEFAULT_SETTINGS);
});

test('storage that refuses gives defaults and keeps what was', async () => {
  vi.spyOn(browser.storage.local, 'get').mockRejectedValue(new Error('blocked'));
  vi.spyOn(browser.storage.local, 'set').mockRejectedValue(new Error('blocked'));
  expect(await loadSettings()).toEqual(DEFAULT_SETTINGS);
  expect(await saveSettings({ home: 'KE' })).toEqual(DEFAULT_SETTINGS);
});
