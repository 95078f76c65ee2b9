import { PACK_FILES } from '../packs/pack-ids.ts';
import type { Metadata, RoleName, Targets } from './metadata.ts';
import { attack, type Result } from './sync-error.ts';
import type { SignatureCount } from './verify-signatures.ts';

/** A stored version so far above the offered one was not reached by publishing. */
const IMPLAUSIBLE_LEAP = 1_000_000;

const KNOWN_FILES = new Set(Object.values(PACK_FILES));

/** Names the attack behind missing signatures. It has been refused already; the name is for people. */
export function unsigned(metadata: Metadata<RoleName>, { valid, threshold }: SignatureCount): Result<never> {
  const { role, signed } = metadata;
  const counted = `${valid} of the ${threshold} signatures that the ${role} file needs`;
  if (valid > 0) return attack('key-compromise-below-threshold', role, `It carries only ${counted}.`);
  if (role === 'root')
    return attack('wrong-signature-root-chain', role, `It carries ${counted} by the keys that are trusted now.`);
  const extra = role === 'targets' && [...(signed as Targets).targets.keys()].filter((name) => !KNOWN_FILES.has(name));
  if (extra && extra.length > 0)
    return attack(
      'extraneous-dependencies',
      role,
      `It adds files nobody signed for, such as "${extra[0]!.slice(0, 60)}".`,
    );
  return attack('arbitrary-installation', role, `It carries ${counted}: somebody without the keys wrote it.`);
}

/** A lower version than one that was accepted before. */
export function lower(role: RoleName, what: string, offered: number, known: number): Result<never> {
  if (known - offered > IMPLAUSIBLE_LEAP)
    return attack(
      'fast-forward',
      role,
      `${what} has version ${offered}, but version ${known} was accepted before: a stolen key pushed it up. New keys in the root file mend this.`,
    );
  return attack(
    'rollback',
    role,
    `${what} has version ${offered}, older than version ${known}, which was accepted before.`,
  );
}

export function expired(role: RoleName, expires: number, now: number): Result<never> {
  return attack(
    'freeze',
    role,
    `The ${role} file expired on ${new Date(expires).toISOString()}; the clock of this device says ${new Date(now).toISOString()}. Either the mirror is kept from new lists or the clock is wrong.`,
  );
}
