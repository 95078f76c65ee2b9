import type { CompiledRules } from '../../src/engine/rules.ts';
import { compileRulesInSteps, type EnginePacks } from '../../src/packs/compile-rules.ts';

/** Longest time without letting other work through: adverts that wait to be scored must not notice. */
const TURN_MS = 12;

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Compiles rules beside whatever else the background does. Rejects with an Error that names the phrase. */
export async function compileInTurns(packs: EnginePacks): Promise<CompiledRules> {
  const steps = compileRulesInSteps(packs);
  for (let turnEnds = performance.now() + TURN_MS; ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < turnEnds) continue;
    await pause();
    turnEnds = performance.now() + TURN_MS;
  }
}
