import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { parse } from 'yaml';
import { packagedVersion, RULES_FOLDER, readRules } from './src/command-line/read-rules.ts';
import { buildIndicatorPacks } from './src/packs/build-indicators.ts';
import { compileRules } from './src/packs/compile-rules.ts';
import { encodeCompiled } from './src/packs/compiled-file.ts';
import { neverListed } from './src/packs/never-listed.ts';
import { buildPacks, type Packs, type RuleSet } from './src/packs/pack-files.ts';
import { PACK_FILES } from './src/packs/pack-ids.ts';
import { matchPatterns } from './src/packs/site-hosts.ts';

/**
 * Sites on which the page script runs by itself: where lures are posted most and adverts are public. Everything else is
 * read by `activeTab` when a person asks, or after they grant the site. Private conversations are never in this list.
 */
const READ_BY_ITSELF = ['linkedin', 'indeed', 'facebook', 'x', 'telegram-preview', 'seek', 'naukri'];

/** Where the build leaves the rules as the engine reads them, on their way into the package. */
const PACKS_FOLDER = '.packs';

const OWN_MACHINE = ['http://localhost/*', 'http://127.0.0.1/*'];

/** Served on this machine while a list is being tried. */
const OWN_SERVERS = ' http://localhost:* http://127.0.0.1:*';

/**
 * What pages of the extension may do: nothing but with files of the package, and fetching. Lists come from any https
 * address, because whoever keeps one chooses its hosts and a person may subscribe to new ones at any time; a fixed set
 * of hosts here would make every mirror wait for a store's review. What comes is data that counts only when its
 * signatures lead back to a pinned root, and nothing of a page or a person goes out: requests are made in one place
 * (src/sync/download.ts), without cookies, referrer or parameters.
 */
function contentPolicy(mode: string): string {
  const connect = `connect-src 'self' https:${mode === 'demo' ? OWN_SERVERS : ''}`;
  return `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; ${connect}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

let rules: { rules: RuleSet; packs: Packs } | undefined;

/** The rules of the repository, read and checked once a build. Throws an Error that lists every fault. */
function rulesOnce(): { rules: RuleSet; packs: Packs } {
  if (rules) return rules;
  const read = readRules();
  if (!read.ok) throw new Error(read.faults.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n'));
  rules = { rules: read.rules, packs: buildPacks(read.rules, packagedVersion()) };
  return rules;
}

function packsOnce(): Packs {
  return rulesOnce().packs;
}

/** Addresses where newer lists are published. */
function mirrors(): string[] {
  return (parse(readFileSync(join(RULES_FOLDER, 'mirrors.yaml'), 'utf8')) as { mirrors: string[] }).mirrors;
}

/** Listed addresses as of the day of the rules, so that the same sources build the same package. */
function indicatorPacks(version: string): Partial<Record<keyof typeof PACK_FILES, Uint8Array>> {
  const { indicators } = rulesOnce().rules;
  if (!(indicators?.length > 0)) return {};
  const day = /^\d{4}\.\d{2}\.\d{2}/.exec(version)?.[0].replaceAll('.', '-') ?? new Date().toISOString().slice(0, 10);
  return buildIndicatorPacks(indicators, { version, day });
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
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'contextMenus', 'activeTab', 'scripting', 'alarms'],
    optional_host_permissions: ['*://*/*'],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+L' } },
      'check-selection': { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_menuCheckText__' },
    },
    content_security_policy: { extension_pages: contentPolicy(mode) },
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
    ...(browser === 'chrome' || browser === 'edge'
      ? { minimum_chrome_version: '120', storage: { managed_schema: 'managed-schema.json' } }
      : {}),
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
      const { version } = others.signals;
      const never = [...neverListed({ ...others.signals, ...others.help, sites: sites.sites }).keys()];
      files.push({ relativeDest: 'packs/list.json', contents: JSON.stringify({ version, mirrors: mirrors(), never }) });
      mkdirSync(PACKS_FOLDER, { recursive: true });
      const compiled = join(PACKS_FOLDER, 'compiled.bin');
      writeFileSync(compiled, encodeCompiled(compileRules(packsOnce())));
      files.push({ relativeDest: 'packs/compiled.bin', absoluteSrc: compiled });
      for (const [id, bytes] of Object.entries(indicatorPacks(version))) {
        const file = join(PACKS_FOLDER, PACK_FILES[id as keyof typeof PACK_FILES]);
        writeFileSync(file, bytes);
        files.push({ relativeDest: `packs/${PACK_FILES[id as keyof typeof PACK_FILES]}`, absoluteSrc: file });
      }
      // The root of trust of the published list; there is none before the first is published.
      const root = join(RULES_FOLDER, 'root.json');
      if (existsSync(root)) files.push({ relativeDest: 'packs/root.json', absoluteSrc: root });
    },
  },
});
