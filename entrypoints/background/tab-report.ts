import { browser } from 'wxt/browser';
import type { TabReport } from '../../src/messages.ts';
import { hostMatches } from '../../src/packs/site-hosts.ts';
import { pageMode } from './page-mode.ts';
import { withPersonsMarks } from './score-postings.ts';
import { store } from './store.ts';

const NOTHING = { title: '', postings: [], unread: [] };

/** Hosts on which the page script runs by itself, from the manifest as it was built. */
function runsByItself(url: string): boolean {
  const patterns = browser.runtime.getManifest().content_scripts?.flatMap(({ matches = [] }) => matches) ?? [];
  const host = URL.parse(url)?.hostname ?? '';
  return patterns.some((pattern) => hostMatches(pattern.split('/')[2] ?? '', host));
}

/** What is known of a tab's page now. A list that belongs to another page than the one shown is not given out. */
export async function tabReport(tabId: number): Promise<TabReport> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  // Absent where nothing lets us see the address: then only what the page script sent can be shown.
  const url = tab?.url ?? '';
  const report = await store.tabs.get(tabId);
  const known = report && (!url || URL.parse(report.url)?.origin === URL.parse(url)?.origin) ? report : null;
  const { mode, sites, withdrawn } = await pageMode(url || (known?.url ?? ''));
  const [rule] = sites;
  const named = rule ? { site: rule.site, siteName: rule.name, experimental: rule.experimental === true } : {};

  if (mode === 'off') return { ...NOTHING, ...named, url, state: 'off' };
  if (known && (known.state === 'read' || known.state === 'checking')) {
    return { ...known, ...named, postings: await withPersonsMarks(known.postings) };
  }
  if (!/^https?:/.test(url)) return { ...NOTHING, url, state: 'no-access' };
  if (mode === 'on-request') return { ...NOTHING, ...named, url, state: withdrawn ? 'no-access' : 'on-request' };
  return { ...NOTHING, ...named, url, state: runsByItself(url) ? 'checking' : 'no-access' };
}
