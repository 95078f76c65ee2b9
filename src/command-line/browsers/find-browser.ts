import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * A browser on this machine. `chromium` (also Chrome for Testing) loads an unpacked extension from a flag; `chrome` and
 * `edge` refuse the flag and take it over the debugging pipe; `firefox` takes it over WebDriver BiDi.
 */
export interface FoundBrowser {
  kind: 'chromium' | 'chrome' | 'edge' | 'firefox';
  path: string;
}

const NAMES: Record<FoundBrowser['kind'], string[]> = {
  chromium: ['chromium', 'chromium-browser', 'chrome-for-testing'],
  chrome: ['google-chrome-stable', 'google-chrome', 'chrome'],
  edge: ['microsoft-edge-stable', 'microsoft-edge', 'msedge'],
  firefox: ['firefox-esr', 'firefox'],
};

const MAC_APPS: Record<FoundBrowser['kind'], string[]> = {
  chromium: [
    'Chromium.app/Contents/MacOS/Chromium',
    'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  ],
  chrome: ['Google Chrome.app/Contents/MacOS/Google Chrome'],
  edge: ['Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  firefox: ['Firefox.app/Contents/MacOS/firefox', 'Firefox Developer Edition.app/Contents/MacOS/firefox'],
};

const WINDOWS_PROGRAMS: Record<FoundBrowser['kind'], string[]> = {
  chromium: ['Chromium\\Application\\chrome.exe'],
  chrome: ['Google\\Chrome\\Application\\chrome.exe'],
  edge: ['Microsoft\\Edge\\Application\\msedge.exe'],
  firefox: ['Mozilla Firefox\\firefox.exe'],
};

/** Environment variable by which a person names a browser themselves. */
const VARIABLES: Record<FoundBrowser['kind'], string> = {
  chromium: 'CHROMIUM_PATH',
  chrome: 'CHROME_PATH',
  edge: 'EDGE_PATH',
  firefox: 'FIREFOX_PATH',
};

/** Path inside a downloaded browser's folder, as `@puppeteer/browsers` and Playwright unpack them. */
const DOWNLOADED: Record<'chromium' | 'firefox', string[]> = {
  chromium: [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ],
  firefox: ['firefox/firefox', 'core/firefox.exe', 'Firefox.app/Contents/MacOS/firefox'],
};

function installedPaths(kind: FoundBrowser['kind']): string[] {
  const named = process.env[VARIABLES[kind]];
  const paths = named ? [named] : [];
  if (process.platform === 'darwin') {
    for (const app of MAC_APPS[kind]) paths.push(join('/Applications', app), join(homedir(), 'Applications', app));
  } else if (process.platform === 'win32') {
    for (const folder of [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]) {
      if (folder) paths.push(...WINDOWS_PROGRAMS[kind].map((program) => join(folder, program)));
    }
  } else {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      if (folder && !folder.includes('node_modules')) paths.push(...NAMES[kind].map((name) => join(folder, name)));
    }
  }
  return paths;
}

/** Folders into which test tools download browsers: theirs by default, ours when `npm test` had to fetch one. */
export function downloadFolder(): string {
  return join(homedir(), '.cache', 'puppeteer');
}

function downloadedPaths(kind: 'chromium' | 'firefox'): string[] {
  const places = [
    [downloadFolder(), kind === 'chromium' ? 'chrome' : 'firefox'],
    [join(homedir(), '.cache'), 'ms-playwright'],
    [join(homedir(), 'Library', 'Caches'), 'ms-playwright'],
    [process.env.LOCALAPPDATA ?? '', 'ms-playwright'],
  ];
  return places.flatMap(([base, name]) => {
    const folder = join(base!, name!);
    // Playwright's own Firefox is patched and takes no extensions.
    if (!base || !existsSync(folder) || (kind === 'firefox' && name === 'ms-playwright')) return [];
    const versions = readdirSync(folder).filter(
      (version) => name !== 'ms-playwright' || version.startsWith('chromium-'),
    );
    return versions.flatMap((version) => DOWNLOADED[kind].map((path) => join(folder, version, path)));
  });
}

/** First browser of this kind on the machine, or null. */
export function findBrowser(kind: FoundBrowser['kind']): FoundBrowser | null {
  const downloaded = kind === 'chromium' || kind === 'firefox' ? downloadedPaths(kind) : [];
  const path = [...installedPaths(kind), ...downloaded].find((candidate) => existsSync(candidate));
  return path ? { kind, path } : null;
}

/** A browser that speaks the DevTools protocol, the ones that need the fewest tricks first. */
export function findChromiumFamily(): FoundBrowser | null {
  return findBrowser('chromium') ?? findBrowser('chrome') ?? findBrowser('edge');
}
