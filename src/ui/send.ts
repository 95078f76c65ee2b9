import { browser } from 'wxt/browser';
import type { Answer, FromPage, FromUi } from '../messages.ts';

type Messages = FromUi & FromPage;

/**
 * Asks the background. A background that is gone or broken gives `{ ok: false, error: 'no-answer' }`; never rejects.
 */
export async function send<K extends keyof Messages>(
  type: K,
  payload: Messages[K]['in'],
): Promise<Answer<Messages[K]['out']>> {
  try {
    const answer: Answer<Messages[K]['out']> | undefined = await browser.runtime.sendMessage({ type, payload });
    return answer ?? { ok: false, error: 'no-answer' };
  } catch {
    return { ok: false, error: 'no-answer' };
  }
}
