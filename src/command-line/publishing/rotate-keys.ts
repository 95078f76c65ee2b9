import { toHex } from '../../sync/hex.ts';
import { parseMetadata, type RoleName } from '../../sync/metadata.ts';
import { continuePlan, expiryOf, type Plan, type PublishOptions } from './publish-list.ts';
import type { Published } from './published-list.ts';
import { makeRoot, type RoleSpecs } from './tuf-metadata.ts';
import { signMetadata } from './tuf-signing.ts';

/** The keys that a root lists, by role. */
export function rolesOf({ root }: Pick<Published, 'root'>): RoleSpecs {
  const { keys, roles } = root.metadata.signed;
  const specs = Object.entries(roles).map(([role, { keyids, threshold }]) => {
    const publicKeys = keyids.flatMap((id) => {
      const key = keys.get(id);
      return key ? [toHex(key)] : [];
    });
    return [role, { publicKeys, threshold }];
  });
  return Object.fromEntries(specs) as RoleSpecs;
}

export interface Rotation {
  role: RoleName;
  /** Lowercase hex. */
  remove?: string;
  add?: string;
  threshold?: number;
}

/**
 * A root with other keys: signed by the keys of the root before it and by its own (TUF 5.3.4), then whatever the new keys
 * must sign anew. Without enough root keys the plan ends at the root file, for others to sign. Throws an Error when the
 * change would leave a role without enough keys.
 */
export async function planRotation({ role, remove, add, threshold }: Rotation, options: PublishOptions): Promise<Plan> {
  const { published, signers, date } = options;
  const before = rolesOf(published);
  if (remove && !before[role].publicKeys.includes(remove)) throw new Error(`That is none of the ${role} keys.`);
  const publicKeys = [...before[role].publicKeys.filter((key) => key !== remove), ...(add ? [add] : [])];
  const need = threshold ?? before[role].threshold;
  if (need < 1 || new Set(publicKeys).size < need)
    throw new Error(`The ${role} role would need ${need} signatures of ${publicKeys.length} keys.`);
  const after: RoleSpecs = { ...before, [role]: { publicKeys, threshold: need } };
  const version = published.root.metadata.signed.version + 1;
  const wanted = new Set([...before.root.publicKeys, ...after.root.publicKeys]);
  const able = signers.filter(({ publicKey }) => wanted.has(publicKey));
  const bytes = signMetadata(makeRoot(after, { version, expires: expiryOf('root', date) }), able);
  const parsed = parseMetadata('root', bytes);
  if (!parsed.ok) throw new Error(parsed.error.message);

  const plan: Plan = { files: new Map([[`metadata/${version}.root.json`, bytes]]), missing: [] };
  for (const { root } of [before, after]) {
    const have = able.filter(({ publicKey }) => root.publicKeys.includes(publicKey)).length;
    if (have < root.threshold) plan.missing.push({ role: 'root', have, need: root.threshold });
  }
  if (plan.missing.length > 0) return plan;
  return continuePlan(plan, { ...options, published: { ...published, root: { bytes, metadata: parsed.value } } });
}
