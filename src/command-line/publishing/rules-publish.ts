import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { applyPlan } from './apply-plan.ts';
import { checkSuccession } from './check-succession.ts';
import { openKeys } from './open-keys.ts';
import { planList } from './publish-list.ts';
import { keysFolder, PUBLISH_OPTIONS, parseTime } from './publish-options.ts';
import { type Published, readPublished, writeFiles } from './published-list.ts';
import { readAndBuild } from './rules-build.ts';

/** The published folder; a new one begins with the root that lies beside the keys. */
function openFolder(folder: string, keys: string, root: string | undefined): Published {
  const published = readPublished(folder);
  if (published) return published;
  const path = root ?? join(keys, 'root.json');
  if (!existsSync(path)) throw new Error(`${path} is missing: begin with npm run rules -- init-keys ${keys}.`);
  writeFiles(folder, new Map([['metadata/1.root.json', new Uint8Array(readFileSync(path))]]));
  return readPublished(folder)!;
}

/**
 * `rules publish DIR [--keys KEYS] [--rules FOLDER] [--version V] [--date ISO] [--now ISO] [--root ROOT.json]
 * [--allow-shrink]`: builds the list and writes it to a folder of static files for any web host.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: PUBLISH_OPTIONS, allowPositionals: true });
  const [folder] = positionals;
  if (!folder) {
    console.error('usage: npm run rules -- publish DIR [--keys KEYS] [--version V] [--date ISO] [--now ISO]');
    return 2;
  }
  const keys = keysFolder(values.keys);
  const { files, date } = readAndBuild(values);
  const published = openFolder(folder, keys, values.root);
  const faults = checkSuccession(files, published);
  if (faults.length > 0 && !values['allow-shrink'])
    throw new Error(`${faults.join('\n')}\nNothing was written. If this is meant: --allow-shrink`);
  const signers = await openKeys(keys, published, ['targets', 'snapshot', 'timestamp']);
  const now = parseTime('now', values.now) ?? new Date();
  return applyPlan(folder, await planList(files, { published, signers, date, now }));
}
