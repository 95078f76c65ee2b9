import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { TabReport } from '../../messages.ts';
import { send } from '../send.ts';

const LOOK_AGAIN_MS = 700;
/** After this long, "reading" is no longer an answer; what there is stays on show. */
const LOOKS = 20;

export interface ThisTab {
  tabId: number;
  report: TabReport;
  reload(): Promise<void>;
}

/** What is known of the tab in front: `undefined` for the first moments, `null` when nothing answered. */
export function useThisTab(): ThisTab | null | undefined {
  const [tab, keepTab] = useState<{ tabId: number; report: TabReport } | null>();

  const load = useCallback(async () => {
    const [front] = await browser.tabs.query({ active: true, currentWindow: true }).catch(() => []);
    const tabId = front?.id;
    const answer = tabId === undefined ? null : await send('ui:tab', { tabId });
    keepTab(tabId !== undefined && answer?.ok ? { tabId, report: answer.value } : null);
  }, []);

  const [looks, countLooks] = useState(0);
  const checking = tab?.report.state === 'checking' && looks < LOOKS;
  useEffect(() => {
    if (looks > 0 && !checking) return;
    const timer = setTimeout(() => void load().then(() => countLooks(looks + 1)), looks === 0 ? 0 : LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [looks, checking]);

  return tab && { ...tab, reload: load };
}
