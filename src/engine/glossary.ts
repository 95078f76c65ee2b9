import { plainSpellings } from './disguises.ts';
import { HASH_START, hashWith, type PackedMap, type WordMap } from './packed-map.ts';
import type { PersonalMask } from './personal-words.ts';
import type { Reading } from './reading.ts';
import { classOf, IDEOGRAPH, UNSPACED } from './scripts.ts';

/**
 * Everyday words of all languages and the concepts they stand for, so that what is learned of an advert in one language
 * holds in the others.
 */
export interface Glossary {
  concepts: string[];
  languages: string[];
  /** Folded word, or up to three words with a space between → where its senses begin. */
  words: WordMap;
  /** Folded beginning of words with any ending → where its senses begin. */
  stems: WordMap;
  /** For each entry the number of its senses, then each as `concept * languages.length + language`. */
  senses: Int32Array;
}

/** Concepts in the order of the text; a word of two senses gives two. */
export interface Concepts {
  count: number;
  /** Index in `Glossary.concepts`. */
  ids: number[];
  /** Folded ranges. */
  starts: number[];
  ends: number[];
}

const MOST_WORDS = 3;
const SHORTEST_STEM = 3;
const LONGEST_STEM = 14;
const LONGEST_UNSPACED = 12;
const SPACE = 32;

/** Peoples, languages, faiths and genders: read so as to leave them out. */
export const PEOPLE = 'people';

/** Makes the reader of concepts; linear in the text. It leaves out what `mask` marks, and marks words for peoples in it. */
export function createConceptReader(glossary: Glossary): (reading: Reading, mask: PersonalMask) => Concepts {
  const words = glossary.words as PackedMap;
  const stems = glossary.stems as PackedMap;
  const { senses, languages } = glossary;
  const people = glossary.concepts.indexOf(PEOPLE);
  const hashes = new Int32Array(Math.max(LONGEST_STEM, LONGEST_UNSPACED) + 1);

  return (reading, mask) => {
    const { folded, tokens, present } = reading;
    const { codes, length } = folded;
    const concepts: Concepts = { count: 0, ids: [], starts: [], ends: [] };
    const known = new Map<number, boolean>();
    const mayStand = (language: number, code: number): boolean => {
      const key = language * 65_536 + code;
      let stands = known.get(key);
      if (stands === undefined) {
        stands = present.standsAlone(languages[language]!, code);
        known.set(key, stands);
      }
      return stands;
    };
    /** Adds what an entry means in the languages of the text; false when it means nothing in them. */
    const add = (entry: number, start: number, end: number): boolean => {
      const before = concepts.count;
      const last = entry + senses[entry]!;
      for (let k = entry + 1; k <= last; k++) {
        const sense = senses[k]!;
        const concept = Math.floor(sense / languages.length);
        if (!mayStand(sense % languages.length, codes[start]!)) continue;
        if (concept === people) {
          mask.fill(1, start, end);
          concepts.ids.length = before;
          concepts.starts.length = before;
          concepts.ends.length = before;
          concepts.count = before;
          return true;
        }
        let isNew = true;
        for (let c = before; c < concepts.count; c++) if (concepts.ids[c] === concept) isNew = false;
        if (!isNew) continue;
        concepts.ids.push(concept);
        concepts.starts.push(start);
        concepts.ends.push(end);
        concepts.count++;
      }
      return concepts.count > before;
    };
    const addWords = (token: number): number => {
      let hash = tokens.hashes[token]!;
      const start = tokens.starts[token]!;
      const found: [entry: number, end: number, count: number][] = [];
      for (let count = 1; count <= MOST_WORDS && token + count <= tokens.count; count++) {
        const last = token + count - 1;
        if (count > 1) {
          const gap = tokens.ends[last - 1]!;
          if (tokens.starts[last] !== gap + 1 || codes[gap] !== SPACE) break;
          for (let i = gap; i < tokens.ends[last]!; i++) hash = hashWith(hash, codes[i]!);
        }
        const entry = words.find(codes, start, tokens.ends[last]!, hash);
        if (entry >= 0) found.push([entry, tokens.ends[last]!, count]);
      }
      for (const [entry, end, count] of found.reverse()) if (add(entry, start, end)) return count;
      return 0;
    };
    /** A word in one of the spellings that hide it: digits for letters, letters doubled. */
    const addPlain = (start: number, end: number): void => {
      for (const spelling of plainSpellings(folded.text.slice(start, end))) {
        const entry = words.get(spelling);
        if (entry !== undefined && add(entry, start, end)) return;
      }
    };
    const addStem = (start: number, end: number): boolean => {
      const longest = Math.min(LONGEST_STEM, end - start);
      hashes[0] = HASH_START;
      for (let k = 0; k < longest; k++) hashes[k + 1] = hashWith(hashes[k]!, codes[start + k]!);
      for (let size = longest; size >= SHORTEST_STEM; size--) {
        const entry = stems.find(codes, start, start + size, hashes[size]!);
        if (entry >= 0 && add(entry, start, end)) return true;
      }
      return false;
    };
    const addUnspaced = (start: number, limit: number): number => {
      hashes[0] = HASH_START;
      let longest = 0;
      while (longest < LONGEST_UNSPACED && start + longest < limit && isUnspaced(codes[start + longest]!)) {
        hashes[longest + 1] = hashWith(hashes[longest]!, codes[start + longest]!);
        longest++;
      }
      for (let size = longest; size >= 1; size--) {
        const entry = words.find(codes, start, start + size, hashes[size]!);
        if (entry >= 0 && add(entry, start, start + size)) return size;
      }
      return 1;
    };

    let token = 0;
    for (let at = 0; at < length; ) {
      while (token < tokens.count && tokens.starts[token]! < at) token++;
      if (isUnspaced(codes[at]!)) {
        at += mask[at] === 1 ? 1 : addUnspaced(at, length);
        continue;
      }
      if (token >= tokens.count || tokens.starts[token]! > at) {
        at++;
        continue;
      }
      const end = tokens.ends[token]!;
      const used = mask[at] === 1 ? 1 : addWords(token);
      if (used === 0 && !addStem(at, end)) addPlain(at, end);
      at = used > 1 ? tokens.ends[token + used - 1]! : end;
    }
    return concepts;
  };
}

function isUnspaced(code: number): boolean {
  const kind = classOf(code);
  return kind === IDEOGRAPH || kind === UNSPACED;
}
