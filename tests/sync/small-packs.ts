import type { ListFiles } from '../../src/command-line/publishing/build-list.ts';
import { ENGINE_VERSION, PACK_FORMAT, type Packs } from '../../src/packs/pack-files.ts';
import { PACK_FILES, type PackId } from '../../src/packs/pack-ids.ts';

/** Packs of the least size that the schema allows, told apart by their version. */
export function smallPacks(version: string): Packs {
  const head = { format: PACK_FORMAT, minEngine: ENGINE_VERSION, version };
  return {
    signals: {
      pack: 'signals',
      ...head,
      signals: [
        {
          id: 'free-ticket',
          name: 'Free ticket',
          group: 'offer',
          strength: 'strong',
          weight: 2,
          detector: 'phrases',
          text: { en: { label: 'Flight paid', why: 'Lures pay for the way there.' } },
          sources: [{ title: 'Test', url: 'https://example.org/' }],
          phrases: { en: ['free ticket'] },
        },
      ],
      combinations: [],
      words: [],
      glossary: [],
      messengers: [],
      employers: [],
      languages: { languages: [{ lang: 'en', name: 'English', homes: ['GB'] }] },
      scoring: {
        bias: -3,
        caution: 0.5,
        high: 0.9,
        highGroups: 3,
        highSignals: 3,
        cautionSignals: 2,
        brevity: 0,
        briefWords: 40,
        payMedium: 2,
        payStrong: 3,
        usualDestinations: [],
        reason: 'test',
      },
      weights: { bias: -3, weights: { 'free-ticket': 2 } },
    },
    'places-pay': { pack: 'places-pay', ...head, places: [], bands: [], roles: [], currencies: [], numbers: [] },
    sites: { pack: 'sites', ...head, sites: [] },
    help: { pack: 'help', ...head, help: [] },
  };
}

export const encode = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));

/** The files of a list; `change` may put other bytes or other signed words in a pack's place. */
export function listFiles(
  version: string,
  change: Partial<Record<PackId, { bytes?: Uint8Array; custom?: Record<string, string | number> }>> = {},
): ListFiles {
  const packs = smallPacks(version);
  const files: ListFiles = new Map();
  for (const id of new Set([...Object.keys(packs), ...Object.keys(change)]) as Set<PackId>) {
    const bytes = change[id]?.bytes ?? encode(packs[id as keyof Packs]);
    const custom = { pack: id, version, format: PACK_FORMAT, minEngine: ENGINE_VERSION, ...change[id]?.custom };
    files.set(PACK_FILES[id], { bytes, custom });
  }
  return files;
}
