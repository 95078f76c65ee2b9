import type { PageSetup } from '../../src/messages.ts';
import { sitesOfUrl } from '../../src/packs/site-hosts.ts';
import type { SiteRule } from '../../src/packs/site-rule.ts';
import { loadSettings } from '../../src/storage/settings.ts';
import { loadSites } from './knowledge.ts';
import { isWithdrawn } from './withdrawn-sites.ts';

/**
 * How a page is to be read, and by which site rules. A page of no known site is read when the script gets to run on it.
 * Rules that a list switched off are not used; what the person chose for the site, and that it is private, still holds.
 * `withdrawn`: the person took the permission back, so the page is read only when they ask.
 */
export async function pageMode(
  url: string,
): Promise<{ mode: PageSetup['mode']; sites: SiteRule[]; withdrawn: boolean }> {
  const [all, settings, withdrawn] = await Promise.all([loadSites(), loadSettings(), isWithdrawn(url)]);
  const here = sitesOfUrl(url, all);
  const isOff = here.some(({ site }) => settings.sitesOff.includes(site));
  const isPrivate = here.some(({ onRequest }) => onRequest);
  const sites = here.filter(({ state }) => state !== 'off');
  return { mode: isOff ? 'off' : isPrivate || withdrawn ? 'on-request' : 'on', sites, withdrawn };
}
