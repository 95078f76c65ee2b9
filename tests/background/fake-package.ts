import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { vi } from 'vitest';
import { browser } from 'wxt/browser';
import { readPacks } from '../../src/command-line/read-rules.ts';
import { compileRules } from '../../src/packs/compile-rules.ts';
import { encodeCompiled } from '../../src/packs/compiled-file.ts';

export const ORIGIN = 'chrome-extension://lurewatch/';

/** Files of the package as the background fetches them, and the parts of the browser that the fake one lacks. */
export function installFakePackage(): void {
  const packs = readPacks();
  let compiled: Uint8Array | undefined;
  const compiledOnce = () => {
    compiled ??= encodeCompiled(compileRules(packs));
    return compiled as Uint8Array<ArrayBuffer>;
  };
  const files: Record<string, () => BodyInit> = {
    'packs/list.json': () => JSON.stringify({ version: packs.signals.version, mirrors: [] }),
    'packs/compiled.bin': compiledOnce,
  };
  for (const [name, pack] of Object.entries(packs)) files[`packs/${name}.json`] = () => JSON.stringify(pack);
  vi.stubGlobal('fetch', async (address: string) => {
    const path = address.startsWith(ORIGIN) ? address.slice(ORIGIN.length) : address.replace(/^\//, '');
    const locale = /^_locales\/(\w+)\/messages\.json$/.exec(path);
    if (locale) return new Response(readFileSync(new URL(`../../public/${path}`, import.meta.url)));
    const file = files[path];
    return file ? new Response(file()) : new Response('', { status: 404 });
  });
  Object.assign(browser.runtime, {
    getPlatformInfo: async () => ({}),
    id: 'lurewatch',
    getURL: (path: string) => ORIGIN + path.replace(/^\//, ''),
    getManifest: () => ({ version: '1.2.3', content_scripts: [{ matches: ['https://*.linkedin.com/*'] }] }),
  });
  const toolbar: Record<string, unknown>[] = [];
  Object.assign(browser, {
    action: Object.fromEntries(
      ['setBadgeText', 'setBadgeBackgroundColor', 'setBadgeTextColor', 'setTitle'].map((name) => [
        name,
        async (details: Record<string, unknown>) => void toolbar.push(details),
      ]),
    ),
    i18n: { getUILanguage: () => 'en' },
  });
}

export const LURE = {
  title: 'Customer service, Thailand',
  text: 'We take chat operators for our Asian office. 1,500 to 2,200 dollars a month, commission on deposits. No experience, no diploma. Ticket, room and food are on us. You enter as a tourist through Bangkok and our driver takes you to Myawaddy. Write only on Telegram @myw_desk000 and send the first page of your passport.',
};

export const HONEST = {
  title: 'Shop assistant',
  company: 'Tanner Street Bakery',
  text: 'The bakery on Tanner Street looks for a shop assistant, 24 hours a week, Tuesday to Saturday mornings. Staff bread, holiday pay from the first day. Ask for Maud between two and four.',
};
