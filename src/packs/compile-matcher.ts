import type { CompiledMatcher, Lists } from '../engine/compiled-matcher.ts';
import { fold } from '../engine/folding.ts';
import { classOf, hasUnspacedScript, LETTER } from '../engine/scripts.ts';
import { STEM_GROUPS, stemOf } from '../engine/stems.ts';
import { buildSubstringTrie } from '../engine/substring-trie.ts';
import { tokenize, WORD } from '../engine/tokens.ts';
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

/** Gathers integers under integer keys, without repeats, newest first when asked. */
class ListBuilder {
  private readonly rows: Set<number>[] = [];
  add(key: number, value: number): void {
    this.rows[key] ??= new Set();
    this.rows[key].add(value);
  }
  build(keys: number, lastFirst = false): Lists {
    const offsets = new Int32Array(keys + 1);
    const values: number[] = [];
    for (let key = 0; key < keys; key++) {
      const row = [...(this.rows[key] ?? [])];
      values.push(...(lastFirst ? row.toSorted((a, b) => b - a) : row));
      offsets[key + 1] = values.length;
    }
    return { offsets, values: Int32Array.from(values) };
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

function firstElements(stepBefore: number[], count: number): Uint8Array {
  const first = new Uint8Array(count);
  for (const before of stepBefore) if (before < 0) first[-1 - before] = 1;
  return first;
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
  const atomElements = new ListBuilder();
  const atomLiteralSteps = new ListBuilder();
  const literalElements = new ListBuilder();
  const elementSteps = new ListBuilder();
  const atomNumberSteps = new ListBuilder();
  const elementNumberSteps = new ListBuilder();
  const literalStepWaitsNumber: number[] = [];
  const stepWaitsNumber: number[] = [];
  const numberSteps: number[] = [];
  const numberElements = new Set<number>();
  const literalStepEnds: number[] = [];
  const literalStepBefore: number[] = [];
  const elementLanguage: number[] = [];
  const elementPatterns = new ListBuilder();
  const stepPattern: number[] = [];
  const stepBefore: number[] = [];
  const stepGap: number[] = [];
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
  const literalAtoms = new Map<string, number[]>();
  const setElements = new Map<string[], Map<string, number>>();

  function atomsOf(literal: string, { language, asWritten = false }: PhraseEntry): number[] {
    const key = `${language} ${asWritten} ${literal}`;
    let known = literalAtoms.get(key);
    if (!known) {
      known = readAtoms(literal, language, asWritten);
      literalAtoms.set(key, known);
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
      for (const key of keys) {
        const sequence = key.split(' ').map(Number);
        if (sequence.length === 1 && sequence[0] === numberAtom) numberElements.add(element);
        else if (sequence.length === 1) atomElements.add(sequence[0]!, element);
        else literalElements.add(literalOf(key, sequence), element);
      }
    });
  }

  function literalOf(key: string, sequence: number[]): number {
    return literals.of(key, (literal) => {
      for (let i = 1; i < sequence.length; i++) {
        const step = literalStepEnds.length;
        const waits = sequence[i] === numberAtom;
        if (!waits) atomLiteralSteps.add(sequence[i]!, step);
        else if (i === 1) atomNumberSteps.add(sequence[0]!, step);
        literalStepWaitsNumber.push(waits && i > 1 ? 1 : 0);
        literalStepBefore.push(i === 1 ? -1 - sequence[0]! : step - 1);
        literalStepEnds.push(i === sequence.length - 1 ? literal : -1);
      }
    });
  }

  function addPattern(parts: PhrasePart[], entry: PhraseEntry): void {
    const chain = parts.map((part) => ({ element: elementOf(part, entry), gap: part.gap }));
    const key = `${entry.target}|${entry.cancels ? 1 : 0}|${chain.map((link) => `${link.element}~${link.gap}`).join(' ')}`;
    if (patternKeys.has(key)) return;
    patternKeys.add(key);
    const pattern = patternTarget.length;
    patternTarget.push(entry.target);
    patternCancels.push(entry.cancels ? 1 : 0);
    patternLanguage.push(languages.of(entry.language));
    if (chain.length === 1) elementPatterns.add(chain[0]!.element, pattern);
    for (let i = 1; i < chain.length; i++) {
      const step = stepPattern.length;
      const { element } = chain[i]!;
      const before = chain[i - 1]!.element;
      elementSteps.add(element, step);
      const waits = numberElements.has(element);
      if (waits && i === 1) elementNumberSteps.add(before, step);
      if (waits && i === 1 && numberElements.has(before)) numberSteps.push(step);
      stepWaitsNumber.push(waits && i > 1 ? 1 : 0);
      stepBefore.push(i === 1 ? -1 - chain[0]!.element : step - 1);
      stepPattern.push(i === chain.length - 1 ? pattern : -1);
      stepGap.push(ADJACENT_GAP + chain[i]!.gap * WORD);
    }
  }

  for (const [index, entry] of entries.entries()) {
    if (index % STEP === STEP - 1) yield;
    const parsed = parsePhrase(entry.phrase);
    if (!parsed.ok) throw new Error(`"${entry.phrase}" (${entry.language}): ${parsed.error}`);
    for (const parts of inEveryOrder(parsed.parts)) addPattern(parts, entry);
  }

  const prefixLengths = [...prefixes.keys()].map((prefix) => prefix.length);
  return {
    words: {
      exact,
      stems,
      prefixes,
      shortestPrefix: prefixLengths.length ? Math.min(...prefixLengths) : 1,
      longestPrefix: Math.max(0, ...prefixLengths),
      number: numberAtom,
    },
    substrings: buildSubstringTrie(substrings),
    atomCount: atoms.numbers.size,
    atomElements: atomElements.build(atoms.numbers.size),
    atomLiteralSteps: atomLiteralSteps.build(atoms.numbers.size, true),
    literalStepBefore: Int32Array.from(literalStepBefore),
    literalStepEnds: Int32Array.from(literalStepEnds),
    literalElements: literalElements.build(literals.numbers.size),
    elementCount: elements.numbers.size,
    elementLanguage: Uint8Array.from(elementLanguage),
    elementIsFirst: firstElements(stepBefore, elements.numbers.size),
    elementPatterns: elementPatterns.build(elements.numbers.size),
    elementSteps: elementSteps.build(elements.numbers.size, true),
    stepBefore: Int32Array.from(stepBefore),
    elementHasNumber: Uint8Array.from({ length: elements.numbers.size }, (_, element) =>
      numberElements.has(element) ? 1 : 0,
    ),
    elementNumberSteps: elementNumberSteps.build(elements.numbers.size),
    stepWaitsNumber: Uint8Array.from(stepWaitsNumber),
    numberSteps: Int32Array.from(numberSteps),
    atomNumberSteps: atomNumberSteps.build(atoms.numbers.size),
    literalStepWaitsNumber: Uint8Array.from(literalStepWaitsNumber),
    stepPattern: Int32Array.from(stepPattern),
    stepGap: Int32Array.from(stepGap),
    patternTarget: Int32Array.from(patternTarget),
    patternCancels: Uint8Array.from(patternCancels),
    patternLanguage: Uint8Array.from(patternLanguage),
    languages: [...languages.numbers.keys()],
  };
}
