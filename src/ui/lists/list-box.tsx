import { useState } from 'preact/hooks';
import type { ShownList } from '../../list-messages.ts';
import { useSession } from '../popup/session.ts';
import { send } from '../send.ts';
import { dateAndTime } from '../wording.ts';
import { ListChanges } from './list-changes.tsx';
import { errorWords } from './list-words.ts';
import { OutsideLink } from './outside-link.tsx';

/** One list with its version, its age, what it holds and how its last check went. */
export function ListBox({ list, onRemoved }: { list: ShownList; onRemoved?(): void }) {
  const { catalogue } = useSession();
  const { t, lang } = catalogue;
  // Ours stands under the page's own heading, the others under one for them all.
  const Heading = onRemoved ? 'h3' : 'h2';
  return (
    <section class="list-box" aria-labelledby={list.id}>
      <Heading id={list.id} class="name" dir="auto">
        {list.name || t('listOwn')}
      </Heading>
      {list.by && (
        <p class="soft">
          {t('listKeptBy', list.by)}
          {list.url && (
            <>
              {' · '}
              <OutsideLink url={list.url} />
            </>
          )}
        </p>
      )}
      {list.about && <p dir="auto">{list.about}</p>}
      <p class="facts">
        {list.version ? t('listVersion', list.version) : t('listNothingYet')}
        {list.packaged && ` · ${t('listPackaged')}`}
        {list.since && !list.packaged && ` · ${t('listSince', dateAndTime(lang, list.since))}`}
      </p>
      <p class="soft">{holds(list, catalogue)}</p>
      {list.expired && <p class="said">{t('listExpired', dateAndTime(lang, list.expired))}</p>}
      {list.error && <Trouble list={list} />}
      <ListChanges changes={list.changes} />
      {onRemoved &&
        (list.managed ? <p class="soft">{t('listManaged')}</p> : <Remove list={list} onRemoved={onRemoved} />)}
    </section>
  );
}

/** "46 signs, 312 contacts and 1,200 known addresses"; what a list does not hold is not named. */
export function holds(
  { signals, contacts, indicators }: Pick<ShownList, 'signals' | 'contacts' | 'indicators'>,
  { plural, list }: ReturnType<typeof useSession>['catalogue'],
): string {
  return list([
    ...(signals > 0 ? [plural('signs', signals)] : []),
    ...(contacts > 0 ? [plural('listContacts', contacts)] : []),
    ...(indicators > 0 ? [plural('listAddresses', indicators)] : []),
  ]);
}

function Trouble({ list }: { list: ShownList }) {
  const { catalogue } = useSession();
  const { t, lang } = catalogue;
  const { error, lastCheck, lastGood } = list;
  if (!error) return null;
  return (
    <div class={error.attack ? 'said' : 'said plainly'}>
      <p>
        <b>{t('listTrouble', dateAndTime(lang, lastCheck ?? ''))}</b> {t(errorWords(error))} {t('listStays')}
      </p>
      {lastGood && <p class="soft">{t('listLastGood', dateAndTime(lang, lastGood))}</p>}
      <details>
        <summary>{t('listForKeeper')}</summary>
        <p class="soft" lang="en" dir="ltr">
          {`${error.name}, ${error.role}: ${error.message}`}
        </p>
      </details>
    </div>
  );
}

function Remove({ list, onRemoved }: { list: ShownList; onRemoved(): void }) {
  const { catalogue } = useSession();
  const { t } = catalogue;
  const [asked, ask] = useState(false);
  const [failed, fail] = useState(false);

  async function remove(): Promise<void> {
    const answer = await send('ui:remove-list', { id: list.id });
    if (answer.ok && answer.value.removed) onRemoved();
    else fail(true);
  }

  return (
    <>
      <p class="row">
        {asked ? (
          <>
            <button type="button" class="plain strong" onClick={() => void remove()}>
              {t('listRemoveSure')}
            </button>
            <button type="button" class="plain" onClick={() => ask(false)}>
              {t('listRemoveNot')}
            </button>
          </>
        ) : (
          <button type="button" class="plain" onClick={() => ask(true)}>
            {t('listRemove')}
          </button>
        )}
      </p>
      {failed && <p role="alert">{t('noAnswer')}</p>}
    </>
  );
}
