import { browser } from 'wxt/browser';
import type { ScoredPosting, TabReport } from '../../src/messages.ts';
import type { Catalogue } from '../../src/ui/catalogue.ts';
import { loadSpeech } from './speech.ts';

/** The warning family of colours; both carry white text with a contrast above 4.5:1. */
const COLOURS = { high: '#a3200d', caution: '#8a5300' };

/** Shows how many warnings stand on the tab's page; put-away ones do not count. The title says the same in words. */
export async function showCount(
  tabId: number,
  report: { postings: ScoredPosting[]; unread: TabReport['unread'] },
): Promise<void> {
  const count = (level: string) =>
    report.postings.filter(({ verdict, dismissed }) => !dismissed && verdict.level === level).length;
  const high = count('high');
  const caution = count('caution');
  const text = high + caution > 0 ? String(Math.min(high + caution, 99)) : '';
  const title = titleFor(high, caution, report, await loadSpeech());
  // The tab may be gone by now.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: high > 0 ? COLOURS.high : COLOURS.caution }),
    browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

function titleFor(
  high: number,
  caution: number,
  { postings, unread }: { postings: ScoredPosting[]; unread: TabReport['unread'] },
  speech: Catalogue,
): string {
  const lines: string[] = [];
  if (high > 0) lines.push(speech.plural('toolbarHigh', high));
  if (caution > 0) lines.push(speech.plural('toolbarCaution', caution));
  if (lines.length > 0) return lines.join('\n');
  if (postings.length > 0) return speech.t('toolbarNone');
  return unread.some(({ why }) => why !== 'no-postings') ? speech.t('toolbarUnread') : speech.t('toolbarQuiet');
}
