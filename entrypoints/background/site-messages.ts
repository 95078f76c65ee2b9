import { browser } from 'wxt/browser';
import type { FromUi } from '../../src/messages.ts';
import { matchPatterns } from '../../src/packs/site-hosts.ts';
import type { SiteRule } from '../../src/packs/site-rule.ts';
import type { ShownSite } from '../../src/site-messages.ts';
import { loadSettings, saveSettings } from '../../src/storage/settings.ts';
import { loadSites } from './knowledge.ts';
import { loadSpeech } from './speech.ts';

/** Rules by the hosts they are for: switching off one of two programs on the same host switches off both. */
function byHosts(rules: readonly SiteRule[]): SiteRule[][] {
  const groups = new Map<string, SiteRule[]>();
  for (const rule of rules) {
    const hosts = rule.hosts.toSorted().join(' ');
    groups.set(hosts, [...(groups.get(hosts) ?? []), rule]);
  }
  return [...groups.values()];
}

async function showSite(rules: SiteRule[], sitesOff: string[]): Promise<ShownSite> {
  const origins = matchPatterns(rules);
  const fixed = browser.runtime.getManifest().host_permissions ?? [];
  return {
    ids: rules.map(({ site }) => site),
    names: rules.map(({ name }) => name),
    hosts: rules[0]!.hosts,
    origins,
    onRequest: rules.some(({ onRequest }) => onRequest),
    fromStart: origins.every((origin) => fixed.includes(origin)),
    allowed: await browser.permissions.contains({ origins }),
    off: rules.some(({ site }) => sitesOff.includes(site)),
    offByList: rules.every(({ state }) => state === 'off'),
    experimental: rules.some(({ experimental }) => experimental),
  };
}

async function shownSites(): Promise<ShownSite[]> {
  const [rules, { sitesOff }, { lang }] = await Promise.all([loadSites(), loadSettings(), loadSpeech()]);
  const sites = await Promise.all(byHosts(rules).map((group) => showSite(group, sitesOff)));
  const { compare } = new Intl.Collator(lang, { numeric: true });
  return sites.sort((a, b) => compare(a.names[0]!, b.names[0]!));
}

/** Two switches pressed quickly must not overwrite each other: one is kept after the other. */
let lastSwitch: Promise<unknown> = Promise.resolve();

async function switchSites(ids: string[], on: boolean): Promise<boolean> {
  const { sitesOff } = await loadSettings();
  const others = sitesOff.filter((site) => !ids.includes(site));
  const kept = await saveSettings({ sitesOff: on ? others : [...others, ...ids] });
  return ids.every((site) => kept.sitesOff.includes(site) !== on);
}

type SiteMessage = 'ui:sites' | 'ui:switch-sites';

/** What our own pages ask about sites. */
export const siteHandlers: { [K in SiteMessage]: (input: FromUi[K]['in']) => Promise<FromUi[K]['out']> } = {
  'ui:sites': async () => ({ sites: await shownSites() }),
  async 'ui:switch-sites'({ ids, on }) {
    const switched = lastSwitch.then(() => switchSites(ids, on));
    lastSwitch = switched.catch(() => false);
    return { kept: await switched };
  },
};
