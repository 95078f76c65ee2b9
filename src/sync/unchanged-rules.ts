import type { PackId } from '../packs/pack-ids.ts';
import { COMPILED } from './accept-packs.ts';
import { sha256Hex } from './hex.ts';
import type { LiveList } from './list-store.ts';
import type { AcceptPacks, VerifiedPack } from './sync-options.ts';

const COMPILED_FROM: readonly PackId[] = ['signals', 'places-pay'];

async function isLive({ id, bytes, sha256 }: VerifiedPack, live: LiveList): Promise<boolean> {
  return live.packs[id]?.sha256 === (sha256 ?? (await sha256Hex(bytes)));
}

/**
 * Accepts a list of which some packs are those that are live already, without checking these or compiling the rules
 * again: most updates bring addresses alone, and compiling takes seconds of a phone's time. `hasCompiled` tells whether
 * what was made of the live rules is there; it stays where it is, for reading and writing its megabytes would be most of
 * the cost of such an update.
 */
export function keepingUnchangedRules(
  accept: AcceptPacks,
  live: () => Promise<LiveList | undefined>,
  hasCompiled: () => Promise<boolean>,
): AcceptPacks {
  return async (packs) => {
    const before = await live();
    const changed = new Map(packs);
    if (before) for (const [id, pack] of packs) if (await isLive(pack, before)) changed.delete(id);
    const isSame = COMPILED_FROM.every((id) => packs.has(id) && !changed.has(id));
    if (!isSame || !(await hasCompiled())) return accept(packs);
    const accepted = await accept(changed);
    return accepted.ok ? { ok: true, value: { ...accepted.value, [COMPILED]: 'kept' } } : accepted;
  };
}
