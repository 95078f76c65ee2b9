import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import spanish from 'natural/lib/natural/stemmers/porter_stemmer_es.js';
import french from 'natural/lib/natural/stemmers/porter_stemmer_fr.js';
import portuguese from 'natural/lib/natural/stemmers/porter_stemmer_pt.js';
import russian from 'natural/lib/natural/stemmers/porter_stemmer_ru.js';
import ukrainian from 'natural/lib/natural/stemmers/porter_stemmer_uk.js';

/** The only door to `natural`'s stemmers. Input and output are folded words. */
type Stem = (word: string) => string;

const ARABIC_PREFIXES = ['وال', 'بال', 'كال', 'فال', 'لل', 'ال'];
const ARABIC_SUFFIXES = ['ها', 'ان', 'ات', 'ون', 'ين', 'يه', 'ه', 'ي'];

/** Light stemming for Arabic: article and one ending, as in Larkey's "light" stemmers; `natural` has none. */
function arabic(word: string): string {
  let stem = word;
  if (stem.length > 4 && stem.startsWith('و') && !stem.startsWith('وال')) stem = stem.slice(1);
  const prefix = ARABIC_PREFIXES.find((p) => stem.startsWith(p) && stem.length - p.length >= 3);
  if (prefix) stem = stem.slice(prefix.length);
  const suffix = ARABIC_SUFFIXES.find((s) => stem.endsWith(s) && stem.length - s.length >= 3);
  return suffix ? stem.slice(0, -suffix.length) : stem;
}

interface StemGroup {
  language: string;
  /** First units of the script for which the stemmer is meant. */
  script: RegExp;
  stem: Stem;
}

/** Languages whose words are compared by stem; the words of all others are compared as written. */
export const STEM_GROUPS: readonly StemGroup[] = [
  { language: 'en', script: /^[a-z]/, stem: (word) => porter.stem(word) },
  { language: 'es', script: /^[a-z]/, stem: (word) => spanish.stem(word) },
  { language: 'fr', script: /^[a-z]/, stem: (word) => french.stem(word) },
  { language: 'pt', script: /^[a-z]/, stem: (word) => portuguese.stem(word) },
  { language: 'ru', script: /^[\u0430-\u045f]/, stem: (word) => russian.stem(word) },
  { language: 'uk', script: /^[\u0430-\u045f]/, stem: (word) => ukrainian.stem(word) },
  { language: 'ar', script: /^[\u0620-\u064a]/, stem: arabic },
];

/** Stem of a folded word in one language; the word itself where there is no stemmer. */
export function stemOf(language: string, word: string): string {
  const group = STEM_GROUPS.find((g) => g.language === language);
  if (!group || word.length < 3 || /\d/.test(word) || !group.script.test(word)) return word;
  return group.stem(word) || word;
}
