import type { Level } from '../engine/verdict.ts';
import { drawing } from './element.ts';
import { CLOSE_ICON, LEVEL_ICONS } from './level-icons.ts';

export function levelDrawing(level: Level): SVGSVGElement {
  const { shape, glyph, paint } = LEVEL_ICONS[level];
  return drawing(`icon ${level}`, [{ d: shape, class: paint }, ...(glyph ? [{ d: glyph, class: 'glyph' }] : [])]);
}

export function closeDrawing(): SVGSVGElement {
  return drawing('icon', [{ d: CLOSE_ICON, class: 'line' }]);
}
