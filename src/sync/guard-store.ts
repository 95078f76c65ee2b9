import type { ListStore } from './list-store.ts';
import { fault, type Result } from './sync-error.ts';

function isFull(error: unknown): boolean {
  const names: unknown[] = [];
  for (
    let current = error;
    current instanceof Error && names.length < 12;
    current = (current as { inner?: unknown }).inner
  )
    names.push(
      current.name,
      (current as { code?: unknown }).code,
      (current.cause as { code?: unknown } | undefined)?.code,
    );
  return names.some((name) => name === 'QuotaExceededError' || name === 'ENOSPC' || name === 'EDQUOT');
}

/** Runs one step on the store; a rejection becomes an error that names the step, and the live list stays as it is. */
export async function fromStore<T>(
  store: ListStore,
  doing: string,
  step: (store: ListStore) => Promise<T>,
): Promise<Result<T>> {
  try {
    return { ok: true, value: await step(store) };
  } catch (error) {
    return isFull(error)
      ? fault('store-full', 'store', `There is no room left for the list (${doing}).`)
      : fault('store', 'store', `The list could not be kept (${doing}: ${(error as Error)?.message ?? error}).`);
  }
}
