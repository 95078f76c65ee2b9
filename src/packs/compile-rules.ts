import { fold } from '../engine/folding.ts';
import { PEOPLE } from '../engine/glossary.ts';
import type { MoneyTables, Period } from '../engine/money.ts';
import type { CommonWords } from '../engine/present-languages.ts';
import type { CompiledRules, EngineBand, Target } from '../engine/rules.ts';
import { compileGlossary } from './compile-glossary.ts';
import { compileMatcherInSteps, type PhraseEntry, toEnd } from './compile-matcher.ts';
import { compilePieceModel } from './compile-piece-model.ts';
import { incomeBands } from './income-bands.ts';
import type { Packs, PlacesPayPack, SignalsPack } from './pack-files.ts';
import type { PlaceRule } from './place-rule.ts';

/** Word sets that the engine looks for by themselves, around sums. */
const CONCEPTS = ['pay', 'fee'];

type SetsOf = (language: string) => Record<string, string[]>;

function sharedSets(pack: SignalsPack): SetsOf {
  const byLanguage = new Map<string, Record<string, string[]>>();
  for (const set of pack.words) {
    for (const [language, words] of Object.entries(set.words)) {
      const sets = byLanguage.get(language) ?? {};
      sets[set.id] = words;
      byLanguage.set(language, sets);
    }
  }
  return (language) => byLanguage.get(language) ?? {};
}

function addPhrases(
  entries: PhraseEntry[],
  target: number,
  phrases: Record<string, string[]> | undefined,
  setsOf: SetsOf,
  own: Record<string, Record<string, string[]>> | undefined,
  cancels: boolean,
): void {
  for (const [language, list] of Object.entries(phrases ?? {})) {
    const sets = { ...setsOf(language), ...own?.[language] };
    for (const phrase of list) entries.push({ target, language, phrase: String(phrase), sets, cancels });
  }
}

/** Words and names hold no phrase syntax but `word*`: brackets and gap signs in them mean nothing. */
function addWords(
  entries: PhraseEntry[],
  target: number,
  words: Record<string, string[]> | undefined,
  asWritten = false,
): void {
  for (const [language, list] of Object.entries(words ?? {})) {
    for (const word of list) {
      const phrase = String(word)
        .replace(/[(){}|~<>]/g, ' ')
        .trim();
      if (phrase) entries.push({ target, language, phrase, asWritten });
    }
  }
}

function bare(name: string): string {
  return String(name)
    .replace(/[(){}|~<>*]/g, ' ')
    .trim();
}

/** A word of `unless` beside a name cancels it; one that holds the name stands for itself. */
function addExceptions(entries: PhraseEntry[], target: number, place: Pick<PlaceRule, 'aliases' | 'unless'>): void {
  for (const [language, words] of Object.entries(place.unless ?? {})) {
    const names = [...new Set([...(place.aliases[language] ?? []), ...(place.aliases.any ?? [])].map(bare))].filter(
      Boolean,
    );
    const whole = words.filter((word) => names.some((name) => fold(word).text.includes(fold(name).text)));
    const beside = words
      .filter((word) => !whole.includes(word))
      .map(bare)
      .filter(Boolean);
    for (const phrase of whole.map(bare)) entries.push({ target, language, phrase, cancels: true, asWritten: true });
    if (beside.length === 0 || names.length === 0) continue;
    const sets = { names, beside };
    for (const phrase of ['{names} {beside}', '{beside} {names}'])
      entries.push({ target, language, phrase, cancels: true, asWritten: true, sets });
  }
}

