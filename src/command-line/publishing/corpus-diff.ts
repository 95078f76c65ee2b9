import { createScorer } from '../../engine/score-posting.ts';
import { compileRules } from '../../packs/compile-rules.ts';
import type { Packs } from '../../packs/pack-files.ts';
import type { LabelledAdvert } from '../learning/labelled-adverts.ts';

export interface CorpusDiff {
  adverts: number;
  /** Adverts whose warning came or went, with both levels. */
  changed: { id: string; lang: string; label: string; before: string; after: string; better: boolean }[];
}

/** Every third text: the same ones each time, of every language. */
export function fixedSample<T>(texts: readonly T[]): T[] {
  return texts.filter((_, index) => index % 3 === 0);
}

const isWarned = (level: string): boolean => level === 'caution' || level === 'high';

/** What a change of the rules does to adverts whose label is known. */
export function diffOnCorpus(before: Packs, after: Packs, adverts: readonly LabelledAdvert[]): CorpusDiff {
  const levelsOf = (packs: Packs): string[] => {
    const score = createScorer(compileRules(packs));
    return adverts.map(({ posting }) => score(posting).level);
  };
  const [old, now] = [levelsOf(before), levelsOf(after)];
  const changed = adverts.flatMap(({ id, lang, label }, index) => {
    const [was, is] = [old[index]!, now[index]!];
    const wanted = label === 'lure' || label === 'scam';
    return was === is ? [] : [{ id, lang, label, before: was, after: is, better: isWarned(is) === wanted }];
  });
  return { adverts: adverts.length, changed };
}
