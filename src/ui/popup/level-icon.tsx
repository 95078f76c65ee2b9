import type { Level } from '../../engine/verdict.ts';
import { LEVEL_ICONS } from '../level-icons.ts';

export function LevelIcon({ level, size }: { level: Level; size: number }) {
  const { shape, glyph, paint } = LEVEL_ICONS[level];
  return (
    <svg class={`icon ${level}`} viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      <path class={paint} d={shape} />
      {glyph && <path class="glyph" d={glyph} />}
    </svg>
  );
}
