import type { ScorePosting } from '../../engine/score-posting.ts';
import type { Verdict } from '../../engine/verdict.ts';
import type { LabelledAdvert } from '../learning/labelled-adverts.ts';
import type { Scored } from '../learning/metrics.ts';

/** A labelled advert with the verdict it got. */
export interface Judged {
  advert: LabelledAdvert;
  verdict: Verdict;
}

export function judge(adverts: readonly LabelledAdvert[], score: ScorePosting): Judged[] {
  return adverts.map((advert) => ({ advert, verdict: score(advert.posting) }));
}

/** Warned: amber or red. */
export const isWarned = ({ verdict }: Judged): boolean => verdict.level === 'caution' || verdict.level === 'high';
export const isRed = ({ verdict }: Judged): boolean => verdict.level === 'high';
/** A lure, or job fraud of another kind. */
export const isRisk = ({ advert }: Judged): boolean => advert.label === 'lure' || advert.label === 'scam';

export function withLabel(rows: readonly Judged[], label: LabelledAdvert['label']): Judged[] {
  return rows.filter(({ advert }) => advert.label === label);
}

export function asScored(rows: readonly Judged[]): Scored[] {
  return rows.map((row) => ({ score: row.verdict.score, positive: isRisk(row) }));
}
