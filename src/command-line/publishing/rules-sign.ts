import { parseArgs } from 'node:util';
import { applyPlan } from './apply-plan.ts';
import { openKeys } from './open-keys.ts';
import { type PublishOptions, planUpkeep } from './publish-list.ts';
import { keysFolder, PUBLISH_OPTIONS, parseTime } from './publish-options.ts';
import { readPublished } from './published-list.ts';
import { signStaged, stagedKeys } from './staged-files.ts';

/**
 * `rules sign DIR [--keys KEYS] [--now ISO]`: adds the signatures of these keys to what waits for them. When nothing waits,
 * renews the timestamp and whatever ends within a month: a machine runs this daily with the timestamp key alone.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: PUBLISH_OPTIONS, allowPositionals: true });
  const [folder] = positionals;
  if (!folder) {
    console.error('usage: npm run rules -- sign DIR [--keys KEYS] [--now ISO]');
    return 2;
  }
  const keys = keysFolder(values.keys);
  const published = readPublished(folder);
  if (!published) throw new Error(`${folder} holds no published list.`);
  const waiting = stagedKeys(folder);
  const signers = await openKeys(
    keys,
    published,
    waiting ? ['root', 'targets', 'snapshot', 'timestamp'] : ['targets', 'snapshot', 'timestamp'],
    waiting,
  );
  const now = parseTime('now', values.now) ?? new Date();
  const options: PublishOptions = { published, signers, date: parseTime('date', values.date) ?? now, now };
  return applyPlan(folder, (await signStaged(folder, options)) ?? (await planUpkeep(options)));
}
