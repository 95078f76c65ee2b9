import type { IndicatorKind, SourceClass } from '../engine/indicators/indicator-kinds.ts';

/** Where an entry can be read by anybody. */
export interface IndicatorSourceRule {
  title: string;
  url: string;
  /** Year or ISO date of the source, when known. */
  date?: string;
}

/** What entries of one file share unless they say otherwise: most files hold what one publication named. */
interface Shared {
  sourceClass?: SourceClass;
  source?: IndicatorSourceRule;
  /**
   * ISO date on which it was put on the list.
   * @pattern ^\d{4}-\d{2}-\d{2}$
   */
  added?: string;
  /**
   * The last day on which it counts; 180 days after `added` when absent.
   * @pattern ^\d{4}-\d{2}-\d{2}$
   */
  expires?: string;
}

export interface IndicatorEntry extends Shared {
  kind: IndicatorKind;
  /** As printed in the source: an address, @name, link, number or registered name. */
  value: string;
  /**
   * ISO 3166 country of a number that is written without "+".
   * @pattern ^[A-Z]{2}$
   */
  country?: string;
  /**
   * The day on which it was taken off; the line may be deleted a month later.
   * @pattern ^\d{4}-\d{2}-\d{2}$
   */
  removed?: string;
  /** For reviewers; stays in the repository. */
  note?: string;
}

/** Addresses named by one source: `rules/indicators/<name>.yaml`. See rules/indicators/README.md for what may be listed. */
export interface IndicatorRule extends Shared {
  entries: IndicatorEntry[];
}
