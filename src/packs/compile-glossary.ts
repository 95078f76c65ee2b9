import { fold } from '../engine/folding.ts';
import { type Glossary, PEOPLE } from '../engine/glossary.ts';
import { PackedMap, packMap } from '../engine/packed-map.ts';
import { hasUnspacedScript } from '../engine/scripts.ts';
import type { GlossaryRule } from './glossary-rule.ts';
import type { WordSetRule } from './shared-rules.ts';

/** Where the senses of each entry begin, filled while the table of senses is written. */
function lay(entries: ReadonlyMap<string, readonly number[]>, senses: number[]): PackedMap {
  const places = new Map<string, number>();
  for (const [word, meant] of entries) {
    places.set(word, senses.length);
    senses.push(meant.length, ...meant);
  }
  return new PackedMap(packMap(places));
}

/** Where words are not parted any match lies inside a longer run, and of several words the first is looked up whole. */
function isOneWord(folded: string): boolean {
  return !hasUnspacedScript(folded) && !folded.includes(' ');
}

/** The glossaries of all languages as one table, with the words for peoples, which are only read to be left out. */
export function compileGlossary(glossaries: readonly GlossaryRule[], people?: WordSetRule): Glossary {
  const peoples = Object.entries(people?.words ?? {}).map(([lang, words]) => ({ lang, words: { [PEOPLE]: words } }));
  const rules = [...glossaries, ...peoples];
  const concepts = [...new Set(rules.flatMap(({ words }) => Object.keys(words)))].toSorted();
  const languages = [...new Set(rules.map(({ lang }) => lang))];
  const whole = new Map<string, number[]>();
  const beginnings = new Map<string, number[]>();
  for (const { lang, words } of rules) {
    for (const [concept, list] of Object.entries(words)) {
      const sense = concepts.indexOf(concept) * languages.length + languages.indexOf(lang);
      for (const entry of list) {
        const hasEnding = entry.endsWith('*');
        const folded = fold(hasEnding ? entry.slice(0, -1) : entry).text.trim();
        if (folded === '') continue;
        const table = hasEnding && isOneWord(folded) ? beginnings : whole;
        const meant = table.get(folded);
        if (!meant) table.set(folded, [sense]);
        else if (!meant.includes(sense)) meant.push(sense);
      }
    }
  }
  const senses: number[] = [];
  const words = lay(whole, senses);
  const stems = lay(beginnings, senses);
  return { concepts, languages, words, stems, senses: Int32Array.from(senses) };
}
