/** Each kind of rule file: its folder or file under `rules/`, and the type that describes it. */
export const RULE_KINDS = {
  signals: { path: 'signals', type: 'SignalRule', id: 'id' },
  combinations: { path: 'combinations', type: 'CombinationRule', id: 'id' },
  words: { path: 'words', type: 'WordSetRule', id: 'id' },
  glossary: { path: 'glossary', type: 'GlossaryRule', id: 'lang' },
  messengers: { path: 'messengers', type: 'MessengerRule', id: 'id' },
  employers: { path: 'employers', type: 'EmployerRule', id: 'id' },
  languages: { path: 'languages.yaml', type: 'LanguagesRule', id: '' },
  scoring: { path: 'scoring.yaml', type: 'ScoringRule', id: '' },
  weights: { path: 'weights.yaml', type: 'WeightsRule', id: '' },
  wording: { path: 'wording.yaml', type: 'PieceModelRule', id: '', optional: true },
  meaning: { path: 'meaning.yaml', type: 'PieceModelRule', id: '', optional: true },
  places: { path: 'places', type: 'PlaceRule', id: 'id' },
  bands: { path: 'pay/bands', type: 'PayCountryRule', id: '' },
  roles: { path: 'pay/roles', type: 'RoleRule', id: 'role' },
  currencies: { path: 'pay/currencies', type: 'CurrencyRule', id: '' },
  numbers: { path: 'pay/numbers', type: 'NumberWordsRule', id: 'lang' },
  sites: { path: 'sites', type: 'SiteRule', id: 'site' },
  help: { path: 'help', type: 'HelpRule', id: '' },
  indicators: { path: 'indicators', type: 'IndicatorRule', id: '' },
} as const;

export type RuleKind = keyof typeof RULE_KINDS;
