import { browser } from 'wxt/browser';
import type { Answer } from '../../src/messages.ts';
import { type PageSender, pageHandlers } from './page-messages.ts';
import { uiHandlers } from './ui-messages.ts';

/** Where a message comes from, as the browser tells it. */
export interface Sender {
  id?: string;
  url?: string;
  frameId?: number;
  tab?: { id?: number; incognito?: boolean };
}

type Handler = (input: unknown, sender: PageSender) => Promise<unknown>;
const FROM_PAGE = pageHandlers as unknown as Record<string, Handler>;
const FROM_UI = uiHandlers as unknown as Record<string, Handler>;

/** The top document of a tab on an ordinary web address; anything else is no page of ours to read. */
function pageSender({ url, frameId, tab }: Sender): PageSender | null {
  if (frameId !== 0 || tab?.id === undefined || !url || !/^https?:/.test(url)) return null;
  return { tabId: tab.id, url, private: tab.incognito === true };
}

/**
 * Answers one message; errors cross as values. Stops a taken-over page process from using the rights of our own pages
 * (reading flags, other tabs, settings): `ui:` messages are answered only to documents of the extension, which the
 * browser names by address, and `page:` messages only to top documents of web pages.
 */
export async function answer(message: unknown, sender: Sender): Promise<Answer<unknown>> {
  const { type, payload } = (message ?? {}) as { type?: unknown; payload?: unknown };
  if (typeof type !== 'string' || sender.id !== browser.runtime.id) return { ok: false, error: 'refused' };
  const ours = sender.url?.startsWith(browser.runtime.getURL('/')) === true;
  const page = ours ? null : pageSender(sender);
  const handlers = ours ? FROM_UI : page ? FROM_PAGE : {};
  if (!Object.hasOwn(handlers, type)) return { ok: false, error: 'refused' };
  try {
    return { ok: true, value: await handlers[type]!(payload ?? {}, page as PageSender) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : 'failed' };
  }
}
