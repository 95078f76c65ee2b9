import { browser } from 'wxt/browser';
import { SCRIPT } from './reach-page.ts';

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
