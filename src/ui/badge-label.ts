import type { Level } from '../engine/verdict.ts';
import { fill } from './fill.ts';
import type { PageStrings } from './page-strings.ts';

/** "Strong warning · 5 signs": the level in words and, for a warning, how many signs were seen. */
export function badgeLabel(level: Level, signs: number, strings: PageStrings, lang: string): string {
  if (level === 'cannot-read') return strings.levelUnread;
  if (level === 'none') return signs > 0 ? strings.levelLittle : strings.levelNone;
  const name = level === 'high' ? strings.levelHigh : strings.levelCaution;
  const counted = strings.signs_counted?.split('\n')[signs - 1] ?? countedHere(signs, strings, lang);
  return counted ? `${name} · ${counted}` : name;
}

function countedHere(signs: number, strings: PageStrings, lang: string): string {
  const form = strings[`signs_${new Intl.PluralRules(lang).select(signs)}`] ?? strings.signs_other ?? '';
  return signs > 0 && form ? fill(form, new Intl.NumberFormat(lang).format(signs)) : '';
}
