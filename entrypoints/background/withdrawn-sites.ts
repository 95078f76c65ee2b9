import { browser } from 'wxt/browser';

const KEY = 'withdrawn-sites';

/** Match patterns of hosts that were taken away while the browser runs: `*://*.example.org/*` and the like. */
async function withdrawn(): Promise<string[]> {
  try {
    const { [KEY]: origins } = await browser.storage.session.get(KEY);
    return Array.isArray(origins) ? origins : [];
  } catch {
    return [];
  }
}

/** A page that is open keeps its script after the permission is gone: remembered, so that it stops reading by itself. */
export async function rememberWithdrawn(origins: string[]): Promise<void> {
  await browser.storage.session.set({ [KEY]: [...new Set([...(await withdrawn()), ...origins])] });
}

/**
 * Whether the person took back the permission for this address and has not given it again. The sites of the manifest had
 * it from the start, so of them that holds after a restart too, when what was remembered is gone.
 */
export async function isWithdrawn(url: string): Promise<boolean> {
  const fixed = browser.runtime.getManifest().host_permissions ?? [];
  const [origins, address] = [[...fixed, ...(await withdrawn())], URL.parse(url)];
  if (!address || !origins.some((pattern) => covers(pattern, address))) return false;
  return !(await browser.permissions.contains({ origins: [`${address.protocol}//${address.hostname}/*`] }));
}

function covers(pattern: string, { hostname }: URL): boolean {
  if (pattern === '<all_urls>') return true;
  const host = pattern.split('/')[2] ?? '';
  if (host === '*') return true;
  return host.startsWith('*.') ? hostname === host.slice(2) || hostname.endsWith(host.slice(1)) : hostname === host;
}
