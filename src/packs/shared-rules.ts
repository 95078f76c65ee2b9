/** Words for one idea in many languages, for use as `{id}` in any phrase: `rules/words/<id>.yaml`. */
export interface WordSetRule {
  id: string;
  /** What belongs in it, for whoever adds a language. */
  note: string;
  words: Record<string, string[]>;
}

/** A messenger and the names people give it: `rules/messengers/<id>.yaml`. */
export interface MessengerRule {
  id: string;
  name: string;
  /** Phrases by language; `any` for names and links that are the same everywhere. */
  phrases: Record<string, string[]>;
  unless?: Record<string, string[]>;
}

/** A well-known employer whose name impostors borrow: `rules/employers/<id>.yaml`. */
export interface EmployerRule {
  id: string;
  names: string[];
  /** Domains that are truly theirs. */
  domains: string[];
}

/** What adverts in one language take for granted: `rules/languages.yaml`. */
export interface LanguagesRule {
  languages: {
    lang: string;
    name: string;
    /** ISO 3166 countries in which adverts in this language are usually local. */
    homes: string[];
    /** Currency meant when none is named. */
    currency?: string;
    /** Short words of almost every text, as written in Latin letters. */
    common?: string[];
  }[];
}

/**
 * Weights learned from the texts in `rules/corpus/`: `rules/weights.yaml`, written by `npm run train`.
 * A signal that is not listed keeps the weight of its own file.
 */
export interface WeightsRule {
  bias: number;
  weights: Record<string, number>;
}

/**
 * What a text as a whole says, learned from the same texts: pieces of words in `rules/wording.yaml`, concepts of the
 * glossary in `rules/meaning.yaml`, both written by `npm run train`. See `src/engine/piece-model.ts` for the numbers.
 */
export interface PieceModelRule {
  /** There are 2 to the power of this many weights. */
  bits: number;
  bias: number;
  step: number;
  steady: number;
  /** One signed byte each, in base 64. */
  weights: string;
}

/** How points become a level: `rules/scoring.yaml`. */
export interface ScoringRule {
  /** Log odds of an advert in which nothing was found, before learning. */
  bias: number;
  caution: number;
  high: number;
  highGroups: number;
  highSignals: number;
  cautionSignals: number;
  /** How much more a sign weighs in a very short text, and from how many words on no more. */
  brevity: number;
  briefWords: number;
  payMedium: number;
  payStrong: number;
  usualDestinations: string[];
  /** Why these numbers, for reviewers. */
  reason: string;
}
