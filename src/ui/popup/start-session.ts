import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Settings } from '../../messages.ts';
import { type Catalogue, loadCatalogue } from '../catalogue.ts';
import { loadMessages } from '../load-messages.ts';
import { pageStrings } from '../page-strings.ts';
import { send } from '../send.ts';
import type { Session, View } from './session.ts';

const UNSET: Settings = { home: '', language: '', sitesOff: [] };

/** Loads language and settings, and turns the document to them. Null for the first moments. */
export function useNewSession(go: (view: View) => void): Session | null {
  const [settings, keepSettings] = useState<Settings | null>(null);
  const [catalogue, keepCatalogue] = useState<Catalogue | null>(null);

  useEffect(() => {
    void send('ui:settings', {}).then((answer) => keepSettings(answer.ok ? answer.value : UNSET));
  }, []);

  const language = settings && (settings.language || browser.i18n.getUILanguage());
  useEffect(() => {
    if (!language) return;
    void loadCatalogue(language, loadMessages).then((loaded) => {
      document.documentElement.lang = loaded.lang;
      document.documentElement.dir = loaded.dir;
      document.title = loaded.t('extName');
      keepCatalogue(loaded);
    });
  }, [language]);

  if (!settings || !catalogue) return null;
  return {
    catalogue,
    strings: pageStrings(catalogue),
    settings,
    go,
    async setSettings(changes) {
      const answer = await send('ui:set-settings', changes);
      if (answer.ok) keepSettings(answer.value);
    },
  };
}
