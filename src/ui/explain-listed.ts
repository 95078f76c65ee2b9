import type { IndicatorFact } from '../engine/verdict.ts';
import type { ShownReason } from '../messages.ts';
import type { Source } from '../packs/signal-rule.ts';
import type { Catalogue } from './catalogue.ts';
import { monthAndYear } from './wording.ts';

/**
 * What a reason says of listed addresses: who named the first, since when and until when it counts, every source once,
 * and the subscription that lists it. `lists` gives names of subscriptions by id.
 */
export function explainListed(
  facts: readonly IndicatorFact[],
  lists: ReadonlyMap<string, string>,
  catalogue: Catalogue,
): Pick<ShownReason, 'fact' | 'sources' | 'fromList'> {
  const [first] = facts;
  if (!first) return { sources: [] };
  const date = (iso: string) => monthAndYear(catalogue.lang, iso);
  const sources = new Map(facts.map(({ source, added }): [string, Source] => [source.url, { ...source, date: added }]));
  // A list that was removed since has taken its name along.
  const fromList = first.list ? (lists.get(first.list) ?? first.list) : '';
  return {
    fact: catalogue.t('listedFact', first.source.title, date(first.added), date(first.expires)),
    sources: [...sources.values()],
    ...(fromList ? { fromList } : {}),
  };
}
