import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import type { ToPage } from '../../src/messages.ts';
import { PageSession } from './page-session.ts';

export default defineContentScript({
  // The hosts come from the site rules when the extension is built: see wxt.config.ts.
  matches: [],
  runAt: 'document_idle',
  main(ctx) {
    let session: Promise<PageSession | null> = PageSession.begin(ctx.signal);

    async function again(): Promise<void> {
      const before = session;
      session = before.then((old) => {
        old?.end();
        return PageSession.begin(ctx.signal);
      });
      await session;
    }

    const handlers: { [K in keyof ToPage]: (input: ToPage[K]['in']) => Promise<ToPage[K]['out']> } = {
      'tab:settings-changed': async () => void again(),
      'tab:selection': async () => ({ text: String(getSelection() ?? '') }),
      'tab:show': async ({ key }) => ({ shown: (await session)?.show(key) ?? false }),
      'tab:read-now': async () => ({ found: (await (await session)?.readNow()) ?? 0 }),
      'tab:dismissed': async ({ key, dismissed }) => void (await session)?.setDismissed(key, dismissed),
    };

    const onMessage = (message: unknown) => {
      const { type, payload } = (message ?? {}) as { type?: string; payload?: never };
      return type && Object.hasOwn(handlers, type) ? handlers[type as keyof ToPage](payload as never) : undefined;
    };
    browser.runtime.onMessage.addListener(onMessage);
    ctx.onInvalidated(() => browser.runtime.onMessage.removeListener(onMessage));

    // The event comes before the address changes and the page redraws: look after the next frame.
    ctx.addEventListener(window, 'wxt:locationchange', ({ newUrl, oldUrl }) => {
      if (newUrl.pathname === oldUrl.pathname && newUrl.search === oldUrl.search) return;
      ctx.requestAnimationFrame(() => void session.then((current) => current?.moveTo(location.href)));
    });
  },
});
