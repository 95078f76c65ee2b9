import type { Source } from './signal-rule.ts';

/** Usual monthly pay of one country: `rules/pay/bands/<country>.yaml`. */
export interface PayCountryRule {
  country: string;
  name: string;
  bands: PayBand[];
}

export interface PayBand {
  role: string;
  basis: string;
  currency: string;
  monthly: { low?: number; typical: number; high?: number };
  monthlyUsd: { low?: number; typical: number; high?: number };
  year: string;
  quality: 'A' | 'B' | 'C';
  sources: Source[];
}

/** Words for one role in many languages: `rules/pay/roles/<role>.yaml`; tells which band to compare with. */
export interface RoleRule {
  role: string;
  name: string;
  /** Work that needs no training, where high pay is odd. */
  entryLevel: boolean;
  words: Record<string, string[]>;
}

/** One currency: `rules/pay/currencies/<code>.yaml`. */
export interface CurrencyRule {
  code: string;
  /** USD for one unit, approximate, with its date. */
  usd: number;
  usdDate: string;
  /** Printed beside the number, before or after it. */
  symbols: string[];
  words: Record<string, string[]>;
  /** Countries whose people mean this currency when they name none. */
  countries?: string[];
}

/** Number and period words of one language: `rules/pay/numbers/<lang>.yaml`. */
export interface NumberWordsRule {
  lang: string;
  /** Word after a number → factor: "k" 1000, "lakh" 100000, "万" 10000. */
  multipliers: Record<string, number>;
  /** Words for small numbers, counted only before a multiplier: "ba triệu". Chinese and Japanese numerals are known. */
  digits?: Record<string, number>;
  /** Words that stand before the number: "elfu 50", "ලක්ෂ 2". */
  multipliersBefore?: Record<string, number>;
  perHour: string[];
  perDay: string[];
  perWeek: string[];
  perMonth: string[];
  perYear: string[];
  /** Units that say what a sum is for only directly behind it and a slash: "$50/day", never "6 days". */
  afterSlash?: Partial<Record<'hour' | 'day' | 'week' | 'month' | 'year', string[]>>;
  /** Phrases that hold a period word but do not say what the sum is for: "8 hours a day", "paid weekly". */
  notPeriods?: string[];
}
