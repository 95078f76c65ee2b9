import type { Folded } from './folding.ts';
import { classOf, IDEOGRAPH, LETTER } from './scripts.ts';

/** Enough to show; a text that hides every word holds thousands. */
const MOST_PLACES = 8;
const SEPARATOR = /[.*·•・_|/+~\u2500-\u27bf-]/;
/** Of these, what lists, names and abbreviations of scripts without spaces do not need. */
const ODD_SEPARATOR = /[*_\u2500-\u27bf]/;
/** Seen nowhere, needed nowhere between two letters of these alphabets; soft hyphens and joiners are. */
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/;
/** Of these, what no page needs inside the words of scripts that do part them with spaces. */
const BREAK = /[\u200b\u2060-\u2064\ufeff]/;
const JOINER = /[\u200c\u200d]/;

/** Arabic and Indic letters need joiners, and direction marks stand beside them in honest pages. */
const isAlphabetic = (code: number): boolean => code < 0x590 || (code >= 0x1e00 && code < 0x2000);

function isHidden(between: string, before: number, behind: number): boolean {
  if (classOf(before) !== LETTER || classOf(behind) !== LETTER) {
    // Pages put invisible breaks into Thai, Lao, Khmer and Burmese.
    const isHan = classOf(before) === IDEOGRAPH && classOf(behind) === IDEOGRAPH;
    return ODD_SEPARATOR.test(between) || (isHan && INVISIBLE.test(between));
  }
  if (SEPARATOR.test(between)) return true;
  if (!isAlphabetic(before) || !isAlphabetic(behind)) return BREAK.test(between);
  return INVISIBLE.test(between) || JOINER.test(between) || between.includes(' ');
}

/** Folded places where letters of one word were held apart by what does not belong into words. */
export function findDisguises({ codes, origin, length }: Folded, original: string): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  for (let i = 1; i < length && ranges.length < MOST_PLACES; i++) {
    const from = origin[i - 1]! + 1;
    if (origin[i]! > from && isHidden(original.slice(from, origin[i]!), codes[i - 1]!, codes[i]!))
      ranges.push([i - 1, i + 1]);
  }
  return ranges;
}
