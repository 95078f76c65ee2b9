import { createIndicatorLookup, dayOf, type IndicatorLookup } from '../../../src/engine/indicators/indicator-lookup.ts';
import { buildIndicatorTables } from '../../../src/packs/build-indicators.ts';
import type { IndicatorEntry, IndicatorRule } from '../../../src/packs/indicator-rule.ts';

export const TODAY = '2026-11-22';

/** Made-up addresses under names and numbers that are reserved for examples: nobody's. */
export const TEST_RULE: IndicatorRule = {
  sourceClass: 'police',
  source: { title: 'Test police list', url: 'https://police.example/list' },
  added: '2026-11-10',
  entries: [
    { kind: 'domain', value: 'sunrise-careers.example' },
    { kind: 'whatsapp', value: '+1 202 555 0143' },
    { kind: 'email', value: 'office@listed.example', sourceClass: 'press' },
    { kind: 'company', value: 'Example Listed Trading Co., Ltd.', sourceClass: 'regulator' },
    { kind: 'telegram', value: '@example_listed_hr', sourceClass: 'ngo' },
  ],
};

/** A look-up over one list made of these entries, as of `today`. */
export function lookupOf(
  entries: IndicatorEntry[] = TEST_RULE.entries,
  { today = TODAY, id = '', subscribed = false }: { today?: string; id?: string; subscribed?: boolean } = {},
): IndicatorLookup {
  const { recent, base } = buildIndicatorTables([{ ...TEST_RULE, entries }], { version: '1', day: TODAY, list: id });
  return createIndicatorLookup([{ id, subscribed, tables: [recent, base] }], () => dayOf(today));
}
