import { parseArgs } from 'node:util';
import type { RoleName } from '../../sync/metadata.ts';
import { applyPlan } from './apply-plan.ts';
import { listKeys, makeKey } from './key-files.ts';
import { openKeys } from './open-keys.ts';
import { passphraseFor } from './passphrase.ts';
import { keysFolder, PUBLISH_OPTIONS, parseTime } from './publish-options.ts';
import { readPublished } from './published-list.ts';
import { planRotation, rolesOf } from './rotate-keys.ts';

const ROLES: readonly string[] = ['root', 'targets', 'snapshot', 'timestamp'];

/** A name that no key of the folder has. */
function freshName(folder: string, role: string): string {
  const names = new Set(listKeys(folder).map(({ name }) => name));
  let number = 1;
  while (names.has(`${role}-${number}`)) number++;
  return `${role}-${number}`;
}

/**
 * `rules rotate DIR [ROLE] [--keys KEYS] [--remove NAME] [--keep] [--threshold N]`: gives a role (the timestamp's) a new key in place of the
 * named one (of its only one when none is named), in a new root; `--keep` adds a key and removes none.
 */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      ...PUBLISH_OPTIONS,
      remove: { type: 'string' },
      keep: { type: 'boolean', default: false },
      threshold: { type: 'string' },
    },
    allowPositionals: true,
  });
  const [folder, role = 'timestamp'] = positionals;
  if (!folder || !ROLES.includes(role)) {
    console.error(
      'usage: npm run rules -- rotate DIR [root|targets|snapshot|timestamp] [--keys KEYS] [--remove NAME] [--keep]',
    );
    return 2;
  }
  const keys = keysFolder(values.keys);
  const published = readPublished(folder);
  if (!published) throw new Error(`${folder} holds no published list.`);
  const known = rolesOf(published)[role as RoleName].publicKeys;
  const named = listKeys(keys).find(({ name }) => name === values.remove)?.publicKey ?? values.remove;
  const remove = values.keep ? undefined : (named ?? (known.length === 1 ? known[0] : undefined));
  if (!values.keep && !remove) throw new Error(`The ${role} role has ${known.length} keys: name one with --remove.`);
  const now = parseTime('now', values.now) ?? new Date();
  const signers = await openKeys(keys, published, ['root', 'targets', 'snapshot', 'timestamp']);
  const name = freshName(keys, role);
  const added = makeKey(keys, role as RoleName, name, await passphraseFor(name));
  const threshold = values.threshold === undefined ? undefined : Number(values.threshold);
  const plan = await planRotation(
    { role: role as RoleName, remove, add: added.publicKey, threshold },
    { published, signers: [...signers, added], date: parseTime('date', values.date) ?? now, now },
  );
  console.log(`New key: ${name}.`);
  return applyPlan(folder, plan);
}
