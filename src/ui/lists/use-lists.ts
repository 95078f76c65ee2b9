import { useCallback, useEffect, useState } from 'preact/hooks';
import type { ListsReport } from '../../list-messages.ts';
import { send } from '../send.ts';

/** How often a check in hand is looked at, and how often the page is refreshed otherwise. */
const WHILE_CHECKING_MS = 400;
const AT_REST_MS = 20_000;

export interface Lists {
  /** `undefined` for the first moments, null when the background does not answer. */
  report: ListsReport | null | undefined;
  reload(): Promise<void>;
  check(): Promise<void>;
  stop(): Promise<void>;
}

export function useLists(): Lists {
  const [report, keep] = useState<ListsReport | null>();
  const reload = useCallback(async () => {
    const answer = await send('ui:lists', {});
    keep(answer.ok ? answer.value : null);
  }, []);

  useEffect(() => {
    void reload();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => void reload(), report?.checking ? WHILE_CHECKING_MS : AT_REST_MS);
    return () => clearTimeout(timer);
  }, [report]);

  return {
    report,
    reload,
    async check() {
      await send('ui:check-lists', {});
      await reload();
    },
    async stop() {
      await send('ui:stop-check', {});
      await reload();
    },
  };
}
