import type { Folded } from './folding.ts';
import type { CompiledMatcher, Hit } from './matcher.ts';
import type { Tokens } from './tokens.ts';

/** Folded common word of Latin writing → indexes of `languages` that use it. */
export interface CommonWords {
  languages: string[];
  byWord: Map<string, number[]>;
}

/** Languages with a script of their own, whose Latin spellings are romanised or borrowed. */
const OWN_SCRIPT: Record<string, RegExp> = {
  'zh-Hans': /[\u4e00-\u9fff]/, 'zh-Hant': /[\u4e00-\u9fff]/, ja: /[\u3041-\u30ff]/, ko: /[\uac00-\ud7a3]/, th: /[\u0e01-\u0e5b]/,
  lo: /[\u0e81-\u0edf]/, km: /[\u1780-\u17ff]/, my: /[\u1000-\u109f]/, hi: /[\u0901-\u097f]/, ne: /[\u0901-\u097f]/, bn: /[\u0981-\u09fb]/,
  ta: /[\u0b82-\u0bfa]/, si: /[\u0d82-\u0df4]/, am: /[\u1200-\u137f]/, ur: /[\u0620-\u06ff]/, ar: /[\u0620-\u06ff]/, ru: /[\u0430-\u045f]/,
  uk: /[\u0430-\u045f]/, kk: /[\u0430-\u045f]/,
};
/** Everybody borrows English; names and signs are everybody's. */
const EVERYWHERE = new Set(['en', 'any', 'emoji']);
/** With fewer common words than this nobody can tell. */
const ENOUGH = 3;
/** A language is present with this share of the commonest one's words: texts mix languages. */
const LEAST_SHARE = 0.2;
const LAST_LATIN = 0x24f;

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

/** Drops hits in Latin letters by phrases of a language the text is not written in. */
export function withoutForeignHits(hits: Hit[], folded: Folded, tokens: Tokens, compiled: CompiledMatcher, common: CommonWords): Hit[] {
  if (hits.length === 0) return hits;
  const counts = countCommon(folded, tokens, common);
  const most = Math.max(0, ...counts);
  if (most < ENOUGH) return hits;
  const present = new Map<string, boolean>();
  const isPresent = (language: string): boolean => {
    let known = present.get(language);
    if (known === undefined) {
      const index = common.languages.indexOf(language);
      known = (index >= 0 && counts[index]! >= LEAST_SHARE * most) || (OWN_SCRIPT[language]?.test(folded.text) ?? false);
      present.set(language, known);
    }
    return known;
  };
  return hits.filter((hit) => {
    const language = compiled.languages[compiled.patternLanguage[hit.pattern]!]!;
    return EVERYWHERE.has(language) || folded.codes[hit.start]! > LAST_LATIN || isPresent(language);
  });
}
