import type { EngineBand } from '../engine/rules.ts';
import type { IncomeGroup, PlaceRule } from './place-rule.ts';

/**
 * USD a month that is ordinary pay where incomes are so: about twice the income a head at the middle of the group, since
 * whoever has a job earns more than the average of all people. Thresholds of the groups: World Bank, fiscal year 2025.
 */
const ORDINARY_PAY: Record<IncomeGroup, number> = {
  low: 190,
  'lower-middle': 380,
  'upper-middle': 1300,
  high: 3500,
};

const SOURCE = {
  title: 'World Bank country and lending groups, fiscal year 2025',
  url: 'https://datahelpdesk.worldbank.org/knowledgebase/articles/906519',
};

/** One coarse band for every country whose income group is known. */
export function incomeBands(places: readonly PlaceRule[]): EngineBand[] {
  return places.flatMap(({ country, income }) =>
    income === undefined
      ? []
      : [
          {
            country,
            role: 'income-group',
            typicalUsd: ORDINARY_PAY[income],
            coarse: true,
            year: '2024',
            source: SOURCE,
          },
        ],
  );
}