function compileMoney(pack: PlacesPayPack, languages: SignalsPack['languages']): MoneyTables {
  const multipliers: MoneyTables['multipliers'] = new Map();
  for (const rule of pack.numbers) {
    for (const [word, factor] of Object.entries(rule.multipliers)) {
      const key = fold(word).text;
      const known = multipliers.get(key);
      if (!known) multipliers.set(key, { factor, languages: [rule.lang] });
      else if (known.factor === factor) known.languages.push(rule.lang);
    }
  }
  const digits = new Map(
    pack.numbers.flatMap((rule) =>
      Object.entries(rule.digits ?? {}).map(([word, value]) => [fold(word).text, value] as const),
    ),
  );
  const multipliersBefore = new Map(
    pack.numbers.flatMap((rule) =>
      Object.entries(rule.multipliersBefore ?? {}).map(
        ([word, factor]) =>
          [fold(word).text, { factor, languages: [rule.lang] }] as [string, { factor: number; languages: string[] }],
      ),
    ),
  );
  // A word of many languages ("k") says nothing about the currency.
  for (const entry of multipliers.values()) if (entry.languages.length > 3) entry.languages = [];
  const currencies: MoneyTables['currencies'] = new Map();
  const add = (word: string, code: string): void => {
    const key = fold(word).text.trim();
    if (!key || multipliers.has(key)) return;
    const codes = currencies.get(key) ?? [];
    if (!codes.includes(code)) codes.push(code);
    currencies.set(key, codes);
  };
  const ordered = pack.currencies.toSorted((a, b) => Number(b.code === 'USD') - Number(a.code === 'USD'));
  for (const rule of ordered) {
    for (const symbol of [rule.code, ...rule.symbols]) add(symbol, rule.code);
    for (const words of Object.values(rule.words)) for (const word of words) add(word, rule.code);
  }
  const currenciesOf = new Map<string, string[]>();
  for (const rule of pack.currencies)
    for (const country of rule.countries ?? [])
      currenciesOf.set(country, [...(currenciesOf.get(country) ?? []), rule.code]);
  return {
    multipliers,
    currenciesOf,
    multipliersBefore,
    digits,
    digitBeginnings: new Set([...digits.keys()].map((word) => word.charCodeAt(0))),
    currencies,
    usd: new Map(pack.currencies.map((rule) => [rule.code, rule.usd])),
    byLanguage: new Map(
      languages.languages.flatMap((entry) => (entry.currency ? [[entry.lang, entry.currency] as const] : [])),
    ),
  };
}

function compileCommon({ languages }: SignalsPack['languages']): CommonWords {
  const byWord = new Map<string, number[]>();
  languages.forEach(({ common = [] }, index) => {
    for (const word of new Set(common.map((entry) => fold(entry).text)))
      byWord.set(word, [...(byWord.get(word) ?? []), index]);
  });
  return { languages: languages.map(({ lang }) => lang), byWord };
}

/** What the engine needs; the rest is for people and pages. */
export type EnginePacks = Pick<Packs, 'signals' | 'places-pay'>;

/** Compiles the packs that the engine needs. Throws an Error that names the phrase when one cannot be compiled. */
export function compileRules(packs: EnginePacks): CompiledRules {
  return toEnd(compileRulesInSteps(packs));
}

