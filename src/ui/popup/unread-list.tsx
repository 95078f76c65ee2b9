import type { Unread } from '../../messages.ts';
import type { MessageKey } from '../catalogue.ts';
import { useSession } from './session.ts';

const WHY: Record<string, MessageKey> = {
  'missing-fields': 'unreadMissing',
  'no-postings': 'unreadNoPostings',
  'still-loading': 'unreadLoading',
  'too-long': 'unreadTooLong',
  'login-wall': 'unreadLogin',
  'on-request-only': 'unreadOnRequest',
  'site-off': 'unreadOff',
  language: 'unreadLanguage',
  error: 'unreadError',
};

/** What was not read, and why: silence must not be taken for "no warning". */
export function UnreadList({ unread }: { unread: Unread[] }) {
  const { catalogue } = useSession();
  if (unread.length === 0) return null;
  const counts = new Map<MessageKey, number>();
  for (const entry of unread) {
    const key = WHY[entry.why] ?? 'unreadOther';
    counts.set(key, (counts.get(key) ?? 0) + (entry.count ?? 0));
  }
  return (
    <details class="unread">
      <summary>{catalogue.t('unreadTitle')}</summary>
      <ul>
        {[...counts].map(([key, count]) => (
          <li key={key}>
            {count > 0 && <b>{catalogue.plural('unreadCount', count)}: </b>}
            {catalogue.t(key)}
          </li>
        ))}
      </ul>
    </details>
  );
}
