import type { Packs, SignalsPack } from '../../packs/pack-files.ts';

const FURTHER = 9;
/** Longer ones are refused by the compiler; the few that would become so are left out. */
const LONGEST_PHRASE = 200;
/** Every phrase comes with nine of its kind, in which another word stands. */
export const HOW_TENFOLD =
  'every phrase nine times more, one of its parts replaced by a word that the lists of its language hold once';

type Signal = SignalsPack['signals'][number];
type WordsOf = ReadonlyMap<string, string[]>;

const ITEM = /\([^)]*\)|\S+/g;
const OPERATOR = /^(?:~|<>)\d+$/;
const PLAIN = /^[\p{L}\p{M}]{3,}$/u;

/** By language, words that stand in one list only and are none of the commonest: rare as those of new phrases would be. */
function rareWords({ words, signals, languages }: SignalsPack): WordsOf {
  const counts = new Map<string, Map<string, number>>();
  const count = (language: string, entries: string[]): void => {
    const known = counts.get(language) ?? new Map<string, number>();
    counts.set(language, known);
    for (const word of new Set(entries.flatMap((entry) => String(entry).toLowerCase().split(' '))))
      known.set(word, (known.get(word) ?? 0) + 1);
  };
  for (const set of words) for (const [language, entries] of Object.entries(set.words)) count(language, entries);
  for (const signal of signals)
    for (const [language, sets] of Object.entries(signal.words ?? {}))
      for (const entries of Object.values(sets)) count(language, entries);
  const common = new Set(languages.languages.flatMap((language) => language.common ?? []));
  return new Map(
    [...counts].map(([language, known]) => [
      language,
      [...known].filter(([word, times]) => times === 1 && PLAIN.test(word) && !common.has(word)).map(([word]) => word),
    ]),
  );
}

/** The phrase with another word in one place; where it has only one part, the word stands beside it. */
function varied(phrase: string, choice: number, word: string): string {
  const items: string[] = phrase.match(ITEM) ?? [];
  const parts = items.flatMap((item, at) => (OPERATOR.test(item) ? [] : [at]));
  if (parts.length < 2) return `${phrase} ${word}`;
  return items.with(parts[choice % parts.length]!, word).join(' ');
}

function furtherPhrases(signal: Signal, rare: WordsOf, next: () => number): Signal {
  const phrases = Object.entries(signal.phrases ?? {}).map(([language, list]) => {
    const words = rare.get(language) ?? [];
    if (words.length === 0) return [language, list];
    const further = list.flatMap((phrase) =>
      Array.from({ length: FURTHER }, (_, choice) => varied(String(phrase), choice, words[next() % words.length]!)),
    );
    return [language, [...list, ...further.filter((phrase) => phrase.length <= LONGEST_PHRASE)]];
  });
  return { ...signal, phrases: Object.fromEntries(phrases) };
}

/** The same packs with ten times the phrases of signals, the same ones every time. */
export function tenfoldPhrases(packs: Packs): Packs {
  const rare = rareWords(packs.signals);
  let at = 0;
  // A step without common divisors with list lengths, so that neighbours in a list do not come to the same phrase.
  const next = (): number => (at += 7919);
  const signals = packs.signals.signals.map((signal) => furtherPhrases(signal, rare, next));
  return { ...packs, signals: { ...packs.signals, signals } };
}

export function countPhrases({ signals }: Packs): number {
  return signals.signals.reduce((sum, { phrases }) => sum + Object.values(phrases ?? {}).flat().length, 0);
}
