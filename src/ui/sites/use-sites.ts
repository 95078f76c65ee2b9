import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { ShownSite } from '../../site-messages.ts';
import { send } from '../send.ts';

export interface Sites {
  /** `undefined` for the first moments, null when the background does not answer. */
  sites: ShownSite[] | null | undefined;
  reload(): Promise<void>;
}

/** Every site, kept up to date while permissions, switches or lists change elsewhere. */
export function useSites(): Sites {
  const [sites, keep] = useState<ShownSite[] | null>();
  const reload = useCallback(async () => {
    const answer = await send('ui:sites', {});
    keep(answer.ok ? answer.value.sites : null);
  }, []);

  useEffect(() => {
    const look = () => void reload();
    look();
    const { permissions, storage } = browser;
    const events = [permissions.onAdded, permissions.onRemoved, storage.onChanged];
    for (const event of events) event.addListener(look);
    // Lists and permissions may also have changed while another window was in front.
    addEventListener('focus', look);
    return () => {
      for (const event of events) event.removeListener(look);
      removeEventListener('focus', look);
    };
  }, []);

  return { sites, reload };
}
