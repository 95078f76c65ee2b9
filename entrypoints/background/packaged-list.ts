import { browser } from 'wxt/browser';
import type { Packs } from '../../src/packs/pack-files.ts';
import type { PackId } from '../../src/packs/pack-ids.ts';
import { PACK_FILES } from '../../src/packs/pack-ids.ts';
import { once } from './once.ts';

/** What the build says of the list in the package. */
export interface PackagedList {
  version: string;
  /** Addresses where newer ones are published; empty while there are none. */
  mirrors: string[];
  /** Canonical forms of addresses that no list may name: of those who help, of known employers, of the sites that are read. */
  never?: string[];
}

function packaged(name: string): Promise<Response> {
  return fetch(browser.runtime.getURL(`/packs/${name}` as '/'));
}

export const loadPackagedList = once(async () => (await packaged('list.json')).json() as Promise<PackagedList>);

export async function packagedPack<K extends keyof Packs>(name: K): Promise<Packs[K]> {
  return (await packaged(PACK_FILES[name])).json() as Promise<Packs[K]>;
}

/** A file of the package; undefined when it holds no such file. */
async function packagedBytes(name: string): Promise<Uint8Array | undefined> {
  const response = await packaged(name).catch(() => null);
  return response?.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
}

export async function packagedRules(): Promise<ArrayBuffer> {
  return (await packaged('compiled.bin')).arrayBuffer();
}

export function packagedIndicators(name: Extract<PackId, `indicators-${string}`>): Promise<Uint8Array | undefined> {
  return packagedBytes(PACK_FILES[name]);
}

/** The root of trust that the extension was shipped with; undefined while nothing is published. */
export function packagedRoot(): Promise<Uint8Array | undefined> {
  return packagedBytes('root.json');
}
