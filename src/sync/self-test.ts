import type { CompiledRules } from '../engine/rules.ts';
import { createScorer } from '../engine/score-posting.ts';
import { SELF_TEST_CASES, type SelfTestCase } from './self-test-cases.ts';

/**
 * Scores texts whose verdict is known with rules that are about to become live. Gives what is wrong in one sentence, or
 * undefined. Stops what signatures cannot: a list that its own makers broke, silent or shouting at everything.
 */
export function selfTest(rules: CompiledRules, cases: readonly SelfTestCase[] = SELF_TEST_CASES): string | undefined {
  const score = createScorer(rules);
  for (const { lang, text, warned } of cases) {
    const { level } = score({ text });
    if (warned !== (level === 'caution' || level === 'high'))
      return warned
        ? `A known lure (${lang}) no longer raises a warning: "${text.slice(0, 60)}…".`
        : `An honest advert (${lang}) raises a warning: "${text.slice(0, 60)}…".`;
  }
  return undefined;
}
