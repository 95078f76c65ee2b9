import type { Source } from './signal-rule.ts';

/** A place that adverts name, whether or not it matters for lures: `rules/places/<id>.yaml`. */
export interface PlaceRule {
  id: string;
  name: string;
  /** ISO 3166 alpha-2; `XX` for words that name no country. */
  country: string;
  /** hotspot: scam centres are there; transit: on the way; destination: any other country or city, needed to tell where the job is. */
  role: 'hotspot' | 'transit' | 'destination';
  scope: 'compound' | 'zone' | 'town' | 'region' | 'country' | 'word';
  /** 0..3: how much the name alone says about lures; 0 for ordinary destinations. */
  strength: 0 | 1 | 2 | 3;
  /** Languages in which adverts for work here are usually local, so that the name alone says nothing. */
  homeLanguages?: string[];
  /**
   * Spellings by language; `any` for those that several languages share, `emoji` for flags. Latin and other spaced scripts
   * match whole words (`word*` any ending), others as written; the longest name wins ("印度尼西亚" is not "印度"). Names
   * are never stemmed: "Laos" is not Vietnamese "lao".
   */
  aliases: Record<string, string[]>;
  /** Spellings that count only with their accents ("Nhật Bản", not "nhất bạn"), by language. */
  exact?: Record<string, string[]>;
  /** Names of its cities, by language; each stands for the place. Towns of a country with weight have their own file. */
  cities?: Record<string, string[]>;
  /** Words that, side by side with an alias, make it something else ("Sri Lanka Airlines"); by language. */
  unless?: Record<string, string[]>;
  /**
   * Income group of its country in the World Bank's classification for fiscal year 2025
   * (https://datahelpdesk.worldbank.org/knowledgebase/articles/906519): a coarse yardstick for pay where `rules/pay` holds
   * no wage. One file of each country names it.
   */
  income?: IncomeGroup;
  status?: string;
  sources: Source[];
}

export type IncomeGroup = 'low' | 'lower-middle' | 'upper-middle' | 'high';
