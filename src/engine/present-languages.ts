import type { CompiledMatcher, Hit } from './compiled-matcher.ts';
import type { Folded } from './folding.ts';
import type { Matcher } from './matcher.ts';
import { PackedMap, packMap } from './packed-map.ts';
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

/** Letters of scripts other than Latin and Greek. */
function hasOtherScript({ codes, length }: Folded): boolean {
  for (let i = 0; i < length; i++) {
    const code = codes[i]!;
    if (code < 0x400) continue;
    if (code <= 0x1fff || (code >= 0x3041 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3)) return true;
  }
  return false;
}

const wordNumbers = new WeakMap<CommonWords, PackedMap>();

/** The common words by the units of a text: finding one makes no string. Values are places in `lists`. */
function wordsOf(common: CommonWords): PackedMap {
  let words = wordNumbers.get(common);
  if (!words) {
    words = new PackedMap(packMap(new Map([...common.byWord.keys()].map((word, index) => [word, index]))));
    wordNumbers.set(common, words);
  }
  return words;
}

const lists = new WeakMap<CommonWords, number[][]>();

function listsOf(common: CommonWords): number[][] {
  let known = lists.get(common);
  if (!known) {
    known = [...common.byWord.values()];
    lists.set(common, known);
  }
  return known;
}

const LONGEST_COMMON = 9;

function countCommon({ codes }: Folded, { count, starts, ends, hashes }: Tokens, common: CommonWords): Int32Array {
  const counts = new Int32Array(common.languages.length);
  const words = wordsOf(common);
  const languagesOf = listsOf(common);
  for (let t = 0; t < count; t++) {
    const start = starts[t]!;
    const end = ends[t]!;
    if (end - start > LONGEST_COMMON) continue;
    const number = words.find(codes, start, end, hashes[t]!);
    if (number >= 0) for (const language of languagesOf[number]!) counts[language]!++;
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

/** Languages by number, so that what is known of one in a text is a look into an array. */
const numbers = new Map<string, number>();

function numberOf(language: string): number {
  let number = numbers.get(language);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(language, number);
  }
  return number;
}

const UNKNOWN = 0;
const NO = 1;
const YES = 2;

/** A question about a language, asked of the text once. */
function once(tell: (language: string) => boolean): (language: string) => boolean {
  let told = new Uint8Array(64);
  return (language) => {
    const number = numberOf(language);
    if (number >= told.length) {
      const larger = new Uint8Array(number * 2);
      larger.set(told);
      told = larger;
    }
    if (told[number] === UNKNOWN) told[number] = tell(language) ? YES : NO;
    return told[number] === YES;
  };
}

export function presentLanguages(folded: Folded, tokens: Tokens, common: CommonWords): PresentLanguages {
  const counts = countCommon(folded, tokens, common);
  let most = 0;
  for (let k = 0; k < counts.length; k++) if (counts[k]! > most) most = counts[k]!;
  const inOther = hasOtherScript(folded);

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
      (inOther && (inScript(language) || (language in OWN_LETTERS && inLetters(language)))),
    stands(language, code) {
      if (EVERYWHERE.has(language)) return true;
      if (code <= LAST_LATIN) return inLatin(language);
      if (isHan(code)) return HAN_WRITERS.has(language) ? inLetters(language) : inScript(language);
      return !isCyrillic(code) || inLetters(language);
    },
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
  const hits = matcher.find(folded, tokens, present.mayStand);
  return hits.filter((hit) => present.stands(languages[patternLanguage[hit.pattern]!]!, folded.codes[hit.start]!));
}
