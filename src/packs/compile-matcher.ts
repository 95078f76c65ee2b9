import type { CompiledMatcher, Lists } from '../engine/compiled-matcher.ts';
import { fold } from '../engine/folding.ts';
import { PackedMap, packMap } from '../engine/packed-map.ts';
import { classOf, hasUnspacedScript, LETTER } from '../engine/scripts.ts';
import { STEM_GROUPS, stemOf } from '../engine/stems.ts';
import { buildSubstringTrie } from '../engine/substring-trie.ts';
import { tokenize, WORD } from '../engine/tokens.ts';
import { chooseAnchors } from './choose-anchors.ts';
import { layOut } from './lay-out-anchors.ts';
import { inEveryOrder, type PhrasePart, parsePhrase } from './phrase-syntax.ts';

/** A phrase of one language and what it stands for. */
export interface PhraseEntry {
  target: number;
  language: string;
  phrase: string;
  cancels?: boolean;
  /** Names: compared as written, never by stem ("Laos" is not "lao"). */
  asWritten?: boolean;
  /** Word sets that the phrase may name, by name. */
  sets?: Record<string, string[]>;
}

const ADJACENT_GAP = 2;

/** Written in the same letters, present together: their elements are shared. */
const PRESENT_WITH: Record<string, string> = { 'zh-Hant': 'zh-Hans' };

/** Lists under keys 0, 1, 2 … in turn. */
class ListsInTurn {
  readonly offsets = [0];
  readonly values: number[] = [];
  add(row: Iterable<number>): void {
    for (const value of row) this.values.push(value);
    this.offsets.push(this.values.length);
  }
  build(): Lists {
    return { offsets: Int32Array.from(this.offsets), values: Int32Array.from(this.values) };
  }
}

/** Gives equal keys one number. */
class Numbering {
  readonly numbers = new Map<string, number>();
  of(key: string, onNew?: (number: number) => void): number {
    let number = this.numbers.get(key);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(key, number);
      onNew?.(number);
    }
    return number;
  }
}

/** Cuts emoji and the like from the letters they touch: "➕v" is two atoms, not the letter "v". */
function apart(item: string): string[] {
  return item
    .split(/((?:\p{Extended_Pictographic}|\p{Regional_Indicator})+[\u200d\ufe0f]*)/u)
    .filter((part) => part !== '' && part !== '\ufe0f');
}

const IN_ASCII = /^[\x20-\x7e]*$/;
/** Folding changes nothing in such a word; it is most of the words there are. */
const PLAIN_WORD = /^[a-z]+$/;

/** What stands between two spaces of a phrase: words, or what is looked for anywhere in a text. */
function readItem(item: string): { substring?: string; words: string[] } {
  if (PLAIN_WORD.test(item)) return { words: [item] };
  const folded = fold(item);
  const isWord = [...folded.text].some((c) => classOf(c.charCodeAt(0)) === LETTER || /\d/.test(c));
  if (hasUnspacedScript(folded.text) || !isWord) return { substring: folded.text, words: [] };
  const { count, starts, ends } = tokenize(folded);
  const words = Array.from({ length: count }, (_, t) => folded.text.slice(starts[t], ends[t]).replaceAll("'", ''));
  return { words };
}

/** Goes through all pauses at once. */
export function toEnd<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export function compileMatcher(entries: PhraseEntry[]): CompiledMatcher {
  return toEnd(compileMatcherInSteps(entries));
}

/** Phrases compiled between two pauses: a few milliseconds. */
const STEP = 256;

/**
 * Compiles phrases of all languages into one matcher, pausing now and then, so that whoever compiles beside other work
 * can let it through. Throws an Error that names the phrase when its syntax is wrong.
 */
