import { buildIndicatorPacks } from '../packs/build-indicators.ts';
import { buildPacks, ENGINE_VERSION, PACK_FORMAT, type RuleSet } from '../packs/pack-files.ts';
import { PACK_FILES, PACK_IDS, type PackId } from '../packs/pack-ids.ts';
import { commitDate, PACK_SOURCES, versionOf } from './list-date.ts';
import type { TargetEntry } from './tuf-metadata.ts';

/** Files of a list, by their signed names. */
export type ListFiles = Map<string, TargetEntry>;

export interface BuildOptions {
  /** Folder of the rules, for the dates of their last commits. */
  folder: string;
  /** One version for all packs instead of those from git. */
  version?: string;
  /** ISO day for which indicators are built: those that have ended are left out. */
  day: string;
}

/** Version of each pack: of the last commit that touched its sources, so that a pack that nobody changed keeps its bytes. */
function packVersions({ folder, version }: BuildOptions): Record<keyof typeof PACK_SOURCES, string> {
  const versions = Object.entries(PACK_SOURCES).map(([pack, paths]) => {
    const date = version ? undefined : commitDate(folder, paths);
    if (!version && !date)
      throw new Error(
        'git does not know when the rules were changed (no repository, or a shallow one): give --version.',
      );
    return [pack, version ?? versionOf(date!)];
  });
  return Object.fromEntries(versions) as Record<keyof typeof PACK_SOURCES, string>;
}

/**
 * The files of a list from its rules. No clock, no randomness: the same rules, version and day give the same bytes.
 * Throws an Error where a version cannot be known.
 */
export function buildList(rules: RuleSet, options: BuildOptions): ListFiles {
  const versions = packVersions(options);
  const bytes = new Map<PackId, { bytes: Uint8Array; version: string }>();
  for (const [pack, version] of Object.entries(versions) as [keyof typeof versions, string][])
    bytes.set(pack, { bytes: new TextEncoder().encode(JSON.stringify(buildPacks(rules, version)[pack])), version });
  if (rules.indicators?.length > 0) {
    const { day } = options;
    const version = options.version ?? day.replaceAll('-', '.');
    const packs = buildIndicatorPacks(rules.indicators, { version, day });
    bytes.set('indicators-recent', { bytes: packs['indicators-recent'], version });
    bytes.set('indicators-base', {
      bytes: packs['indicators-base'],
      version: `${day.slice(0, 7).replace('-', '.')}.01`,
    });
  }
  const files: ListFiles = new Map();
  for (const id of PACK_IDS) {
    const pack = bytes.get(id);
    if (!pack) continue;
    const custom = { pack: id, version: pack.version, format: PACK_FORMAT, minEngine: ENGINE_VERSION };
    files.set(PACK_FILES[id], { bytes: pack.bytes, custom });
  }
  return files;
}
