import type { IndicatorKind, SourceClass } from './indicators/indicator-kinds.ts';
import type { ScoredField } from './posting.ts';

/** `none` says only that no warning is due, never that an advert is honest. */
export type Level = 'none' | 'caution' | 'high' | 'cannot-read';

/**
 * What the text looks like. `warning-text` is a text *about* lures, `quoted-offer` a question or plea that quotes one;
 * both are `none` or at most `caution`.
 */
export type Kind =
  | 'none'
  | 'scam-centre'
  | 'advance-fee'
  | 'task'
  | 'identity'
  | 'mule'
  | 'impersonation'
  | 'warning-text'
  | 'quoted-offer';

/** Half-open range of UTF-16 units in one field of the original posting: `posting[field].slice(start, end)`. */
export interface Span {
  field: ScoredField;
  start: number;
  end: number;
}

/** Pay promised beside pay that is usual, both USD a month. */
export interface PayFact {
  promisedUsd: number;
  usualUsd: number;
  ratio: number;
  /** ISO 3166 country whose band was used, and the role of that band. */
  country: string;
  role: string;
  year: string;
  source: { title: string; url: string };
}

/** An address of the advert that stands on a list: a label on the address, not on a person. Dates are ISO days. */
export interface IndicatorFact {
  kind: IndicatorKind;
  sourceClass: SourceClass;
  source: { title: string; url: string };
  added: string;
  /** The last day on which it counts. */
  expires: string;
  /** Id of the subscription that lists it; empty for the project's own list. */
  list: string;
}

export interface Reason {
  /** Signal or combination id. */
  signal: string;
  /** Points it added; negative when it speaks for the advert. The reasons' weights add up to the verdict's points. */
  weight: number;
  spans: Span[];
  /** About the text as a whole: it moves the score and is not one of the signs that are counted. */
  whole?: true;
  /** Present on pay reasons. */
  pay?: PayFact;
  /** Place ids named by the advert, on place reasons. */
  places?: string[];
  /** Present on reasons about listed addresses. */
  indicators?: IndicatorFact[];
}

export interface Verdict {
  level: Level;
  /** Calibrated 0..1: of adverts scored 0.9, about nine in ten are meant to be lures. */
  score: number;
  kind: Kind;
  /** Strongest first. */
  reasons: Reason[];
  /** ISO 3166 countries in which the work seems to be, most certain first. */
  destinations: string[];
  /** Version of the rule list that gave this verdict. */
  list: string;
}
