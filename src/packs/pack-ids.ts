/** The packs of a list, split by pace of change; in the order in which they are fetched. */
export const PACK_IDS = ['signals', 'places-pay', 'sites', 'help', 'indicators-recent', 'indicators-base'] as const;
export type PackId = (typeof PACK_IDS)[number];

/** Names of the files as signed in the targets metadata. Indicator packs are sorted bytes, the others JSON. */
export const PACK_FILES: Record<PackId, string> = {
  signals: 'signals.json',
  'places-pay': 'places-pay.json',
  sites: 'sites.json',
  help: 'help.json',
  'indicators-recent': 'indicators-recent.bin',
  'indicators-base': 'indicators-base.bin',
};
