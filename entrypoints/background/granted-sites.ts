import { browser } from 'wxt/browser';
import { injectScript, SCRIPT } from './reach-page.ts';
import { tellPages } from './tell-pages.ts';
import { rememberWithdrawn } from './withdrawn-sites.ts';

const REGISTRATION = 'granted-sites';

/**
 * Runs the page script by itself on sites that the person granted beside those of the manifest. Called when grants
 * change and when the extension starts; the browser keeps the registration in between.
 */
export async function followGrants(): Promise<void> {
  const fixed = new Set(browser.runtime.getManifest().host_permissions ?? []);
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => !fixed.has(origin) && /^(https?|\*):\/\//.test(origin));
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [REGISTRATION] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [REGISTRATION] });
    return;
  }
  const script = { id: REGISTRATION, matches, js: [SCRIPT], runAt: 'document_idle' as const };
  if (registered.length > 0) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** Sites that were just granted, also where they are open already. */
export async function startOnSites(origins: string[]): Promise<void> {
  await followGrants();
  const tabs = origins.length > 0 ? await browser.tabs.query({ url: origins }) : [];
  await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? false : injectScript(id))));
}

/** Sites whose permission was taken back: pages that are open stop reading by themselves at once. */
export async function stopOnSites(origins: string[]): Promise<void> {
  await rememberWithdrawn(origins);
  await Promise.allSettled([followGrants(), tellPages('tab:settings-changed', {})]);
}
