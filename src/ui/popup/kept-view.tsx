import { useEffect, useRef, useState } from 'preact/hooks';
import type { Flag, ScoredPosting, StorageState } from '../../messages.ts';
import { copyText } from '../copy-text.ts';
import { plainTextReport } from '../plain-text-report.ts';
import { send } from '../send.ts';
import { storageNotice } from '../view-own-buttons.ts';
import { dateAndTime } from '../wording.ts';
import { Details } from './details.tsx';
import { LevelIcon } from './level-icon.tsx';
import { useSession } from './session.ts';

/** Adverts the person flagged, newest first: open, copy, delete. */
export function KeptView() {
  const { catalogue, strings } = useSession();
  const [kept, keep] = useState<{ flags: Flag[]; storage: StorageState } | null>(null);
  const [opened, open] = useState<Flag | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  async function load(): Promise<void> {
    const answer = await send('ui:flags', {});
    keep(answer.ok ? answer.value : { flags: [], storage: { ok: false, fault: 'broken' } });
  }
  useEffect(() => void load(), []);

  async function remove(flag: Flag): Promise<void> {
    await send('ui:remove-flag', { id: flag.id });
    await load();
    heading.current?.focus();
  }

  if (opened) {
    return (
      <Details
        scored={asScored(opened)}
        onBack={() => {
          open(null);
          void load();
        }}
      />
    );
  }
  const flags = [...(kept?.flags ?? [])].sort((a, b) => b.at.localeCompare(a.at));
  return (
    <div class="view">
      <h1 ref={heading} tabIndex={-1}>
        {catalogue.t('kept')}
      </h1>
      {kept && !kept.storage.ok && <p class="notice">{storageNotice(kept.storage, strings)}</p>}
      {kept?.storage.ok && flags.length === 0 && <p class="soft">{catalogue.t('keptEmpty')}</p>}
      <ul class="kept">
        {flags.map((flag) => (
          <KeptRow key={flag.id} flag={flag} onOpen={() => open(flag)} onRemove={() => void remove(flag)} />
        ))}
      </ul>
    </div>
  );
}

function KeptRow({ flag, onOpen, onRemove }: { flag: Flag; onOpen(): void; onRemove(): void }) {
  const { catalogue, strings } = useSession();
  const { t } = catalogue;
  const [asked, ask] = useState(false);
  const [said, say] = useState('');
  const { posting, verdict } = flag;

  async function copy(): Promise<void> {
    const answer = await send('ui:explain', { scored: asScored(flag) });
    if (!answer.ok) return say(t('noAnswer'));
    const facts = {
      url: flag.url,
      seenAt: flag.at,
      lang: catalogue.lang,
      ...(posting.link ? { link: posting.link } : {}),
      ...(posting.poster ? { poster: posting.poster } : {}),
    };
    say((await copyText(plainTextReport(answer.value, facts, strings))) ? t('copyDone') : t('copyFailed'));
  }

  return (
    <li class={verdict.level}>
      <button type="button" class="name" onClick={onOpen}>
        <LevelIcon level={verdict.level} size={18} />
        <span dir="auto">{posting.title || posting.text.slice(0, 80) || t('untitled')}</span>
      </button>
      <p class="soft">{t('keptAt', dateAndTime(catalogue.lang, flag.at))}</p>
      <p class="row">
        <button type="button" class="plain" onClick={() => void copy()}>
          {t('copyText')}
        </button>
        {asked ? (
          <>
            <button type="button" class="plain strong" onClick={onRemove}>
              {t('keptDeleteSure')}
            </button>
            <button type="button" class="plain" onClick={() => ask(false)}>
              {t('keptDeleteNot')}
            </button>
          </>
        ) : (
          <button type="button" class="plain" onClick={() => ask(true)}>
            {t('keptDelete')}
          </button>
        )}
      </p>
      <p role="status">{said}</p>
    </li>
  );
}

/** A kept advert has no page any more; it is shown with the verdict it was kept with. */
function asScored({ id, posting, verdict }: Flag): ScoredPosting {
  return { key: id, posting, verdict, adapter: 'kept', view: 'kept', flagged: true };
}
