import type { ListError, ListProgress } from '../../list-messages.ts';
import type { MessageKey } from '../catalogue.ts';

/** Faults of the way, of the device and of the list, as the sync client names them. */
const FAULTS: Record<string, MessageKey> = {
  network: 'listErrorNetwork',
  'http-status': 'listErrorServer',
  redirect: 'listErrorServer',
  'html-page': 'listErrorPortal',
  'captive-portal': 'listErrorPortal',
  truncated: 'listErrorBroken',
  'slow-retrieval': 'listErrorBroken',
  freeze: 'listErrorOutOfDate',
  'newer-engine': 'listErrorNewer',
  'store-full': 'listErrorFull',
  store: 'listErrorStore',
  stopped: 'listErrorStopped',
  'no-mirror': 'listErrorNoAddress',
  'no-trusted-root': 'listErrorNoAddress',
};

/** What went wrong, in a person's words. Whatever smells of an attack is said to be refused, and no more. */
export function errorWords({ name, attack }: ListError): MessageKey {
  return FAULTS[name] ?? (attack ? 'listErrorRefused' : 'listErrorMistake');
}

export const STEP_WORDS: Record<ListProgress['step'], MessageKey> = {
  asking: 'listStepAsking',
  fetching: 'listStepFetching',
  trying: 'listStepTrying',
  keeping: 'listStepKeeping',
};

/** Share of a check that is done, 0 to 1: lists done, and the step of the one in hand. */
export function shareDone({ step, done, of }: ListProgress): number {
  const within = { asking: 0.1, fetching: 0.35, trying: 0.7, keeping: 0.95 }[step];
  return (done + within) / Math.max(of, 1);
}