/** The same, a few milliseconds at a time: in the background, adverts must not wait for a list to be compiled. */
export function* compileRulesInSteps(packs: EnginePacks): Generator<void, CompiledRules> {
  const signalsPack = packs.signals;
  const placesPay = packs['places-pay'];
  const setsOf = sharedSets(signalsPack);
  const targets: Target[] = [];
  const entries: PhraseEntry[] = [];
  const newTarget = (target: Target): number => targets.push(target) - 1;

  signalsPack.signals.forEach((signal, index) => {
    const target = newTarget({ type: 'signal', index });
    addPhrases(entries, target, signal.phrases, setsOf, signal.words, false);
    addPhrases(entries, target, signal.unless, setsOf, signal.words, true);
  });
  placesPay.places.forEach((place, index) => {
    const target = newTarget({ type: 'place', index });
    addWords(entries, target, place.aliases, true);
    addWords(entries, target, place.cities, true);
    addExceptions(entries, target, place);
    for (const [language, names] of Object.entries(place.exact ?? {})) {
      const exact = newTarget({
        type: 'place',
        index,
        exact: names.map((name) => name.normalize('NFC').toLowerCase()),
      });
      addWords(entries, exact, { [language]: names }, true);
      addExceptions(entries, exact, { ...place, aliases: { [language]: names } });
    }
  });
  for (const [index, role] of placesPay.roles.entries())
    addWords(entries, newTarget({ type: 'role', index }), role.words);
  for (const messenger of signalsPack.messengers) {
    const target = newTarget({ type: 'messenger', id: messenger.id });
    addPhrases(entries, target, messenger.phrases, setsOf, undefined, false);
    addPhrases(entries, target, messenger.unless, setsOf, undefined, true);
  }
  const periods: [Period, 'perHour' | 'perDay' | 'perWeek' | 'perMonth' | 'perYear'][] = [
    ['hour', 'perHour'],
    ['day', 'perDay'],
    ['week', 'perWeek'],
    ['month', 'perMonth'],
    ['year', 'perYear'],
  ];
  for (const [period, key] of periods) {
    const target = newTarget({ type: 'period', period });
    for (const { lang, afterSlash, notPeriods, [key]: words } of placesPay.numbers) {
      addWords(entries, target, { [lang]: [...words, ...(afterSlash?.[period] ?? []).map((word) => `/ ${word}`)] });
      for (const phrase of notPeriods ?? []) entries.push({ target, language: lang, phrase, cancels: true });
    }
  }
  for (const id of CONCEPTS) {
    const set = signalsPack.words.find((candidate) => candidate.id === id);
    if (set) addWords(entries, newTarget({ type: 'concept', id }), set.words);
  }

  const bands: EngineBand[] = placesPay.bands.flatMap((country) =>
    country.bands.map((band) => ({
      country: country.country,
      role: band.role,
      typicalUsd: band.monthlyUsd.typical,
      year: String(band.year),
      source: { title: band.sources[0]?.title ?? '', url: band.sources[0]?.url ?? '' },
    })),
  );
  bands.push(...incomeBands(placesPay.places));
  const { reason: _reason, ...scoring } = signalsPack.scoring;
  const { bias, weights } = signalsPack.weights;
  return {
    version: signalsPack.version,
    signals: signalsPack.signals.map((signal) => ({
      id: signal.id,
      group: signal.group,
      weight: weights[signal.id] ?? signal.weight,
      detector: signal.detector,
      alone: signal.alone ?? false,
      onlyWith: signal.onlyWith ?? [],
      kinds: signal.kinds ?? { 'scam-centre': 1 },
    })),
    combinations: signalsPack.combinations.map((rule) => ({
      id: rule.id,
      weight: weights[rule.id] ?? rule.weight,
      all: rule.all.map((entry) => entry.split('|')),
    })),
    places: placesPay.places.map(({ id, country, role, scope, strength, homeLanguages }) => ({
      id,
      country,
      role,
      scope,
      strength,
      homeLanguages: homeLanguages ?? [],
    })),
    roles: placesPay.roles.map(({ role, entryLevel }) => ({ role, entryLevel })),
    bands,
    employers: signalsPack.employers.flatMap((rule) =>
      rule.names.map((name) => ({ name: fold(name).text, domains: rule.domains })),
    ),
    targets,
    matcher: yield* compileMatcherInSteps(entries),
    money: compileMoney(placesPay, signalsPack.languages),
    scoring: { ...scoring, bias },
    glossary: compileGlossary(
      signalsPack.glossary,
      // A list without models judges nothing as a whole and needs to leave nothing out.
      signalsPack.wording || signalsPack.meaning ? signalsPack.words.find(({ id }) => id === PEOPLE) : undefined,
    ),
    ...(signalsPack.wording ? { wording: compilePieceModel('wording', signalsPack.wording) } : {}),
    ...(signalsPack.meaning ? { meaning: compilePieceModel('meaning', signalsPack.meaning) } : {}),
    common: compileCommon(signalsPack.languages),
    homeCountries: new Map(signalsPack.languages.languages.map((entry) => [entry.lang, entry.homes])),
  };
}
