import type { Level } from '../engine/verdict.ts';

/** Drawn on a 16 × 16 grid, one line weight. `shape` carries the level's form, `glyph` lies upon it. */
export interface LevelIcon {
  shape: string;
  glyph?: string;
  /** `solid`: filled shape with a line glyph; `line`: outline; `dashes`: broken outline. */
  paint: 'solid' | 'line' | 'dashes';
}

const EXCLAMATION = 'M8 4.6v4M8 11.3v.1';

export const LEVEL_ICONS: Record<Level, LevelIcon> = {
  high: { shape: 'M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2Z', glyph: EXCLAMATION, paint: 'solid' },
  caution: { shape: 'M8 1.4 15.4 14.4H.6Z', glyph: 'M8 6.2v3.6M8 12.2v.1', paint: 'solid' },
  none: { shape: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z', paint: 'line' },
  'cannot-read': { shape: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z', paint: 'dashes' },
};

export const CLOSE_ICON = 'M4.2 4.2l7.6 7.6M11.8 4.2l-7.6 7.6';
