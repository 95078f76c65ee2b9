import type { PageSetup } from '../../src/messages.ts';
import { siteOfUrl } from '../../src/packs/site-hosts.ts';
import type { SiteRule } from '../../src/packs/site-rule.ts';
import { loadSettings } from '../../src/storage/settings.ts';
import { loadSites } from './knowledge.ts';

/** How a page is to be read, and by which site's rule. A page of no known site is read when the script gets to run on it. */
export async function pageMode(url: string): Promise<{ mode: PageSetup['mode']; site?: SiteRule; sites: SiteRule[] }> {
  const [sites, settings] = await Promise.all([loadSites(), loadSettings()]);
  const on = sites.filter((site) => site.state !== 'off');
  const site = siteOfUrl(url, on);
  if (!site) return { mode: 'on', sites: [] };
  const mode = settings.sitesOff.includes(site.site) ? 'off' : site.onRequest ? 'on-request' : 'on';
  return { mode, site, sites: [site] };
}
