import { useState } from 'preact/hooks';
import { HelpView } from './help-view.tsx';
import { KeptView } from './kept-view.tsx';
import { PageView } from './page-view.tsx';
import { SessionContext, type View } from './session.ts';
import { SettingsView } from './settings-view.tsx';
import { useNewSession } from './start-session.ts';
import { TabBar } from './tab-bar.tsx';

/** The popup: this page, help, kept adverts, settings. */
export function Popup() {
  const [view, go] = useState<View>('page');
  const session = useNewSession(go);
  if (!session) return <div class="app" aria-busy="true" />;
  return (
    <SessionContext.Provider value={session}>
      <div class="app">
        <main>
          {view === 'page' && <PageView />}
          {view === 'help' && <HelpView />}
          {view === 'kept' && <KeptView />}
          {view === 'settings' && <SettingsView />}
        </main>
        <TabBar view={view} />
      </div>
    </SessionContext.Provider>
  );
}
