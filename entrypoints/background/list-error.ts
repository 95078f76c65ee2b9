import type { ListError } from '../../src/list-messages.ts';
import type { SyncError } from '../../src/sync/sync-error.ts';

export function listError({ attack, fault, role, message }: SyncError): ListError {
  return { name: attack ?? fault, attack: attack !== undefined, role, message };
}
