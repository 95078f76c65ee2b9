import { copyText } from '../../src/ui/copy-text.ts';
import { openPanel } from '../../src/ui/panel.ts';
import type { OpenForPosting } from '../../src/ui/panel-tools.ts';
import { plainTextReport } from '../../src/ui/plain-text-report.ts';

/** The panel of an advert on this page, with what its buttons do. */
export const openForPosting: OpenForPosting = (explanation, { key, posting, strings, lang, dir, send, ...on }) => {
  const facts = { url: location.href, seenAt: new Date().toISOString(), lang };
  return openPanel(explanation, {
    strings,
    lang,
    dir,
    callbacks: {
      async onFlag(flagged) {
        const kept = await send('page:flag', { key, on: flagged });
        return kept.ok ? kept.value : null;
      },
      async onDismiss(as) {
        const done = await send('page:dismiss', { key, as });
        if (!done.ok || !done.value.done) return false;
        on.onDismissed(as !== null);
        return true;
      },
      onCopy: () =>
        copyText(plainTextReport(explanation, { ...facts, link: posting.link, poster: posting.poster }, strings)),
    },
    onClose: on.onClose,
  });
};
