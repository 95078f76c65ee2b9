import type { ListPreview } from '../../list-messages.ts';
import { useSession } from '../popup/session.ts';
import { holds } from './list-box.tsx';
import { OutsideLink } from './outside-link.tsx';

/** Shown of each kind; the rest is a number. */
const SHOWN = 12;

/** What a list would bring, who keeps it, and what it can and cannot do. */
export function ListPreviewBox({
  preview,
  busy,
  onAdd,
  onNot,
}: {
  preview: ListPreview;
  busy: boolean;
  onAdd(): void;
  onNot(): void;
}) {
  const { catalogue } = useSession();
  const { t, plural } = catalogue;
  const { name, by, about, url, host, root, signals, contacts, indicators, leftOut } = preview;
  const held = holds({ signals: signals.length, contacts: contacts.length, indicators }, catalogue);
  return (
    <article class="list-box preview" aria-labelledby="preview">
      <h3 id="preview" class="name" dir="auto">
        {name}
      </h3>
      <p class="soft">
        {t('listKeptBy', by)}
        {url && (
          <>
            {' · '}
            <OutsideLink url={url} />
          </>
        )}
      </p>
      {about && <p dir="auto">{about}</p>}
      <p class="facts">{held ? t('listBrings', held) : t('listBringsNothing')}</p>
      {leftOut > 0 && <p class="soft">{plural('listLeftOut', leftOut)}</p>}
      {signals.length > 0 && (
        <details>
          <summary>{t('listItsSigns')}</summary>
          <ul class="plain-list">
            {signals.slice(0, SHOWN).map(({ label, why }) => (
              <li key={label} dir="auto">
                <b>{label}</b> {why}
              </li>
            ))}
            {signals.length > SHOWN && <li>{t('listChangeMore', catalogue.number(signals.length - SHOWN))}</li>}
          </ul>
        </details>
      )}
      {contacts.length > 0 && (
        <details>
          <summary>{t('listItsContacts')}</summary>
          <ul class="plain-list">
            {contacts.slice(0, SHOWN).map((contact) => (
              <li key={contact.name} dir="auto">
                {contact.name}
                {/^[A-Z]{2}$/.test(contact.country) && ` · ${catalogue.country(contact.country)}`}
              </li>
            ))}
            {contacts.length > SHOWN && <li>{t('listChangeMore', catalogue.number(contacts.length - SHOWN))}</li>}
          </ul>
        </details>
      )}
      <h4>{t('listCan')}</h4>
      <ul class="ticks">
        <li>{t('listCanSigns')}</li>
        <li>{t('listCanContacts')}</li>
      </ul>
      <h4>{t('listCannot')}</h4>
      <ul class="crosses">
        <li>{t('listCannotRed')}</li>
        <li>{t('listCannotOff')}</li>
        <li>{t('listCannotSee', host)}</li>
      </ul>
      <p class="soft">{t('listFingerprint')}</p>
      <p class="fingerprint" dir="ltr">
        {root.match(/.{1,4}/g)?.join(' ')}
      </p>
      <p class="row">
        <button type="button" class="main" disabled={busy} onClick={onAdd}>
          {t('listAddThis')}
        </button>
        <button type="button" class="plain" onClick={onNot}>
          {t('listAddNot')}
        </button>
      </p>
    </article>
  );
}
