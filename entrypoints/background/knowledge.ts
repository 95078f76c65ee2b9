import { browser } from 'wxt/browser';
import type { CompiledRules } from '../../src/engine/rules.ts';
import { createScorer, type ScorePosting } from '../../src/engine/score-posting.ts';
import type { CombinationRule } from '../../src/packs/combination-rule.ts';
import { compileRules } from '../../src/packs/compile-rules.ts';
import { decodeCompiled } from '../../src/packs/compiled-file.ts';
import type { HelpRule } from '../../src/packs/help-rule.ts';
import type { PackedSignal, Packs } from '../../src/packs/pack-files.ts';
import type { SiteRule } from '../../src/packs/site-rule.ts';

/** What scoring needs. */
export interface Scorer {
  /** Version of the rule list. */
  version: string;
  score: ScorePosting;
  /** Ids of combinations, which are not counted as signs of their own. */
  combinations: ReadonlySet<string>;
}

/** What explaining needs: the words and sources of signals. */
export interface SignalTexts {
  signals: ReadonlyMap<string, PackedSignal>;
  combinations: ReadonlyMap<string, CombinationRule>;
  /** Languages in which phrases are known. */
  languages: string[];
}

function packed(name: string): Promise<Response> {
  return fetch(browser.runtime.getURL(`/packs/${name}` as '/'));
}

async function readPack<K extends keyof Packs>(name: K): Promise<Packs[K]> {
  return (await packed(`${name}.json`)).json() as Promise<Packs[K]>;
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

const loadSignalsPack = once(() => readPack('signals'));

/** Compiled when the package was built; compiled here only if that file cannot be used. */
async function loadRules(): Promise<CompiledRules> {
  const compiled = decodeCompiled(await (await packed('compiled.bin')).arrayBuffer());
  if (compiled.ok) return compiled.rules;
  const [signals, placesPay] = await Promise.all([loadSignalsPack(), readPack('places-pay')]);
  return compileRules({ signals, 'places-pay': placesPay });
}

export const loadScorer = once<Scorer>(async () => {
  const rules = await loadRules();
  return {
    version: rules.version,
    score: createScorer(rules),
    combinations: new Set(rules.combinations.map(({ id }) => id)),
  };
});

export const loadSignalTexts = once<SignalTexts>(async () => {
  const { signals, combinations } = await loadSignalsPack();
  return {
    signals: new Map(signals.map((signal) => [signal.id, signal])),
    combinations: new Map(combinations.map((rule) => [rule.id, rule])),
    languages: [...new Set(signals.flatMap((signal) => Object.keys(signal.phrases ?? {})))].sort(),
  };
});

export const loadSites = once<SiteRule[]>(async () => (await readPack('sites')).sites);

export const loadHelp = once<HelpRule[]>(async () => (await readPack('help')).help);
