import type { CompiledMatcher, Hit } from './compiled-matcher.ts';
import type { Folded } from './folding.ts';
import type { Matcher } from './matcher.ts';
import type { Tokens } from './tokens.ts';

/** Folded common word of Latin writing → indexes of `languages` that use it. */
export interface CommonWords {
  languages: string[];
  byWord: Map<string, number[]>;
}

/** Languages with a script of their own, whose Latin spellings are romanised or borrowed. */
const OWN_SCRIPT: Record<string, RegExp> = {
  'zh-Hans': /[\u4e00-\u9fff]/,
  'zh-Hant': /[\u4e00-\u9fff]/,
  ja: /[\u3041-\u30ff]/,
  ko: /[\uac00-\ud7a3]/,
  th: /[\u0e01-\u0e5b]/,
  lo: /[\u0e81-\u0edf]/,
  km: /[\u1780-\u17ff]/,
  my: /[\u1000-\u109f]/,
  hi: /[\u0901-\u097f]/,
  ne: /[\u0901-\u097f]/,
  bn: /[\u0981-\u09fb]/,
  ta: /[\u0b82-\u0bfa]/,
  si: /[\u0d82-\u0df4]/,
  am: /[\u1200-\u137f]/,
  ur: /[\u0620-\u06ff]/,
  ar: /[\u0620-\u06ff]/,
  ru: /[\u0430-\u045f]/,
  uk: /[\u0430-\u045f]/,
  kk: /[\u0430-\u045f]/,
};
/** Letters, folded, that no longer text of a language lacks and its neighbours of the same script do not write. */
const OWN_LETTERS: Record<string, RegExp> = {
  ja: OWN_SCRIPT.ja!,
  uk: /[\u0456\u0454\u0491]/,
  kk: /[\u0456\u04d9\u0493\u049b\u04a3\u04e9\u04b1\u04bb]/,
  uz: /[\u049b\u0493\u04b3]/,
};
/** A shorter text may lack the letters that tell its language, in UTF-16 units. */
const TELLING = 36;
const HAN_WRITERS = new Set(['zh-Hans', 'zh-Hant', 'ja']);
/** Everybody borrows English; names and signs are everybody's. */
const EVERYWHERE = new Set(['en', 'any', 'emoji']);
/** With fewer common words than this nobody can tell. */
const ENOUGH = 3;
/** A language is present with this share of the commonest one's words: texts mix languages. */
const LEAST_SHARE = 0.2;
const LAST_LATIN = 0x24f;
const OTHER_SCRIPT = /[\u0400-\u1fff\u3041-\u9fff\uac00-\ud7a3]/;

function countCommon(folded: Folded, tokens: Tokens, common: CommonWords): Int32Array {
  const counts = new Int32Array(common.languages.length);
  for (let t = 0; t < tokens.count; t++) {
    const end = tokens.ends[t]!;
    const start = tokens.starts[t]!;
    if (end - start > 9) continue;
    const languages = common.byWord.get(folded.text.slice(start, end));
    if (languages) for (const language of languages) counts[language]!++;
  }
  return counts;
}

const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff;
const isCyrillic = (code: number): boolean => code >= 0x400 && code <= 0x52f;

/** Which languages a text is written in, as far as their letters are also those of other languages. */
export interface PresentLanguages {
  /** False when no phrase of the language counts anywhere in the text. */
  mayStand(language: string): boolean;
  /** Whether a phrase of the language counts that begins with this unit. */
  stands(language: string, code: number): boolean;
}

export function presentLanguages(folded: Folded, tokens: Tokens, common: CommonWords): PresentLanguages {
  const counts = countCommon(folded, tokens, common);
  const most = Math.max(0, ...counts);
  const inOther = OTHER_SCRIPT.test(folded.text);

  const inScript = once((language) => inOther && (OWN_SCRIPT[language]?.test(folded.text) ?? false));
  const inLetters = once((language) => folded.length < TELLING || (OWN_LETTERS[language]?.test(folded.text) ?? true));
  const inLatin = once((language) => {
    const index = common.languages.indexOf(language);
    if (index < 0 || inScript(language)) return inScript(language);
    if (most >= ENOUGH) return counts[index]! >= LEAST_SHARE * most;
    return counts[index]! > 0 || !inOther;
  });

  return {
    mayStand: (language) =>
      EVERYWHERE.has(language) ||
      inLatin(language) ||
      inScript(language) ||
      (inOther && language in OWN_LETTERS && inLetters(language)),
    stands(language, code) {
      if (EVERYWHERE.has(language)) return true;
      if (code <= LAST_LATIN) return inLatin(language);
      if (isHan(code)) return HAN_WRITERS.has(language) ? inLetters(language) : inScript(language);
      return !isCyrillic(code) || inLetters(language);
    },
  };
}

function once(tell: (language: string) => boolean): (language: string) => boolean {
  const told = new Map<string, boolean>();
  return (language) => {
    const known = told.get(language) ?? tell(language);
    told.set(language, known);
    return known;
  };
}

/** Phrases found in a text, of the languages it is written in. */
export function findWritten(
  matcher: Matcher,
  { languages, patternLanguage }: CompiledMatcher,
  folded: Folded,
  tokens: Tokens,
  present: PresentLanguages,
): Hit[] {
  return matcher
    .find(folded, tokens, present.mayStand)
    .filter((hit) => present.stands(languages[patternLanguage[hit.pattern]!]!, folded.codes[hit.start]!));
}
