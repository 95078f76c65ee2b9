import { useEffect, useRef, useState } from 'preact/hooks';
import type { PreviewAnswer } from '../../list-messages.ts';
import type { MessageKey } from '../catalogue.ts';
import { useSession } from '../popup/session.ts';
import { send } from '../send.ts';
import { linkInAddress } from './handed-link.ts';
import { ListPreviewBox } from './list-preview.tsx';
import { errorWords } from './list-words.ts';

type Refused = Extract<PreviewAnswer, { ok: false }>;

const REFUSED: Record<Exclude<Refused['fault'], 'sync'>, MessageKey> = {
  'no-link': 'listLinkNone',
  'not-https': 'listLinkNotHttps',
  'no-root': 'listLinkNoRoot',
  'other-root': 'listLinkOtherRoot',
  'no-card': 'listLinkNoCard',
  'prefix-taken': 'listLinkPrefix',
  'already-added': 'listLinkAlready',
};

/** A list of somebody else: the link first, then a look at what it brings, and only then adding it. */
export function AddList({ onAdded }: { onAdded(): Promise<void> }) {
  const { catalogue } = useSession();
  const { t } = catalogue;
  const [link, setLink] = useState(linkInAddress);
  const [looking, look] = useState(false);
  const [answer, keep] = useState<PreviewAnswer | null>(null);
  const [said, say] = useState('');
  const result = useRef<HTMLDivElement>(null);

  async function preview(): Promise<void> {
    say('');
    keep(null);
    look(true);
    const given = await send('ui:preview-list', { link });
    look(false);
    if (!given.ok) return say(t('noAnswer'));
    keep(given.value);
    if (given.value.ok) result.current?.focus();
  }

  async function add(): Promise<void> {
    look(true);
    const given = await send('ui:add-list', { link });
    look(false);
    if (!given.ok) return say(t('noAnswer'));
    if (!given.value.ok) return keep(given.value);
    keep(null);
    setLink('');
    say(t('listAdded', given.value.preview.name));
    await onAdded();
  }

  // A link that the person opened in the popup is looked at without another press.
  useEffect(() => {
    if (link) void preview();
  }, []);

  const words =
    answer && !answer.ok ? (answer.fault === 'sync' ? errorWords(answer.error) : REFUSED[answer.fault]) : null;
  return (
    <section class="add-list">
      <h2>{t('listAdd')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void preview();
        }}
      >
        <label for="list-link">{t('listLink')}</label>
        <p class="soft" id="list-link-about">
          {t('listLinkAbout')}
        </p>
        <div class="field">
          <input
            id="list-link"
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            dir="ltr"
            aria-describedby="list-link-about"
            aria-invalid={words !== null}
            value={link}
            onInput={(event) => setLink(event.currentTarget.value)}
          />
          <button type="submit" class="main" disabled={looking}>
            {t('listLook')}
          </button>
        </div>
      </form>
      <p role="status">{looking ? t('listLooking') : words ? t(words) : said}</p>
      <div ref={result} tabIndex={-1}>
        {answer?.ok && (
          <ListPreviewBox preview={answer.preview} busy={looking} onAdd={() => void add()} onNot={() => keep(null)} />
        )}
      </div>
    </section>
  );
}
