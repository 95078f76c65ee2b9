import { browser } from 'wxt/browser';
import { createScorer, type ScorePosting } from '../../src/engine/score-posting.ts';
import type { CombinationRule } from '../../src/packs/combination-rule.ts';
import { compileRules } from '../../src/packs/compile-rules.ts';
import type { HelpRule } from '../../src/packs/help-rule.ts';
import type { PackedSignal, Packs } from '../../src/packs/pack-files.ts';
import type { SiteRule } from '../../src/packs/site-rule.ts';

/** What the background knows, compiled once and kept while it runs. */
export interface Knowledge {
  /** Version of the rule list. */
  version: string;
  score: ScorePosting;
  signals: ReadonlyMap<string, PackedSignal>;
  combinations: ReadonlyMap<string, CombinationRule>;
  /** Languages in which phrases are known. */
  languages: string[];
}

async function readPack<K extends keyof Packs>(name: K): Promise<Packs[K]> {
  const response = await fetch(browser.runtime.getURL(`/packs/${name}.json` as '/'));
  return (await response.json()) as Packs[K];
}

/** Remembers what `make` gives; a failure is not remembered, so that the next question tries again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make().catch((error) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

/** The rules. The first question compiles them; pages that ask for nothing never make that happen. */
export const loadKnowledge = once<Knowledge>(async () => {
  const [signals, placesPay] = await Promise.all([readPack('signals'), readPack('places-pay')]);
  const rules = compileRules({ signals, 'places-pay': placesPay });
  return {
    version: rules.version,
    score: createScorer(rules),
    signals: new Map(signals.signals.map((signal) => [signal.id, signal])),
    combinations: new Map(signals.combinations.map((rule) => [rule.id, rule])),
    languages: [...new Set(signals.signals.flatMap((signal) => Object.keys(signal.phrases ?? {})))].sort(),
  };
});

/** Small and needed by every page, so apart from the rules. */
export const loadSites = once<SiteRule[]>(async () => (await readPack('sites')).sites);

export const loadHelp = once<HelpRule[]>(async () => (await readPack('help')).help);
