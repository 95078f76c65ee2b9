import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build-extension.ts';
import { downloadFolder, type FoundBrowser, findBrowser, findChromiumFamily } from './find-browser.ts';

/** What the tests need: one browser of each engine. */
export type Engine = 'chromium' | 'firefox';

const DEBIAN_PACKAGE: Record<Engine, string> = { chromium: 'chromium', firefox: 'firefox-esr' };
const DOWNLOAD: Record<Engine, string> = { chromium: 'chrome@stable', firefox: 'firefox@stable' };

function find(engine: Engine): FoundBrowser | null {
  return engine === 'firefox' ? findBrowser('firefox') : findChromiumFamily();
}

/** Output goes to stderr: it is news for the person, not a result. */
function run(command: string, args: string[], environment: Record<string, string> = {}): boolean {
  const done = spawnSync(command, args, { stdio: ['ignore', 2, 2], env: { ...process.env, ...environment } });
  return done.status === 0;
}

function installWithApt(engine: Engine): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], quiet);
  return run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', DEBIAN_PACKAGE[engine]], quiet);
}

function download(engine: Engine): boolean {
  const browsers = join(ROOT, 'node_modules', '@puppeteer', 'browsers', 'lib', 'main-cli.js');
  return run(process.execPath, [browsers, 'install', DOWNLOAD[engine], '--path', downloadFolder()]);
}

/** The browser of this engine, installed first where that is possible; else what a person has to install. */
export function ensureBrowser(engine: Engine): { ok: true; found: FoundBrowser } | { ok: false; advice: string } {
  for (const install of [null, installWithApt, download]) {
    if (install) {
      console.error(`No ${engine} found; trying to install one…`);
      if (!install(engine)) continue;
    }
    const found = find(engine);
    if (found) return { ok: true, found };
  }
  const name = engine === 'firefox' ? 'Firefox 128 or later' : 'Chromium, Chrome or Edge 120 or later';
  const variable = engine === 'firefox' ? 'FIREFOX_PATH' : 'CHROMIUM_PATH';
  const advice = `${name} is missing and could not be installed. Install it (Debian: apt-get install ${DEBIAN_PACKAGE[engine]}) or set ${variable} to its program.`;
  return { ok: false, advice };
}
