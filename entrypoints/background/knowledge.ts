import { browser } from 'wxt/browser';
import type { FurtherList } from '../../src/engine/further-lists.ts';
import type { CompiledRules } from '../../src/engine/rules.ts';
import { createScorer, type ScorePosting } from '../../src/engine/score-posting.ts';
import type { CombinationRule } from '../../src/packs/combination-rule.ts';
import { compileRules } from '../../src/packs/compile-rules.ts';
import { decodeCompiled } from '../../src/packs/compiled-file.ts';
import type { ListedHelp } from '../../src/packs/help-rule.ts';
import { liveVersion } from '../../src/packs/live-version.ts';
import { mergeSites } from '../../src/packs/merge-sites.ts';
import { ENGINE_VERSION, type PackedSignal, type Packs } from '../../src/packs/pack-files.ts';
import type { SiteRule } from '../../src/packs/site-rule.ts';
import { COMPILED } from '../../src/sync/accept-packs.ts';
import { loadIndicators } from './listed-addresses.ts';
import { coreList, loadLiveLists } from './live-lists.ts';
import { once } from './once.ts';
import { packagedPack, packagedRules } from './packaged-list.ts';

/** What scoring needs. */
export interface Scorer {
  /** Names the whole set of lists in use. */
  version: string;
  score: ScorePosting;
  /** Ids of combinations, which are not counted as signs of their own. */
  combinations: ReadonlySet<string>;
  /** The live list was compiled by another version of the extension: the package's rules serve meanwhile. */
  outdated: boolean;
}

/** A signal with the name of the subscription that brings it, unless it is the project's own. */
export type ListedSignal = PackedSignal & { fromList?: string };

/** What explaining needs: the words and sources of signals. */
export interface SignalTexts {
  signals: ReadonlyMap<string, ListedSignal>;
  combinations: ReadonlyMap<string, CombinationRule>;
  /** Names of subscriptions by id. */
  lists: ReadonlyMap<string, string>;
  /** Languages in which phrases are known. */
  languages: string[];
}

/** A pack of the list in use. One that cannot be read from the database comes from the package. */
export async function livePack<K extends keyof Packs>(name: K): Promise<Packs[K]> {
  const { core } = await loadLiveLists();
  const live = core?.packs[name];
  const bytes = live && (await coreList.file(live.sha256).catch(() => undefined));
  return bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as Packs[K]) : packagedPack(name);
}

const loadSignalsPack = once(() => livePack('signals'));

/** Bytes that came from the database are a view of some buffer; the reader wants one of its own. */
function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  return byteOffset === 0 && byteLength === buffer.byteLength
    ? (buffer as ArrayBuffer)
    : (bytes.slice().buffer as ArrayBuffer);
}

/**
 * Compiled when the list became live, or when the package was built. What an earlier version of the extension compiled
 * may not fit this one: then the package's own rules serve until the list is compiled again (`mend-rules.ts`).
 */
async function loadRules(): Promise<{ rules: CompiledRules; outdated: boolean }> {
  const { core } = await loadLiveLists();
  const hasRules = Boolean(core?.packs.signals || core?.packs['places-pay']);
  const kept = core && (await coreList.product(COMPILED).catch(() => undefined));
  if (kept) {
    const compiled = decodeCompiled(ownBuffer(kept));
    if (compiled.ok) return { rules: compiled.rules, outdated: false };
  }
  const compiled = decodeCompiled(await packagedRules());
  if (compiled.ok) return { rules: compiled.rules, outdated: hasRules };
  const [signals, placesPay] = await Promise.all([packagedPack('signals'), packagedPack('places-pay')]);
  return { rules: compileRules({ signals, 'places-pay': placesPay }), outdated: hasRules };
}

async function loadFurtherLists(): Promise<FurtherList[]> {
  const { subscriptions } = await loadLiveLists();
  const lists = await Promise.all(
    subscriptions.map(async ({ id, kept }): Promise<FurtherList[]> => {
      const bytes = await kept.product(COMPILED).catch(() => undefined);
      const compiled = bytes && decodeCompiled(ownBuffer(bytes));
      return compiled?.ok ? [{ id, rules: compiled.rules }] : [];
    }),
  );
  return lists.flat();
}

export const loadScorer = once<Scorer>(async () => {
  const [lists, { rules, outdated }, further, indicators] = await Promise.all([
    loadLiveLists(),
    loadRules(),
    loadFurtherLists(),
    loadIndicators(),
  ]);
  const version = liveVersion(
    lists.version,
    lists.subscriptions.map(({ live, taken }) => ({ prefix: taken.card.prefix, version: live.version })),
  );
  return {
    version,
    score: createScorer(rules, further, version, indicators),
    combinations: new Set(rules.combinations.map(({ id }) => id)),
    outdated,
  };
});

export const loadSignalTexts = once<SignalTexts>(async () => {
  const [{ signals, combinations }, { subscriptions }] = await Promise.all([loadSignalsPack(), loadLiveLists()]);
  const further = subscriptions.flatMap(({ taken }) =>
    taken.signals.map((signal): ListedSignal => ({ ...signal, fromList: taken.card.name })),
  );
  return {
    signals: new Map([...further, ...signals].map((signal) => [signal.id, signal])),
    combinations: new Map(combinations.map((rule) => [rule.id, rule])),
    lists: new Map(subscriptions.map(({ id, taken }) => [id, taken.card.name])),
    languages: [...new Set(signals.flatMap((signal) => Object.keys(signal.phrases ?? {})))].sort(),
  };
});

export const loadSites = once<SiteRule[]>(async () => {
  const [packaged, live] = await Promise.all([packagedPack('sites'), livePack('sites')]);
  return mergeSites(packaged.sites, live.sites, {
    engine: ENGINE_VERSION,
    version: browser.runtime.getManifest().version,
  });
});

export const loadHelp = once<ListedHelp[]>(async () => {
  const [{ help }, { subscriptions }] = await Promise.all([livePack('help'), loadLiveLists()]);
  return [...help, ...subscriptions.flatMap(({ taken }) => taken.help)];
});

/** Other lists are in use from now on; the next question reads them. */
export function forgetKnowledge(): void {
  for (const part of [loadLiveLists, loadSignalsPack, loadScorer, loadSignalTexts, loadSites, loadHelp, loadIndicators])
    part.forget();
}
