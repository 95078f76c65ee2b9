import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { FromUi } from '../../messages.ts';
import languages from '../languages.json' with { type: 'json' };
import { send } from '../send.ts';
import { SITES_ADDRESS } from '../sites/sites-address.ts';
import { languageName } from '../wording.ts';
import { closePopup } from './close-popup.ts';
import { CountrySelect } from './country-select.tsx';
import { useSession } from './session.ts';

/** Country, language, lists, and what this is. On the lists page itself there is no way to it. */
export function SettingsView({ isListsPage = false }: { isListsPage?: boolean }) {
  const { catalogue, settings, setSettings } = useSession();
  const { t } = catalogue;
  return (
    <div class="view">
      <h1>{t('settings')}</h1>
      <CountrySelect
        id="home"
        label={t('homeCountry')}
        value={settings.home}
        onChoose={(home) => void setSettings({ home })}
      />
      <p class="choice">
        <label for="language">{t('settingsLanguage')}</label>
        <select
          id="language"
          value={settings.language}
          onChange={(event) => void setSettings({ language: event.currentTarget.value })}
        >
          <option value="">{t('languageAuto')}</option>
          {languages.map((folder) => {
            const tag = folder.replace('_', '-');
            return (
              <option key={tag} value={tag} lang={tag}>
                {languageName(tag, tag)}
              </option>
            );
          })}
        </select>
      </p>
      <About isListsPage={isListsPage} />
    </div>
  );
}

function About({ isListsPage }: { isListsPage: boolean }) {
  const { catalogue } = useSession();
  const { t, plural } = catalogue;
  const [list, keepList] = useState<FromUi['ui:list']['out'] | null>(null);
  useEffect(() => {
    void send('ui:list', {}).then((answer) => answer.ok && keepList(answer.value));
  }, []);
  return (
    <>
      <h2>{t('aboutTitle')}</h2>
      <p>{t('aboutPrivacy')}</p>
      <p>{t('aboutLimits')}</p>
      <p class="soft">
        {t('aboutVersion', browser.runtime.getManifest().version)}
        {list && ` · ${t('aboutList', list.version)}`}
      </p>
      {list && (
        <p class="soft">{t('aboutSigns', plural('signs', list.signals), plural('languages', list.languages.length))}</p>
      )}
      {!isListsPage && (
        <p>
          <button type="button" class="plain" onClick={() => void browser.runtime.openOptionsPage().then(closePopup)}>
            {t('listsOpen')}
          </button>
        </p>
      )}
      {!isListsPage && (
        <p>
          <button
            type="button"
            class="plain"
            onClick={() => void browser.tabs.create({ url: SITES_ADDRESS }).then(closePopup)}
          >
            {t('sitesOpen')}
          </button>
        </p>
      )}
    </>
  );
}
