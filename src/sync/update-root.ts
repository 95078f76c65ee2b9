import { fromStore } from './guard-store.ts';
import { LIMITS } from './limits.ts';
import { type Metadata, parseMetadata } from './metadata.ts';
import { get, type Mirror, tell } from './mirror.ts';
import { expired, lower, unsigned } from './refuse.ts';
import { attack, type Result } from './sync-error.ts';
import { countSignatures } from './verify-signatures.ts';

/** Checks one step of the chain. */
async function nextRoot(trusted: Metadata<'root'>, bytes: Uint8Array): Promise<Result<Metadata<'root'>>> {
  const next = parseMetadata('root', bytes);
  if (!next.ok) return next;
  // TUF 5.3.4, arbitrary installation: root N+1 is signed by a threshold of root N's keys …
  const byOld = await countSignatures(trusted.signed, next.value);
  if (byOld.valid < byOld.threshold) return unsigned(next.value, byOld);
  // TUF 5.3.5, rollback: … carries exactly the next version …
  const { version } = next.value.signed;
  const wanted = trusted.signed.version + 1;
  if (version < wanted) return lower('root', 'The root file', version, trusted.signed.version);
  if (version > wanted) return attack('fast-forward', 'root', `It skips from version ${wanted - 1} to ${version}.`);
  // TUF 5.3.4: … and by a threshold of its own, so that nobody is locked out by keys that do not exist.
  const byItself = await countSignatures(next.value.signed, next.value);
  if (byItself.valid < byItself.threshold) return unsigned(next.value, byItself);
  return next;
}

/** Follows the chain of roots to its end (TUF 5.3). Each root is kept before the next is asked for. */
export async function updateRoot(mirror: Mirror, start: Metadata<'root'>): Promise<Result<Metadata<'root'>>> {
  let root = start;
  tell(mirror, 'root');
  for (let taken = 0; taken < LIMITS.rootRotations; taken++) {
    const version = root.signed.version + 1;
    // TUF 5.3.3, endless data: a cap, as no file says how long the next root is.
    const request = { role: 'root', most: LIMITS.rootBytes } as const;
    const found = await get(mirror, `metadata/${version}.root.json`, request);
    if (!found.ok) return found;
    if (found.value.got !== 'bytes') break;
    const { bytes } = found.value;
    const next = await nextRoot(root, bytes);
    if (!next.ok) return next;
    const kept = await fromStore(mirror.options.store, 'writing the root', (store) => store.putRoot(version, bytes));
    if (!kept.ok) return kept;
    root = next.value;
  }
  // TUF 5.3.10, freeze: the last root of the chain must not be expired; those on the way may be.
  const now = mirror.options.clock.now();
  return root.signed.expires <= now ? expired('root', root.signed.expires, now) : { ok: true, value: root };
}
