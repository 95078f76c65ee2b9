import type { Verdict } from '../../src/engine/verdict.ts';
import type { KeyedPosting, ScoredPosting } from '../../src/messages.ts';
import { contentId } from '../../src/storage/content-id.ts';
import type { TabPosting } from '../../src/storage/tab-reports.ts';
import { signCount } from '../../src/ui/explain-reasons.ts';
import { loadScorer } from './knowledge.ts';
import { store } from './store.ts';

/** Scores postings, those met before from the cache. `onDisk` is false for private windows. */
export async function scorePostings(postings: KeyedPosting[], onDisk: boolean): Promise<TabPosting[]> {
  if (postings.length === 0) return [];
  const { score, version } = await loadScorer();
  const ids = await Promise.all(postings.map(({ posting }) => contentId(posting)));
  const known = await store.verdicts.get(ids, version);
  const fresh = new Map<string, Verdict>();
  const scored = postings.map((keyed, index) => {
    const id = ids[index]!;
    let verdict = known.get(id) ?? fresh.get(id);
    if (!verdict) {
      verdict = score(keyed.posting);
      fresh.set(id, verdict);
    }
    return { ...keyed, id, verdict };
  });
  // Keeping is not waited for: a slow disk must not hold back a warning.
  void store.verdicts.put(fresh, version, onDisk);
  return scored;
}

/** Adds what the person did with each posting, as it is now, and the number of signs as they are counted on screen. */
export async function withPersonsMarks(postings: TabPosting[]): Promise<ScoredPosting[]> {
  if (postings.length === 0) return [];
  const ids = postings.map(({ id }) => id);
  const [{ combinations }, dismissed, flagged] = await Promise.all([
    loadScorer(),
    store.dismissals.get(ids),
    store.flags.which(ids),
  ]);
  return postings.map(({ id, ...scored }) => {
    const as = dismissed.get(id);
    return {
      ...scored,
      signs: signCount(scored.posting, scored.verdict, combinations),
      ...(as ? { dismissed: as } : {}),
      ...(flagged.has(id) ? { flagged: true } : {}),
    };
  });
}
