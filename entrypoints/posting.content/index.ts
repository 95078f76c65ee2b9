import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { ToPage } from '../../src/messages.ts';
import { onAddressChange } from './address.ts';
import { PageSession } from './page-session.ts';

export default defineContentScript({
  // The hosts come from the site rules when the extension is built: see wxt.config.ts.
  matches: [],
  runAt: 'document_idle',
  main({ signal }) {
    let session: Promise<PageSession | null> = PageSession.begin(signal);

    async function again(): Promise<void> {
      const before = session;
      session = before.then((old) => {
        old?.end();
        return PageSession.begin(signal);
      });
      await session;
    }

    const handlers: { [K in keyof ToPage]: (input: ToPage[K]['in']) => Promise<ToPage[K]['out']> } = {
      'tab:settings-changed': async () => void again(),
      'tab:lists-changed': async (change) => void (change.again ? again() : (await session)?.tellAll()),
      'tab:selection': async () => ({ text: String(getSelection() ?? '') }),
      'tab:show': async ({ key }) => ({ shown: (await session)?.show(key) ?? false }),
      'tab:read-now': async () => ({ found: (await (await session)?.readNow()) ?? 0 }),
      'tab:dismissed': async ({ key, dismissed }) => void (await session)?.setDismissed(key, dismissed),
    };

    // Chromium takes no promise for an answer, and what makes it do so would be a third of this script.
    const onMessage = (message: unknown, _: unknown, answer: (value?: unknown) => void): true | undefined => {
      const { type, payload } = (message ?? {}) as { type?: string; payload?: never };
      if (!type || !Object.hasOwn(handlers, type)) return undefined;
      handlers[type as keyof ToPage](payload as never).then(answer, () => answer());
      return true;
    };
    browser.runtime.onMessage.addListener(onMessage);
    signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(onMessage));

    // The page redraws after the address has changed: look after the next frame.
    onAddressChange(signal, () => {
      requestAnimationFrame(() => void session.then((current) => current?.moveTo(location.href)));
    });
  },
});
