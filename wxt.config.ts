import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { readPacks } from './src/command-line/read-rules.ts';
import { compileRules } from './src/packs/compile-rules.ts';
import { encodeCompiled } from './src/packs/compiled-file.ts';
import type { Packs } from './src/packs/pack-files.ts';
import { matchPatterns } from './src/packs/site-hosts.ts';

/**
 * Sites on which the page script runs by itself: where lures are posted most and adverts are public. Everything else is
 * read by `activeTab` when a person asks, or after they grant the site. Private conversations are never in this list.
 */
const READ_BY_ITSELF = ['linkedin', 'indeed', 'facebook', 'x', 'telegram-preview', 'seek', 'naukri'];

/** Where the build leaves the rules as the engine reads them, on their way into the package. */
const PACKS_FOLDER = '.packs';

const OWN_MACHINE = ['http://localhost/*', 'http://127.0.0.1/*'];

let packs: Packs | undefined;

/** The rules of the repository, read and checked once a build. */
function packsOnce(): Packs {
  packs ??= readPacks();
  return packs;
}

/** `demo` adds pages of this machine; `read` and `read-generic` are for the command line alone and run everywhere. */
function matchesFor(mode: string): string[] {
  if (mode.startsWith('read')) return ['*://*/*'];
  const sites = READ_BY_ITSELF.map((name) => {
    const rule = packsOnce().sites.sites.find(({ site }) => site === name);
    if (!rule || rule.onRequest) throw new Error(`rules/sites has no "${name}" that may be read without being asked.`);
    return rule;
  });
  return [...matchPatterns(sites), ...(mode === 'demo' ? OWN_MACHINE : [])];
}

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill'],
  vite: () => ({ plugins: [preact()] }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'contextMenus', 'activeTab', 'scripting'],
    optional_host_permissions: ['*://*/*'],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
      'check-selection': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_menuCheckText__' },
    },
    content_security_policy: {
      // Nothing but files of the package: no address outside can be asked, whatever a page or a list contains.
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'lurewatch@lurewatch.org',
              // 128: MV3 hosts granted at install (since 127), session storage, top layer.
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
    ...(browser === 'chrome' || browser === 'edge' ? { minimum_chrome_version: '120' } : {}),
  }),
  hooks: {
    'vite:build:extendConfig': ([entrypoint], config) => {
      if (entrypoint?.type !== 'content-script') return;
      // The page script is loaded into every page: it speaks to the browser's own objects, and keeps quiet to the page.
      config.resolve = {
        ...config.resolve,
        alias: {
          'wxt/browser': '@wxt-dev/browser',
          'wxt/utils/content-script-context': join(import.meta.dirname, 'entrypoints/posting.content/page-life.ts'),
        },
      };
    },
    'entrypoints:resolved': (wxt, entrypoints) => {
      for (const entrypoint of entrypoints) {
        if (entrypoint.type === 'content-script') entrypoint.options.matches = matchesFor(wxt.config.mode);
      }
    },
    'build:manifestGenerated': (wxt, manifest) => {
      manifest.host_permissions = [...matchesFor(wxt.config.mode), ...(manifest.host_permissions ?? [])];
    },
    'build:publicAssets': (wxt, files) => {
      const { sites, ...others } = packsOnce();
      const withoutSites = wxt.config.mode === 'read-generic';
      const packed = { ...others, sites: withoutSites ? { ...sites, sites: [] } : sites };
      for (const [name, pack] of Object.entries(packed)) {
        files.push({ relativeDest: `packs/${name}.json`, contents: JSON.stringify(pack) });
      }
      mkdirSync(PACKS_FOLDER, { recursive: true });
      const compiled = join(PACKS_FOLDER, 'compiled.bin');
      writeFileSync(compiled, encodeCompiled(compileRules(packsOnce())));
      files.push({ relativeDest: 'packs/compiled.bin', absoluteSrc: compiled });
    },
  },
});
