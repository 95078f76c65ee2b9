import type { PackId } from '../packs/pack-ids.ts';

/** Attacks as the TUF specification (1.0, section 1.5.2) names them; the last two are its "vulnerability to key compromises". */
export type Attack =
  | 'arbitrary-installation'
  | 'endless-data'
  | 'extraneous-dependencies'
  | 'fast-forward'
  | 'freeze'
  | 'malicious-mirror'
  | 'mix-and-match'
  | 'rollback'
  | 'slow-retrieval'
  | 'key-compromise-below-threshold'
  | 'wrong-signature-root-chain';

/** What goes wrong without anybody's ill will, or cannot be told from it. */
export type Fault =
  | 'network'
  | 'http-status'
  | 'redirect'
  | 'html-page'
  | 'captive-portal'
  | 'truncated'
  | 'not-json'
  | 'duplicate-key'
  | 'wrong-type'
  | 'wrong-role'
  | 'unsupported'
  | 'no-trusted-root'
  | 'schema'
  | 'newer-engine'
  | 'compile'
  | 'self-test'
  | 'store-full'
  | 'store'
  | 'no-mirror'
  | 'stopped';

/** Which file was refused, or which step failed. */
export type SyncRole = 'root' | 'timestamp' | 'snapshot' | 'targets' | PackId | 'list' | 'store';

/** Why an update was not taken: a value, never thrown. `message` is one English sentence for logs and the list page. */
export type SyncError = ({ attack: Attack; fault?: undefined } | { fault: Fault; attack?: undefined }) & {
  role: SyncRole;
  message: string;
};

export type Result<T> = { ok: true; value: T } | { ok: false; error: SyncError };

export function attack(name: Attack, role: SyncRole, message: string): { ok: false; error: SyncError } {
  return { ok: false, error: { attack: name, role, message } };
}

export function fault(name: Fault, role: SyncRole, message: string): { ok: false; error: SyncError } {
  return { ok: false, error: { fault: name, role, message } };
}
