import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Answer, Settings } from '../../messages.ts';
import { type Catalogue, loadCatalogue } from '../catalogue.ts';
import { loadMessages } from '../load-messages.ts';
import { pageStrings } from '../page-strings.ts';
import { send } from '../send.ts';
import type { Session, View } from './session.ts';

const UNSET: Settings = { home: '', language: '', sitesOff: [] };

/**
 * Language of the last time, so that the first picture need not wait for the background to wake. Holds nothing else.
 */
const LAST_LANGUAGE = 'language';

/** Loads the language at once and the settings as soon as the background answers. Null for the first moments. */
export function useNewSession(go: (view: View) => void): Session | null {
  const [settings, keepSettings] = useState<Settings>(UNSET);
  const [language, keepLanguage] = useState(() => localStorage.getItem(LAST_LANGUAGE) ?? browser.i18n.getUILanguage());
  const [catalogue, keepCatalogue] = useState<Catalogue | null>(null);

  function take(answer: Answer<Settings>): void {
    if (!answer.ok) return;
    const wanted = answer.value.language || browser.i18n.getUILanguage();
    localStorage.setItem(LAST_LANGUAGE, wanted);
    keepLanguage(wanted);
    keepSettings(answer.value);
  }

  useEffect(() => {
    void send('ui:settings', {}).then(take);
  }, []);

  useEffect(() => {
    void loadCatalogue(language, loadMessages).then((loaded) => {
      document.documentElement.lang = loaded.lang;
      document.documentElement.dir = loaded.dir;
      document.title = loaded.t('extName');
      keepCatalogue(loaded);
    });
  }, [language]);

  const strings = useMemo(() => catalogue && pageStrings(catalogue), [catalogue]);
  if (!catalogue || !strings) return null;
  return {
    catalogue,
    strings,
    settings,
    go,
    setSettings: async (changes) => take(await send('ui:set-settings', changes)),
  };
}
