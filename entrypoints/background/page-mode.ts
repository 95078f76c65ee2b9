import type { PageSetup } from '../../src/messages.ts';
import { sitesOfUrl } from '../../src/packs/site-hosts.ts';
import type { SiteRule } from '../../src/packs/site-rule.ts';
import { loadSettings } from '../../src/storage/settings.ts';
import { loadSites } from './knowledge.ts';

/** How a page is to be read, and by which site rules. A page of no known site is read when the script gets to run on it. */
export async function pageMode(url: string): Promise<{ mode: PageSetup['mode']; sites: SiteRule[] }> {
  const [sites, settings] = await Promise.all([loadSites(), loadSettings()]);
  const here = sitesOfUrl(
    url,
    sites.filter(({ state }) => state !== 'off'),
  );
  const isOff = here.some(({ site }) => settings.sitesOff.includes(site));
  const isPrivate = here.some(({ onRequest }) => onRequest);
  return { mode: isOff ? 'off' : isPrivate ? 'on-request' : 'on', sites: here };
}
