import type { EnginePacks } from './compile-rules.ts';
import { ENGINE_VERSION, PACK_FORMAT, type PackedSignal, type SignalsPack } from './pack-files.ts';

/** Word sets, languages and scoring of the project's own list, which every subscription shares. */
export type SharedWords = Pick<SignalsPack, 'words' | 'languages' | 'scoring'>;

/** Packs from which the signals of a subscription are compiled, apart from the project's: nothing else of theirs is used. */
export function subscriptionPacks(signals: PackedSignal[], shared: SharedWords, version: string): EnginePacks {
  const head = { format: PACK_FORMAT, minEngine: ENGINE_VERSION, version };
  const { words, languages, scoring } = shared;
  return {
    signals: {
      pack: 'signals',
      ...head,
      signals,
      words,
      glossary: [],
      languages,
      scoring,
      combinations: [],
      messengers: [],
      employers: [],
      weights: { bias: 0, weights: {} },
    },
    'places-pay': { pack: 'places-pay', ...head, places: [], bands: [], roles: [], currencies: [], numbers: [] },
  };
}

/** Tells which shared word sets there are in a language. */
export function setsOf({ words }: Pick<SharedWords, 'words'>): (language: string, set: string) => boolean {
  const known = new Set(words.flatMap((set) => Object.keys(set.words).map((language) => `${language} ${set.id}`)));
  return (language, set) => known.has(`${language} ${set}`);
}
