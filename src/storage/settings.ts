import { browser } from 'wxt/browser';
import type { Settings } from '../messages.ts';

const KEY = 'settings';

export const DEFAULT_SETTINGS: Settings = { home: '', language: '', sitesOff: [] };

/** Takes over what has the right shape and leaves the rest at its default: stored data may be of any earlier version. */
export function readSettings(stored: unknown, base: Settings = DEFAULT_SETTINGS): Settings {
  const from = (typeof stored === 'object' && stored !== null ? stored : {}) as Record<keyof Settings, unknown>;
  return {
    home: typeof from.home === 'string' && /^([A-Z]{2})?$/.test(from.home) ? from.home : base.home,
    language:
      typeof from.language === 'string' && /^([a-z]{2,3}([-_][A-Za-z]{2,4})?)?$/.test(from.language)
        ? from.language
        : base.language,
    sitesOff:
      Array.isArray(from.sitesOff) && from.sitesOff.every((site) => typeof site === 'string')
        ? [...new Set<string>(from.sitesOff)]
        : base.sitesOff,
  };
}

/** The person's settings; defaults where storage cannot be read. */
export async function loadSettings(): Promise<Settings> {
  try {
    return readSettings((await browser.storage.local.get(KEY))[KEY]);
  } catch {
    return DEFAULT_SETTINGS;
  }
}

/** Changes some settings and returns what now holds: unchanged settings when storage refused. */
export async function saveSettings(change: Partial<Settings>): Promise<Settings> {
  const before = await loadSettings();
  const after = readSettings(change, before);
  try {
    await browser.storage.local.set({ [KEY]: after });
    return after;
  } catch {
    return before;
  }
}

/** Calls back when settings changed, in whatever context. */
export function onSettingsChanged(listener: (settings: Settings) => void): void {
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === 'local' && changes[KEY]) listener(readSettings(changes[KEY].newValue));
  });
}
