import { encodeCompiled } from '../../src/packs/compiled-file.ts';
import { COMPILED } from '../../src/sync/accept-packs.ts';
import { compileInTurns } from './compile-in-turns.ts';
import { livePack, loadScorer } from './knowledge.ts';
import { coreList } from './live-lists.ts';
import { useListsAnew } from './use-lists.ts';

/**
 * Compiles the live list again where what is kept was compiled by another version of the extension. Until that is done
 * the rules of the package serve.
 */
export async function mendRules(): Promise<void> {
  if (!(await loadScorer()).outdated) return;
  try {
    const compiled = await compileInTurns({
      signals: await livePack('signals'),
      'places-pay': await livePack('places-pay'),
    });
    await coreList.putProduct(COMPILED, encodeCompiled(compiled));
  } catch {
    // The package's rules go on serving; the next list brings its own.
    return;
  }
  await useListsAnew();
}
