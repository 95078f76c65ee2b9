import { useState } from 'preact/hooks';
import { HelpView } from '../popup/help-view.tsx';
import { KeptView } from '../popup/kept-view.tsx';
import { SessionContext, type View } from '../popup/session.ts';
import { SettingsView } from '../popup/settings-view.tsx';
import { useNewSession } from '../popup/start-session.ts';
import { TabBar } from '../popup/tab-bar.tsx';
import { wasOpenedForSites } from '../sites/sites-address.ts';
import { SitesView } from '../sites/sites-view.tsx';
import { ListsView } from './lists-view.tsx';

/** A tab of its own for lists and sites, with the same help, kept adverts and settings as the popup. */
export function ListsPage() {
  const [view, go] = useState<View>(wasOpenedForSites() ? 'sites' : 'page');
  const session = useNewSession(go);
  if (!session) return <div class="app wide" aria-busy="true" />;
  return (
    <SessionContext.Provider value={session}>
      <div class="app wide">
        <TabBar view={view} first="lists" withSites />
        <main>
          {view === 'page' && <ListsView />}
          {view === 'sites' && <SitesView />}
          {view === 'help' && <HelpView />}
          {view === 'kept' && <KeptView />}
          {view === 'settings' && <SettingsView isListsPage />}
        </main>
      </div>
    </SessionContext.Provider>
  );
}
