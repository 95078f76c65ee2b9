import { dateOf, dayOf } from '../engine/indicators/indicator-lookup.ts';
import type { IndicatorEntry, IndicatorRule } from './indicator-rule.ts';

/** Days that an entry counts when its file names no end: numbers and names change hands. */
export const USUAL_DAYS = 180;

/** An entry with everything that its file says for all; checked files leave nothing out. */
export type ResolvedIndicator = IndicatorEntry &
  Required<Pick<IndicatorEntry, 'sourceClass' | 'source' | 'added' | 'expires'>>;

export function resolveIndicator(rule: IndicatorRule, entry: IndicatorEntry): ResolvedIndicator {
  const added = entry.added ?? rule.added ?? '';
  const begins = dayOf(added);
  const ends = entry.expires ?? (entry.added ? undefined : rule.expires);
  return {
    ...entry,
    sourceClass: entry.sourceClass ?? rule.sourceClass ?? 'report',
    source: entry.source ?? rule.source ?? { title: '', url: '' },
    added,
    expires: ends ?? (Number.isNaN(begins) ? '' : dateOf(begins + USUAL_DAYS)),
  };
}
