import { useEffect, useState } from 'preact/hooks';
import type { ScoredPosting } from '../../messages.ts';
import { send } from '../send.ts';
import { CheckField } from './check-field.tsx';
import { Details } from './details.tsx';
import { HelpView } from './help-view.tsx';
import { KeptView } from './kept-view.tsx';
import { SessionContext, useSession, type View } from './session.ts';
import { SettingsView } from './settings-view.tsx';
import { useNewSession } from './start-session.ts';
import { StorageNotice } from './storage-notice.tsx';
import { TabBar } from './tab-bar.tsx';

/** A tab of its own for checking a text, with the same help, list and settings as the popup. */
export function CheckPage() {
  const [view, go] = useState<View>('page');
  const session = useNewSession(go);
  if (!session) return <div class="app wide" aria-busy="true" />;
  return (
    <SessionContext.Provider value={session}>
      <div class="app wide">
        <TabBar view={view} first="checkTitle" />
        <main>
          {view === 'page' && <CheckView />}
          {view === 'help' && <HelpView />}
          {view === 'kept' && <KeptView />}
          {view === 'settings' && <SettingsView />}
        </main>
      </div>
    </SessionContext.Provider>
  );
}

function CheckView() {
  const { catalogue } = useSession();
  const [given, giveText] = useState('');
  const [checked, keepChecked] = useState<ScoredPosting | null>(null);
  const [opened, open] = useState<ScoredPosting | null>(null);

  // The text comes from the background and not in the address: addresses stay in the browser's history.
  useEffect(() => {
    void send('ui:pending-text', {}).then((answer) => answer.ok && giveText(answer.value.text));
  }, []);

  return (
    <div class="view">
      <h1>{catalogue.t('checkTitle')}</h1>
      {!opened && <p class="soft">{catalogue.t('checkIntro')}</p>}
      <div hidden={opened !== null}>
        <CheckField checked={checked} onChecked={keepChecked} onOpen={open} text={given} lines={10} />
      </div>
      {opened && <Details scored={opened} onBack={() => open(null)} />}
      <StorageNotice />
    </div>
  );
}
