import type { Explanation, ScoredPosting } from '../../src/messages.ts';
import { loadSettings } from '../../src/storage/settings.ts';
import { explain } from '../../src/ui/explain.ts';
import { loadHelp, loadSignalTexts } from './knowledge.ts';
import { loadSpeech } from './speech.ts';

/** Everything the panel shows about one posting, in the person's language. */
export async function explainPosting(scored: ScoredPosting): Promise<Explanation> {
  const [{ signals, combinations, lists }, help, { home }, speech] = await Promise.all([
    loadSignalTexts(),
    loadHelp(),
    loadSettings(),
    loadSpeech(),
  ]);
  const today = new Date().toISOString().slice(0, 10);
  return explain({ scored, signals, combinations, lists, help, home, today }, speech);
}
