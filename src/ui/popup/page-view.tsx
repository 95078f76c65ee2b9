import { useState } from 'preact/hooks';
import type { ScoredPosting } from '../../messages.ts';
import { CheckField } from './check-field.tsx';
import { Details } from './details.tsx';
import { OfferedList } from './offered-list.tsx';
import { PageSummary, SiteSwitch } from './page-summary.tsx';
import { PostingCard } from './posting-card.tsx';
import { PostingRows } from './posting-rows.tsx';
import { riskiestFirst, warns } from './riskiest.ts';
import { useSession } from './session.ts';
import { StorageNotice } from './storage-notice.tsx';
import { UnreadList } from './unread-list.tsx';
import { useThisTab } from './use-tab.ts';

/**
 * Level and count of this page, the riskiest advert opened, the others as rows, and a field for a text of one's own.
 */
export function PageView() {
  const tab = useThisTab();
  const { catalogue } = useSession();
  const [opened, open] = useState<ScoredPosting | null>(null);
  const [checked, keepChecked] = useState<ScoredPosting | null>(null);

  if (opened) {
    const onPage = opened !== checked && tab ? tab.tabId : undefined;
    return (
      <Details
        scored={opened}
        onPage={onPage}
        onBack={() => {
          open(null);
          void tab?.reload();
        }}
      />
    );
  }
  const sorted = tab ? riskiestFirst(tab.report.postings) : [];
  const first = sorted[0] && warns(sorted[0]) ? sorted[0] : null;
  return (
    <>
      {tab === undefined && <div class="summary cannot-read" aria-busy="true" />}
      {tab === null && <p class="notice">{catalogue.t('noAnswer')}</p>}
      {tab && !checked && <PageSummary tab={tab} />}
      {tab && !checked && <OfferedList address={tab.report.url} />}
      {tab && !checked && first && (
        <PostingCard key={first.key} scored={first} tabId={tab.tabId} onOpen={() => open(first)} />
      )}
      {tab && !checked && (
        <PostingRows postings={first ? sorted.slice(1) : sorted} afterFirst={first !== null} onOpen={open} />
      )}
      {tab && !checked && <UnreadList unread={tab.report.unread} />}
      <CheckField checked={checked} onChecked={keepChecked} onOpen={open} lines={first || !tab ? 1 : 3} />
      {tab && tab.report.state === 'read' && <SiteSwitch tab={tab} />}
      <StorageNotice />
    </>
  );
}
