import { browser } from 'wxt/browser';
import { fromHex } from '../../src/sync/hex.ts';
import { loadPackagedList, packagedRoot } from './packaged-list.ts';

/** Where the project's own list is looked for, and the root that vouches for it. */
export interface ListSource {
  mirrors: string[];
  root: Uint8Array | undefined;
}

/** What whoever manages this device has laid down. */
export interface ListPolicy {
  /** Nothing is fetched at all. */
  syncDisabled: boolean;
  /** Mirrors to be asked instead of the built-in ones; what they serve must carry the same signatures. */
  mirrors: string[];
  /** Links of lists to subscribe to. */
  subscriptions: string[];
}

const addresses = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string' && URL.parse(item)?.protocol === 'https:')
    : [];

/** Firefox rejects the question where there is no policy: then nothing is laid down. */
export async function loadPolicy(): Promise<ListPolicy> {
  const laid = await Promise.resolve(browser.storage.managed?.get(null)).catch(() => undefined);
  const { syncDisabled, mirrors, subscriptions } = (laid ?? {}) as Record<string, unknown>;
  return {
    syncDisabled: syncDisabled === true,
    mirrors: addresses(mirrors),
    subscriptions: addresses(subscriptions),
  };
}

/** Set by hand in builds for trying things out, never in those of the stores. */
const TRIED_SOURCE = 'tried-list-source';

async function triedSource(): Promise<ListSource | null> {
  if (!ALLOWS_OWN_MACHINE) return null;
  const { [TRIED_SOURCE]: tried } = await browser.storage.local.get(TRIED_SOURCE);
  if (typeof tried !== 'object' || tried === null) return null;
  const { mirrors, root } = tried as { mirrors: string[]; root: string };
  return { mirrors, root: fromHex(root, root.length / 2) };
}

/** Lists of this machine may be used: a build for trying things out. */
export const ALLOWS_OWN_MACHINE = import.meta.env.MODE === 'demo';

export async function loadListSource(): Promise<ListSource> {
  const tried = await triedSource();
  if (tried) return tried;
  const [{ mirrors }, root, policy] = await Promise.all([loadPackagedList(), packagedRoot(), loadPolicy()]);
  return { mirrors: policy.mirrors.length > 0 ? policy.mirrors : mirrors, root };
}
