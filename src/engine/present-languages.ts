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
/** One word may be common by chance in a language that the text is not written in; two seldom are. */
const ENOUGH_FOR_WORDS = 2;
/** A language is present with this share of the commonest one's words: texts mix languages. */
const LEAST_SHARE = 0.2;
const LAST_LATIN = 0x24f;

/** The first unit that is neither Latin nor Greek; none of the letters above stands before it. */
const FIRST_OTHER = 0x400;

/** Letters of scripts other than Latin and Greek. */
const isOtherScript = (code: number): boolean =>
  code <= 0x1fff || (code >= 0x3041 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3);

const IN_OTHER_SCRIPT = 1;
/** A bit for each set of letters by which languages are told; sets that are written alike share one. */
const letterSets = [
  ...new Set([...Object.values(OWN_SCRIPT), ...Object.values(OWN_LETTERS)].map(({ source }) => source)),
];
const bitOf = (letters: RegExp | undefined): number => (letters ? 2 << letterSets.indexOf(letters.source) : 0);
const letterBits = letterSets.map((source) => ({ bit: 2 << letterSets.indexOf(source), letters: new RegExp(source) }));

const UNKNOWN = -1;
/** The sets that a unit belongs to, from `FIRST_OTHER` on, filled on first meeting. */
const setsOfUnit = new Int32Array(0x10000 - FIRST_OTHER).fill(UNKNOWN);

function learnUnit(code: number): number {
  const character = String.fromCharCode(code);
  let sets = isOtherScript(code) ? IN_OTHER_SCRIPT : 0;
  for (const { bit, letters } of letterBits) if (letters.test(character)) sets |= bit;
  setsOfUnit[code - FIRST_OTHER] = sets;
  return sets;
}

/** The sets of letters that a text holds, read once for all languages. */
function setsOf({ codes, length }: Folded): number {
  let held = 0;
  for (let i = 0; i < length; i++) {
    const code = codes[i]!;
    if (code < FIRST_OTHER) continue;
    const sets = setsOfUnit[code - FIRST_OTHER]!;
    held |= sets === UNKNOWN ? learnUnit(code) : sets;
  }
  return held;
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
  /** The same for a single word, which may be one of many languages: where common words tell the language, only in it. */
  standsAlone(language: string, code: number): boolean;
}

/** What is known of a language before any text is. */
interface LanguageFacts {
  everywhere: boolean;
  /** Bits of its sets of letters; 0 where it has none of its own. */
  script: number;
  letters: number;
  writesHan: boolean;
  /** Place in the table of common words, or -1. */
  common: number;
}

const knownFacts = new WeakMap<CommonWords, Map<string, LanguageFacts>>();

function factsOf(common: CommonWords): (language: string) => LanguageFacts {
  let known = knownFacts.get(common);
  if (!known) {
    known = new Map();
    knownFacts.set(common, known);
  }
  const facts = known;
  return (language) => facts.get(language) ?? learnFacts(facts, common, language);
}

function learnFacts(known: Map<string, LanguageFacts>, common: CommonWords, language: string): LanguageFacts {
  const facts = {
    everywhere: EVERYWHERE.has(language),
    script: bitOf(OWN_SCRIPT[language]),
    letters: bitOf(OWN_LETTERS[language]),
    writesHan: HAN_WRITERS.has(language),
    common: common.languages.indexOf(language),
  };
  known.set(language, facts);
  return facts;
}

export function presentLanguages(folded: Folded, tokens: Tokens, common: CommonWords): PresentLanguages {
  const counts = countCommon(folded, tokens, common);
  let most = 0;
  for (let k = 0; k < counts.length; k++) if (counts[k]! > most) most = counts[k]!;
  const held = setsOf(folded);
  const inOther = (held & IN_OTHER_SCRIPT) !== 0;
  const isBrief = folded.length < TELLING;
  const factsOfLanguage = factsOf(common);

  const inScript = ({ script }: LanguageFacts): boolean => inOther && (held & script) !== 0;
  const inLetters = ({ letters }: LanguageFacts): boolean => isBrief || letters === 0 || (held & letters) !== 0;
  const inLatin = (facts: LanguageFacts): boolean => {
    if (facts.common < 0 || inScript(facts)) return inScript(facts);
    const count = counts[facts.common]!;
    return most >= ENOUGH ? count >= LEAST_SHARE * most : count > 0 || !inOther;
  };

  return {
    mayStand(language) {
      const facts = factsOfLanguage(language);
      if (facts.everywhere || inLatin(facts)) return true;
      return inOther && (inScript(facts) || (facts.letters !== 0 && inLetters(facts)));
    },
    stands(language, code) {
      const facts = factsOfLanguage(language);
      if (facts.everywhere) return true;
      if (code <= LAST_LATIN) return inLatin(facts);
      if (isHan(code)) return facts.writesHan ? inLetters(facts) : inScript(facts);
      return !isCyrillic(code) || inLetters(facts);
    },
    standsAlone(language, code) {
      const { everywhere, common } = factsOfLanguage(language);
      const isTold = most >= ENOUGH_FOR_WORDS && code <= LAST_LATIN && !everywhere && common >= 0;
      return isTold ? counts[common]! >= Math.max(1, LEAST_SHARE * most) : this.stands(language, code);
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
