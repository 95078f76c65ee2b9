import { useState } from 'preact/hooks';
import type { Level } from '../../engine/verdict.ts';
import type { TabReport } from '../../messages.ts';
import type { Catalogue } from '../catalogue.ts';
import { send } from '../send.ts';
import { LevelIcon } from './level-icon.tsx';
import { warns } from './riskiest.ts';
import { useSession } from './session.ts';
import type { ThisTab } from './use-tab.ts';

/** The first line of the popup: what this page holds, in words, shape and colour. */
export function PageSummary({ tab }: { tab: ThisTab }) {
  const { catalogue } = useSession();
  const { level, heading, more } = summarise(tab.report, catalogue);
  return (
    <header class={`summary ${level}`}>
      <LevelIcon level={level} size={34} />
      <div>
        <h1>{heading}</h1>
        {more.length > 0 && <p>{more.join(' · ')}</p>}
        <PageButtons tab={tab} />
      </div>
    </header>
  );
}

function summarise(report: TabReport, { t, plural }: Catalogue): { level: Level; heading: string; more: string[] } {
  const count = (level: Level) =>
    report.postings.filter((scored) => warns(scored) && scored.verdict.level === level).length;
  const [high, caution, read] = [count('high'), count('caution'), report.postings.length];
  const unread = report.unread.reduce((sum, entry) => sum + (entry.count ?? 0), 0);
  const counts = [read > 0 && plural('readCount', read), unread > 0 && plural('unreadCount', unread)].filter(
    (text) => text !== false,
  );
  if (high > 0)
    return {
      level: 'high',
      heading: plural('pageHigh', high),
      more: [...(caution > 0 ? [plural('pageCaution', caution)] : []), ...counts],
    };
  if (caution > 0) return { level: 'caution', heading: plural('pageCaution', caution), more: counts };
  if (report.state === 'no-access')
    return { level: 'cannot-read', heading: t('pageNoAccess'), more: [t('pageNoAccessMore')] };
  if (report.state === 'off') return { level: 'cannot-read', heading: t('pageOff'), more: [] };
  if (read > 0) return { level: 'none', heading: t('pageNone'), more: [t('pageNotProof'), ...counts] };
  if (report.state === 'on-request')
    return { level: 'cannot-read', heading: t('pageOnRequest'), more: [t('pageOnRequestMore')] };
  if (report.state === 'checking') return { level: 'cannot-read', heading: t('pageChecking'), more: [] };
  if (report.unread.length > 0) return { level: 'cannot-read', heading: t('pageUnread'), more: counts };
  return { level: 'none', heading: t('pageNoAdverts'), more: [t('pageNoAdvertsMore')] };
}

function PageButtons({ tab: { tabId, report, reload } }: { tab: ThisTab }) {
  const { catalogue } = useSession();
  const [said, say] = useState('');

  async function readNow(): Promise<void> {
    const answer = await send('ui:read-now', { tabId });
    say(answer.ok ? (answer.value.found > 0 ? '' : catalogue.t('readNowNothing')) : catalogue.t('noAnswer'));
    await reload();
  }

  if (report.state === 'off') return <SiteSwitch tab={{ tabId, report, reload }} />;
  const asks = report.state === 'no-access' || report.state === 'on-request';
  return (
    <>
      {asks && (
        <button type="button" class="main" onClick={readNow}>
          {catalogue.t('readNow')}
        </button>
      )}
      <p role="status">{said}</p>
    </>
  );
}

/** Reading on this site, off and on. Absent where no site rule is known that could be switched. */
export function SiteSwitch({ tab: { report, reload } }: { tab: ThisTab }) {
  const { catalogue, settings, setSettings } = useSession();
  const [said, say] = useState('');
  const { site, siteName, experimental } = report;
  if (!site) return null;
  const off = settings.sitesOff.includes(site);

  async function turn(): Promise<void> {
    const others = settings.sitesOff.filter((other) => other !== site);
    await setSettings({ sitesOff: off || !site ? others : [...others, site] });
    say(catalogue.t('switchLater'));
    await reload();
  }

  return (
    <div class="switch">
      <button type="button" class={off ? 'main' : 'plain'} onClick={turn}>
        {catalogue.t(off ? 'switchOn' : 'switchOff')}
      </button>
      {experimental && !off && <p>{catalogue.t('siteExperimental', siteName ?? site)}</p>}
      <p role="status">{said}</p>
    </div>
  );
}
