import type { RoleName } from '../../sync/metadata.ts';
import { listKeys, openKey } from './key-files.ts';
import { passphraseFor } from './passphrase.ts';
import type { Published } from './published-list.ts';
import { rolesOf } from './rotate-keys.ts';
import type { Signer } from './tuf-signing.ts';

/**
 * Opens those keys of a folder that may sign for one of the roles, or that stand in `also`. Keys that the root does not
 * list stay closed. Throws an Error on a wrong passphrase.
 */
export async function openKeys(
  folder: string,
  published: Pick<Published, 'root'>,
  roles: RoleName[],
  also: readonly string[] = [],
): Promise<Signer[]> {
  const specs = rolesOf(published);
  const wanted = new Set([...roles.flatMap((role) => specs[role].publicKeys), ...also]);
  const signers: Signer[] = [];
  for (const stored of listKeys(folder))
    if (wanted.has(stored.publicKey)) signers.push(openKey(stored, await passphraseFor(stored.name)));
  return signers;
}
