import type { CombinationRule } from './combination-rule.ts';
import type { GlossaryRule } from './glossary-rule.ts';
import type { HelpRule } from './help-rule.ts';
import type { IndicatorRule } from './indicator-rule.ts';
import type { CurrencyRule, NumberWordsRule, PayCountryRule, RoleRule } from './pay-rule.ts';
import type { PlaceRule } from './place-rule.ts';
import type {
  EmployerRule,
  LanguagesRule,
  MessengerRule,
  PieceModelRule,
  ScoringRule,
  WeightsRule,
  WordSetRule,
} from './shared-rules.ts';
import type { SignalRule } from './signal-rule.ts';
import type { SiteRule } from './site-rule.ts';

/** All rule files of `rules/`, parsed. */
export interface RuleSet {
  signals: SignalRule[];
  combinations: CombinationRule[];
  words: WordSetRule[];
  glossary: GlossaryRule[];
  messengers: MessengerRule[];
  employers: EmployerRule[];
  languages: LanguagesRule;
  scoring: ScoringRule;
  weights: WeightsRule;
  wording?: PieceModelRule;
  meaning?: PieceModelRule;
  places: PlaceRule[];
  bands: PayCountryRule[];
  roles: RoleRule[];
  currencies: CurrencyRule[];
  numbers: NumberWordsRule[];
  sites: SiteRule[];
  help: HelpRule[];
  /** Packed apart, as bytes: see build-indicators.ts. */
  indicators: IndicatorRule[];
}

/**
 * Raised when keys, kinds or states are added: a client of an older format skips those that it does not know. Where
 * skipping would be wrong, `minEngine` is raised too.
 */
export const PACK_FORMAT = 1;
/** What this engine can run; a pack that asks for more is left alone. */
export const ENGINE_VERSION = 1;

interface PackHead {
  format: number;
  minEngine: number;
  /** Date-based version of the rule list, the same in all packs built together. */
  version: string;
}

/** Examples and reviewers' notes stay in the repository. */
export type PackedSignal = Omit<SignalRule, 'examples' | 'reason'>;

export interface SignalsPack extends PackHead {
  pack: 'signals';
  signals: PackedSignal[];
  combinations: CombinationRule[];
  words: WordSetRule[];
  glossary: GlossaryRule[];
  messengers: MessengerRule[];
  employers: EmployerRule[];
  languages: LanguagesRule;
  scoring: ScoringRule;
  weights: WeightsRule;
  /** A list may do without. */
  wording?: PieceModelRule;
  meaning?: PieceModelRule;
}

export interface PlacesPayPack extends PackHead {
  pack: 'places-pay';
  places: PlaceRule[];
  bands: PayCountryRule[];
  roles: RoleRule[];
  currencies: CurrencyRule[];
  numbers: NumberWordsRule[];
}

export interface SitesPack extends PackHead {
  pack: 'sites';
  sites: SiteRule[];
}

export interface HelpPack extends PackHead {
  pack: 'help';
  help: HelpRule[];
}

export interface Packs {
  signals: SignalsPack;
  'places-pay': PlacesPayPack;
  sites: SitesPack;
  help: HelpPack;
}

/** Splits the rules into packs by pace of change. Pure: the same rules and version give the same packs. */
export function buildPacks(rules: RuleSet, version: string): Packs {
  const head = { format: PACK_FORMAT, minEngine: ENGINE_VERSION, version };
  return {
    signals: {
      pack: 'signals',
      ...head,
      signals: rules.signals.map(({ examples: _examples, reason: _reason, ...signal }) => signal),
      combinations: rules.combinations,
      words: rules.words,
      glossary: rules.glossary,
      messengers: rules.messengers,
      employers: rules.employers,
      languages: rules.languages,
      scoring: rules.scoring,
      weights: rules.weights,
      ...(rules.wording ? { wording: rules.wording } : {}),
      ...(rules.meaning ? { meaning: rules.meaning } : {}),
    },
    'places-pay': {
      pack: 'places-pay',
      ...head,
      places: rules.places,
      bands: rules.bands,
      roles: rules.roles,
      currencies: rules.currencies,
      numbers: rules.numbers,
    },
    sites: { pack: 'sites', ...head, sites: rules.sites },
    help: { pack: 'help', ...head, help: rules.help },
  };
}
