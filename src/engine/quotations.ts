import type { Folded } from './folding.ts';

/** Opening mark → the marks that may close it. */
const CLOSING: Record<string, string> = {
  '"': '"',
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '《': '》',
  '‹': '›',
  '＂': '＂',
};
const MARKS = /["“„«»「『《‹＂]/g;
/** A longer stretch is no quotation but a stray mark. */
const LONGEST = 400;
const SHORTEST = 4;

/** Folded ranges between quotation marks, in order, not nested. */
export function findQuotations({ text }: Folded): [start: number, end: number][] {
  const ranges: [number, number][] = [];
  MARKS.lastIndex = 0;
  for (let mark = MARKS.exec(text); mark; mark = MARKS.exec(text)) {
    const i = mark.index;
    const closing = CLOSING[mark[0]]!;
    const limit = Math.min(text.length, i + LONGEST);
    for (let j = i + 1; j < limit; j++) {
      if (!closing.includes(text[j]!)) continue;
      if (j - i > SHORTEST) ranges.push([i + 1, j]);
      MARKS.lastIndex = j + 1;
      break;
    }
  }
  return ranges;
}

export function isInside(ranges: [number, number][], start: number, end: number): boolean {
  return ranges.some(([from, to]) => start >= from && end <= to);
}
