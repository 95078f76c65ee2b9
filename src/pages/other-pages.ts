import { vocabulary } from './job-marks.ts';

type List = 'similar' | 'elsewhere' | 'check';

const listed = (list: List): string[] => (vocabulary()?.fields[list] ?? '').split(' ').filter(Boolean);

/** Whether a heading stands over adverts that the page is not about, or a title over a robot check. */
export function says(list: List, text: string): boolean {
  const words = ` ${text.toLowerCase()}`;
  return listed(list).some((word) => words.includes(word.replaceAll('_', ' ')));
}

/** Part of an address that leads to something else than adverts: "blog", "companies". */
export const isElsewhere = (part: string): boolean =>
  listed('elsewhere').some((word) => part === word || part === `${word}s`);
