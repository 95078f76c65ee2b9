import { browser } from 'wxt/browser';

const KEY = 'pending-text';

/** Keeps a selected text for our own page, which asks for it when it has opened. */
export async function handOver(text: string): Promise<void> {
  await browser.storage.session.set({ [KEY]: text });
}

/** The text, once: a page opened later must not show what was checked earlier. */
export async function takePendingText(): Promise<string> {
  const { [KEY]: text } = await browser.storage.session.get(KEY);
  await browser.storage.session.remove(KEY);
  return typeof text === 'string' ? text : '';
}
