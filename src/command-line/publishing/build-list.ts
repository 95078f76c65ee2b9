import { buildIndicatorPacks } from '../../packs/build-indicators.ts';
import type { ListCard } from '../../packs/list-card.ts';
import { buildPacks, ENGINE_VERSION, PACK_FORMAT, type RuleSet } from '../../packs/pack-files.ts';
import { PACK_FILES, PACK_IDS, type PackId } from '../../packs/pack-ids.ts';
import { commitDate, PACK_SOURCES, versionOf } from './list-date.ts';
import type { TargetEntry } from './tuf-metadata.ts';

/** Files of a list, by their signed names. */
export type ListFiles = Map<string, TargetEntry>;

export interface BuildOptions {
  /** Folder of the rules, for the dates of their last commits. */
  folder: string;
  /** One version for all packs instead of those from git. */
  version?: string;
  /** The list's own date. Addresses that have ended by then are left out. */
  date: Date;
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

type PackBytes = Map<PackId, { bytes: Uint8Array; version: string }>;

const encode = (pack: object): Uint8Array => new TextEncoder().encode(JSON.stringify(pack));

/**
 * The files of a list from its rules. No clock, no randomness: the same rules, version and day give the same bytes.
 * Throws an Error where a version cannot be known.
 */
export function buildList(rules: RuleSet, options: BuildOptions): ListFiles {
  const versions = packVersions(options);
  const bytes: PackBytes = new Map();
  for (const [pack, version] of Object.entries(versions) as [keyof typeof versions, string][])
    bytes.set(pack, { bytes: encode(buildPacks(rules, version)[pack]), version });
  addIndicators(bytes, rules, options);
  return toFiles(bytes);
}

/** The files of a list that stands beside the project's own: its signals, contacts and addresses, under its card. */
export function buildOtherList(rules: RuleSet, card: ListCard, options: BuildOptions): ListFiles {
  const date = options.version ? undefined : commitDate(options.folder, ['.']);
  if (!options.version && !date) throw new Error('git does not know when the list was changed: give --version.');
  const version = options.version ?? versionOf(date!);
  const empty = {
    combinations: [],
    words: [],
    glossary: [],
    messengers: [],
    employers: [],
    languages: { languages: [] },
  };
  const { signals, help } = buildPacks(
    { ...rules, ...empty, weights: { bias: 0, weights: {} }, wording: undefined, meaning: undefined },
    version,
  );
  const bytes: PackBytes = new Map([['signals', { bytes: encode({ ...signals, list: card }), version }]]);
  if (help.help.length > 0) bytes.set('help', { bytes: encode({ ...help, list: card }), version });
  addIndicators(bytes, rules, options, card.prefix);
  return toFiles(bytes);
}

function addIndicators(bytes: PackBytes, rules: RuleSet, options: BuildOptions, list?: string): void {
  if (rules.indicators?.length > 0) {
    const day = options.date.toISOString().slice(0, 10);
    const version = options.version ?? versionOf(options.date);
    const packs = buildIndicatorPacks(rules.indicators, { version, day, list });
    bytes.set('indicators-recent', { bytes: packs['indicators-recent'], version });
    bytes.set('indicators-base', {
      bytes: packs['indicators-base'],
      version: `${day.slice(0, 7).replace('-', '.')}.01`,
    });
  }
}

function toFiles(bytes: PackBytes): ListFiles {
  const files: ListFiles = new Map();
  for (const id of PACK_IDS) {
    const pack = bytes.get(id);
    if (!pack) continue;
    const custom = { pack: id, version: pack.version, format: PACK_FORMAT, minEngine: ENGINE_VERSION };
    files.set(PACK_FILES[id], { bytes: pack.bytes, custom });
  }
  return files;
}
