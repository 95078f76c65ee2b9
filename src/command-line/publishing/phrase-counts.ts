import { fold } from '../../engine/folding.ts';
import { createMatcher } from '../../engine/matcher.ts';
import type { Posting } from '../../engine/posting.ts';
import { createSignalFinder } from '../../engine/score-posting.ts';
import { tokenize } from '../../engine/tokens.ts';
import { compileMatcher, type PhraseEntry } from '../../packs/compile-matcher.ts';
import { compileRules } from '../../packs/compile-rules.ts';
import type { Packs, SignalsPack } from '../../packs/pack-files.ts';
import type { LabelledAdvert } from '../learning/labelled-adverts.ts';

/** One phrase of one signal, and the adverts in which the signal was found by it. */
export interface PhraseCount {
  signal: string;
  language: string;
  index: number;
  phrase: string;
  /** Honest adverts of the phrase's own language. */
  honest: string[];
  /** Lures and scams of its language. */
  risky: number;
}

function setsByLanguage(pack: SignalsPack): Map<string, Record<string, string[]>> {
  const sets = new Map<string, Record<string, string[]>>();
  for (const { id, words } of pack.words)
    for (const [language, list] of Object.entries(words)) sets.set(language, { ...sets.get(language), [id]: list });
  return sets;
}

const textOf = ({ title, company, location, salary, text }: Posting): string =>
  [title, company, location, salary, text].filter(Boolean).join('\n\n\n\n\n\n\n\n\n\n');

/** Counts, for each phrase of a signal that speaks against an advert, the honest and the risky adverts that it hits. */
export function countPhrases(packs: Pick<Packs, 'signals' | 'places-pay'>, adverts: LabelledAdvert[]): PhraseCount[] {
  const shared = setsByLanguage(packs.signals);
  const counts: PhraseCount[] = [];
  const entries: PhraseEntry[] = [];
  for (const { id, group, words, phrases } of packs.signals.signals) {
    if (group === 'protective' || group === 'context') continue;
    for (const [language, list] of Object.entries(phrases ?? {}))
      for (const [index, phrase] of list.entries()) {
        const sets = { ...shared.get(language), ...words?.[language] };
        entries.push({ target: counts.length, language, phrase: String(phrase), sets });
        counts.push({ signal: id, language, index, phrase: String(phrase), honest: [], risky: 0 });
      }
  }
  const matcher = createMatcher(compileMatcher(entries));
  const findSignals = createSignalFinder(compileRules(packs));
  for (const { id, lang, label, posting } of adverts) {
    const found = findSignals(posting);
    const folded = fold(textOf(posting));
    const targets = new Set(matcher.find(folded, tokenize(folded)).map(({ target }) => target));
    for (const target of targets) {
      const count = counts[target]!;
      if (!found.has(count.signal) || count.language !== lang) continue;
      if (label === 'legit') count.honest.push(id);
      else if (label !== 'warning') count.risky++;
    }
  }
  return counts;
}
