import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Settings } from '../../messages.ts';
import type { Catalogue } from '../catalogue.ts';
import type { PageStrings } from '../page-strings.ts';

export type View = 'page' | 'sites' | 'help' | 'kept' | 'settings';

/** What every part of our own pages shares. */
export interface Session {
  catalogue: Catalogue;
  strings: PageStrings;
  settings: Settings;
  setSettings(changes: Partial<Settings>): Promise<void>;
  go(view: View): void;
}

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('used outside of a session');
  return session;
}
