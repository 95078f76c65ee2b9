import { useEffect, useRef, useState } from 'preact/hooks';
import type { ListsReport } from '../../list-messages.ts';
import { useSession } from '../popup/session.ts';
import { timeFromNow } from '../wording.ts';
import { AddList } from './add-list.tsx';
import { ListBox } from './list-box.tsx';
import { STEP_WORDS, shareDone } from './list-words.ts';
import { useLists } from './use-lists.ts';

/** Every list: what is in use, how old it is, when it is looked for again, and what went wrong. */
export function ListsView() {
  const { catalogue } = useSession();
  const { t } = catalogue;
  const { report, reload, check, stop } = useLists();
  const heading = useRef<HTMLHeadingElement>(null);
  if (report === undefined) return <div class="view" aria-busy="true" />;
  if (report === null) return <p class="notice">{t('noAnswer')}</p>;
  const [own, ...added] = report.lists;

  return (
    <div class="view lists">
      <h1 ref={heading} tabIndex={-1}>
        {t('lists')}
      </h1>
      <p class="soft">{t('listsIntro')}</p>
      {!report.storage.ok && (
        <p class="notice">{t(report.storage.fault === 'full' ? 'listErrorFull' : 'listsNotKept')}</p>
      )}
      <Check report={report} onCheck={check} onStop={stop} />
      {own && <ListBox list={own} />}
      <h2>{t('listsAdded')}</h2>
      {added.length === 0 && <p class="soft">{t('listsAddedNone')}</p>}
      {added.map((list) => (
        <ListBox
          key={list.id}
          list={list}
          onRemoved={() => {
            void reload();
            heading.current?.focus();
          }}
        />
      ))}
      {!report.syncOff && <AddList onAdded={reload} />}
    </div>
  );
}

function Check({
  report,
  onCheck,
  onStop,
}: {
  report: ListsReport;
  onCheck(): Promise<void>;
  onStop(): Promise<void>;
}) {
  const { catalogue } = useSession();
  const { t, lang } = catalogue;
  const { checking, lists, syncOff } = report;
  const [asked, ask] = useState(false);
  useEffect(() => {
    if (!checking) ask(false);
  }, [checking]);
  if (syncOff) return <p class="notice">{t('listsSyncOff')}</p>;
  if (!lists.some(({ host }) => host)) return <p class="notice">{t('listErrorNoAddress')}</p>;

  const checks = lists.flatMap(({ lastCheck }) => lastCheck ?? []).sort();
  const nexts = lists.flatMap(({ nextCheck }) => nextCheck ?? []).sort();
  const last = checks.at(-1);
  return (
    <div class="check-now">
      <div class="row">
        {checking ? (
          <button type="button" class="plain" onClick={() => void onStop()}>
            {t('listsStop')}
          </button>
        ) : (
          <button
            type="button"
            class="main"
            disabled={asked}
            onClick={() => {
              ask(true);
              void onCheck();
            }}
          >
            {t('listsCheck')}
          </button>
        )}
        <p class="soft" role="status">
          {checking ? (
            <>
              {t(STEP_WORDS[checking.step])}
              <progress aria-label={t('listsProgress')} value={shareDone(checking)} />
            </>
          ) : (
            <>
              {last ? t('listsLastCheck', timeFromNow(lang, last, Date.now())) : t('listsNeverChecked')}
              {nexts[0] && ` ${t('listsNextCheck', timeFromNow(lang, nexts[0], Date.now()))}`}
            </>
          )}
        </p>
      </div>
    </div>
  );
}
