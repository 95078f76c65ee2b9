import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { RoleName } from '../../sync/metadata.ts';
import { makeKey } from './key-files.ts';
import { passphraseFor } from './passphrase.ts';
import { expiryOf } from './publish-list.ts';
import { keysFolder } from './publish-options.ts';
import { makeRoot, type RoleSpecs, sha256 } from './tuf-metadata.ts';
import { type Signer, signMetadata } from './tuf-signing.ts';

const ROLES: RoleName[] = ['root', 'targets', 'snapshot', 'timestamp'];

/** "2/3": two signatures of three keys. Undefined when it is none such. */
function parseShare(text: string): { threshold: number; keys: number } | undefined {
  const [, threshold, keys] = /^(\d+)\/(\d+)$/.exec(text)?.map(Number) ?? [];
  return threshold && keys && threshold <= keys && keys <= 20 ? { threshold, keys } : undefined;
}

/** `rules init-keys [KEYS] [--root 2/3] [--targets 1/1] [--snapshot 1/1] [--timestamp 1/1] [--date ISO]` */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: {
      root: { type: 'string', default: '2/3' },
      targets: { type: 'string', default: '1/1' },
      snapshot: { type: 'string', default: '1/1' },
      timestamp: { type: 'string', default: '1/1' },
      date: { type: 'string' },
    },
    allowPositionals: true,
  });
  const folder = keysFolder(positionals[0]);
  const date = values.date ? new Date(values.date) : new Date();
  if (positionals.length > 1 || Number.isNaN(date.getTime())) {
    console.error('usage: npm run rules -- init-keys [KEYS] [--root 2/3] [--targets 1/1] [--date ISO]');
    return 2;
  }
  const path = join(folder, 'root.json');
  if (existsSync(path)) throw new Error(`${path} exists already; a root is never written over.`);
  const roles = {} as RoleSpecs;
  const rootKeys: Signer[] = [];
  for (const role of ROLES) {
    const share = parseShare(values[role]!);
    if (!share) throw new Error(`--${role}: expected SIGNATURES/KEYS, such as 2/3.`);
    const made: Signer[] = [];
    for (let i = 1; i <= share.keys; i++) {
      const name = `${role}-${i}`;
      made.push(makeKey(folder, role, name, await passphraseFor(name)));
    }
    if (role === 'root') rootKeys.push(...made);
    roles[role] = { publicKeys: made.map(({ publicKey }) => publicKey), threshold: share.threshold };
  }
  const root = signMetadata(makeRoot(roles, { version: 1, expires: expiryOf('root', date) }), rootKeys);
  writeFileSync(path, root);
  console.log(`Wrote ${ROLES.flatMap((role) => roles[role].publicKeys).length} keys and ${path}.`);
  console.log(`Fingerprint of the root: ${sha256(root)}`);
  console.log('Give each root key to another person, on a medium that is kept offline, and delete it here.');
  return 0;
}
