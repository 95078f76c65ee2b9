import type { CompiledMatcher } from './compiled-matcher.ts';
import type { Glossary } from './glossary.ts';
import type { MoneyTables } from './money.ts';
import type { PieceModel } from './piece-model.ts';
import type { CommonWords } from './present-languages.ts';

export type Group = 'offer' | 'employer' | 'place' | 'contact' | 'selection' | 'terms' | 'protective' | 'context';
export type ScamKind = 'scam-centre' | 'advance-fee' | 'task' | 'identity' | 'mule' | 'impersonation';

/** A signal as the engine needs it; texts for people stay in the pack. */
export interface EngineSignal {
  id: string;
  group: Group;
  weight: number;
  detector: string;
  /** May raise the top warning by itself. */
  alone: boolean;
  onlyWith: string[];
  kinds: Partial<Record<ScamKind, number>>;
  /** The subscription that brings this signal; absent for the project's own. */
  list?: string;
}

export interface EngineCombination {
  id: string;
  weight: number;
  /** Each inner list is met by any of its signals. */
  all: string[][];
}

export interface EnginePlace {
  id: string;
  country: string;
  role: 'hotspot' | 'transit' | 'destination';
  scope: string;
  strength: number;
  /** Languages in which adverts for work here are usually local. */
  homeLanguages: string[];
}

export interface EngineBand {
  country: string;
  role: string;
  typicalUsd: number;
  /** Of the country's income group only: tells ordinary from extraordinary sums, too coarse to be quoted. */
  coarse?: boolean;
  year: string;
  source: { title: string; url: string };
}

export interface EngineRole {
  role: string;
  entryLevel: boolean;
}

export interface EngineEmployer {
  /** Folded. */
  name: string;
  domains: string[];
}

/** How points become a score and a level; see rules/scoring.yaml for the reasons. */
export interface Scoring {
  /** Score = 1 / (1 + e^-(bias + points)). */
  bias: number;
  /** Least score for each level. */
  caution: number;
  high: number;
  /** A red warning needs this many different groups of signals, and at least this many signals. */
  highGroups: number;
  highSignals: number;
  cautionSignals: number;
  /** How much more a sign weighs in a text of no words; falls to nothing at `briefWords`. Real lures are often two lines. */
  brevity: number;
  briefWords: number;
  /** Pay ratios from which a sum is counted as medium and as strong. */
  payMedium: number;
  payStrong: number;
  /** Countries with which pay is compared when the place is not named. */
  usualDestinations: string[];
}

/** What a matcher target stands for. */
export type Target =
  | { type: 'signal'; index: number }
  /** `exact`: the original must be spelled so, accents included; lower case, NFC. */
  | { type: 'place'; index: number; exact?: string[] }
  | { type: 'role'; index: number }
  | { type: 'messenger'; id: string }
  | { type: 'period'; period: 'hour' | 'day' | 'week' | 'month' | 'year' }
  | { type: 'concept'; id: string };

/** All rules, ready to score with. Plain data: can be cloned, stored and built ahead. */
export interface CompiledRules {
  version: string;
  signals: EngineSignal[];
  combinations: EngineCombination[];
  places: EnginePlace[];
  roles: EngineRole[];
  bands: EngineBand[];
  employers: EngineEmployer[];
  targets: Target[];
  matcher: CompiledMatcher;
  money: MoneyTables;
  scoring: Scoring;
  /** What pieces of words say. */
  wording?: PieceModel;
  glossary: Glossary;
  /** What concepts of the glossary say. */
  meaning?: PieceModel;
  common: CommonWords;
  /** Language → countries in which adverts in it are usually local. */
  homeCountries: Map<string, string[]>;
}
