import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { decodeIndicators } from '../../packs/indicators-file.ts';
import type { Packs } from '../../packs/pack-files.ts';
import { PACK_FILES } from '../../packs/pack-ids.ts';
import { commitDate } from './list-date.ts';
import { readPublished, readTarget } from './published-list.ts';
import { readAndBuild } from './rules-build.ts';

/** A list to compare, from rules or from a published folder. */
export interface LoadedList {
  packs: Packs;
  /** Indicators in both packs together. */
  indicators: number;
  /** Bytes by file. */
  sizes: Map<string, number>;
}

/** A list that stands beside the project's own brings only some packs. */
const EMPTY = {
  'places-pay': { places: [], bands: [], roles: [], currencies: [], numbers: [] },
  sites: { sites: [] },
  help: { help: [] },
};

function load(read: (name: string) => Uint8Array | undefined, from: string): LoadedList {
  const sizes = new Map<string, number>();
  const get = (name: string): Uint8Array | undefined => {
    const bytes = read(name);
    if (bytes) sizes.set(name, bytes.length);
    return bytes;
  };
  const packs: Record<string, unknown> = {};
  for (const id of ['signals', 'places-pay', 'sites', 'help'] as const) {
    const bytes = get(PACK_FILES[id]);
    if (!bytes && id === 'signals') throw new Error(`${from} has no ${PACK_FILES[id]}.`);
    packs[id] = bytes ? JSON.parse(new TextDecoder().decode(bytes)) : EMPTY[id as keyof typeof EMPTY];
  }
  let indicators = 0;
  for (const id of ['indicators-recent', 'indicators-base'] as const) {
    const bytes = get(PACK_FILES[id]);
    const decoded = bytes && decodeIndicators(bytes);
    if (decoded?.ok) indicators += decoded.table.hi.length;
  }
  return { packs: packs as unknown as Packs, indicators, sizes };
}

/** A folder that was published, or one of rules. Throws an Error when it is neither or broken. */
export function loadList(folder: string): LoadedList {
  const published = existsSync(join(folder, 'metadata')) ? readPublished(folder) : undefined;
  if (published) return load((name) => readTarget(folder, published, name), folder);
  if (!existsSync(join(folder, 'signals'))) throw new Error(`${folder} holds neither a published list nor rules.`);
  // Rules that git knows nothing about have no version; the comparison needs none.
  const version = commitDate(folder, ['signals']) ? undefined : '0';
  const { files } = readAndBuild({ rules: folder, version, date: commitDate(folder) ? undefined : '2000-01-01' });
  return load((name) => files.get(name)?.bytes, folder);
}