export function* compileMatcherInSteps(entries: PhraseEntry[]): Generator<void, CompiledMatcher> {
  const atoms = new Numbering();
  const exact = new Map<string, number>();
  const stems = new Map<string, Map<string, number>>();
  const prefixes = new Map<string, number>();
  const substrings = new Map<string, number>();
  let numberAtom = -1;

  const literals = new Numbering();
  const elements = new Numbering();
  const literalAtoms = new ListsInTurn();
  const elementLiterals = new ListsInTurn();
  const elementLanguage: number[] = [];
  const patternElements = new ListsInTurn();
  const patternGaps: number[] = [];
  const patternTarget: number[] = [];
  const patternCancels: number[] = [];
  const patternLanguage: number[] = [];
  const languages = new Numbering();
  const patternKeys = new Set<string>();

  function wordAtom(word: string, language: string, asWritten: boolean): number {
    const stemmed = !asWritten && STEM_GROUPS.find((group) => group.language === language && group.script.test(word));
    if (stemmed && word.length >= 3 && !/\d/.test(word)) {
      const stem = stemOf(language, word);
      return atoms.of(`${language}:${stem}`, (atom) => {
        const group = stems.get(language) ?? new Map<string, number>();
        stems.set(language, group.set(stem, atom));
      });
    }
    return atoms.of(`=${word}`, (atom) => exact.set(word, atom));
  }

  /** The words of a set stand in hundreds of phrases: they are folded and stemmed once. */
  const readLiterals = new Map<string, number[]>();
  const setElements = new Map<string[], Map<string, number>>();

  function atomsOf(literal: string, { language, asWritten = false }: PhraseEntry): number[] {
    const key = `${language} ${asWritten} ${literal}`;
    let known = readLiterals.get(key);
    if (!known) {
      known = readAtoms(literal, language, asWritten);
      readLiterals.set(key, known);
    }
    return known;
  }

  /** Atoms of one literal, e.g. "air ticket*" or "包机票". */
  function readAtoms(literal: string, language: string, asWritten: boolean): number[] {
    const out: number[] = [];
    const items = literal.split(/\s+/);
    for (const item of IN_ASCII.test(literal) ? items.filter(Boolean) : items.flatMap(apart)) {
      if (item === '#') {
        numberAtom = atoms.of('#');
        out.push(numberAtom);
        continue;
      }
      const isPrefix = item.endsWith('*') && item.length > 1;
      const { substring, words } = readItem(isPrefix ? item.slice(0, -1) : item);
      if (substring) out.push(atoms.of(`~${substring}`, (atom) => substrings.set(substring, atom)));
      for (const [index, word] of words.entries()) {
        if (isPrefix && index === words.length - 1) out.push(atoms.of(`^${word}`, (atom) => prefixes.set(word, atom)));
        else out.push(wordAtom(word, language, asWritten));
      }
    }
    return out;
  }

  function elementOf(part: PhrasePart, entry: PhraseEntry): number {
    const texts = part.literals ?? entry.sets?.[part.set!];
    if (!texts) throw new Error(`"${entry.phrase}" (${entry.language}): no word set {${part.set}}`);
    if (part.literals) return elementOfTexts(texts, part, entry);
    const key = `${entry.language} ${entry.asWritten ?? false}`;
    const byKey = setElements.get(texts) ?? new Map<string, number>();
    const element = byKey.get(key) ?? elementOfTexts(texts, part, entry);
    setElements.set(texts, byKey.set(key, element));
    return element;
  }

  function elementOfTexts(texts: string[], part: PhrasePart, entry: PhraseEntry): number {
    const sequences = texts.map((text) => atomsOf(text, entry)).filter((sequence) => sequence.length > 0);
    if (sequences.length === 0)
      throw new Error(`"${entry.phrase}" (${entry.language}): {${part.set ?? texts.join('|')}} holds no words`);
    const keys = [...new Set(sequences.map((sequence) => sequence.join(' ')))].sort();
    const language = languages.of(PRESENT_WITH[entry.language] ?? entry.language);
    return elements.of(`${language}:${keys.join(';')}`, (element) => {
      elementLanguage[element] = language;
      elementLiterals.add(keys.filter(isFound).map(literalOf));
    });
  }

  /** What begins with two numbers ("18-25") was never found while the weights were learned, so it is not found now. */
  function isFound(key: string): boolean {
    const [first, second] = key.split(' ');
    return first !== second || Number(first) !== numberAtom;
  }

  /** A single atom, or -1 - literal. */
  function literalOf(key: string): number {
    const sequence = key.split(' ').map(Number);
    return sequence.length === 1 ? sequence[0]! : -1 - literals.of(key, () => literalAtoms.add(sequence));
  }

  function addPattern(parts: PhrasePart[], entry: PhraseEntry): void {
    const chain = parts.map((part) => ({ element: elementOf(part, entry), gap: part.gap }));
    const key = `${entry.target}|${entry.cancels ? 1 : 0}|${chain.map((link) => `${link.element}~${link.gap}`).join(' ')}`;
    if (patternKeys.has(key)) return;
    patternKeys.add(key);
    patternTarget.push(entry.target);
    patternCancels.push(entry.cancels ? 1 : 0);
    patternLanguage.push(languages.of(entry.language));
    patternElements.add(chain.map((link) => link.element));
    for (const { gap } of chain) patternGaps.push(ADJACENT_GAP + gap * WORD);
  }

  for (const [index, entry] of entries.entries()) {
    if (index % STEP === STEP - 1) yield;
    const parsed = parsePhrase(entry.phrase);
    if (!parsed.ok) throw new Error(`"${entry.phrase}" (${entry.language}): ${parsed.error}`);
    for (const parts of inEveryOrder(parsed.parts)) addPattern(parts, entry);
  }

  const parts = {
    atomCount: atoms.numbers.size,
    numberAtom,
    commonAtoms: [],
    literalAtoms: literalAtoms.build(),
    elementLiterals: elementLiterals.build(),
    patternElements: patternElements.build(),
  };
  const prefixLengths = [...prefixes.keys()].map((prefix) => prefix.length);
  return {
    words: {
      exact: new PackedMap(packMap(exact)),
      stems: new Map([...stems].map(([language, group]) => [language, new PackedMap(packMap(group))])),
      prefixes: new PackedMap(packMap(prefixes)),
      shortestPrefix: prefixLengths.length ? Math.min(...prefixLengths) : 1,
      longestPrefix: Math.max(0, ...prefixLengths),
      number: numberAtom,
    },
    substrings: buildSubstringTrie(substrings),
    atomCount: parts.atomCount,
    ...layOut({ ...parts, languageCount: languages.numbers.size, elementLanguage, ...chooseAnchors(parts) }),
    literalAtoms: parts.literalAtoms,
    elementLanguage: Uint8Array.from(elementLanguage),
    patternElements: parts.patternElements,
    patternGaps: Uint8Array.from(patternGaps),
    patternTarget: Int32Array.from(patternTarget),
    patternCancels: Uint8Array.from(patternCancels),
    patternLanguage: Uint8Array.from(patternLanguage),
    languages: [...languages.numbers.keys()],
  };
}
