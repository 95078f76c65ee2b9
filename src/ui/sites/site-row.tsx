import { useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { ShownSite } from '../../site-messages.ts';
import type { MessageKey } from '../catalogue.ts';
import { useSession } from '../popup/session.ts';
import { send } from '../send.ts';
import { statusOf, wantsPermission } from './site-status.ts';

/** Addresses named at once; the rest is a number. */
const HOSTS = 2;

/** One site: how it is read, its switch, and the button that asks the browser for it. */
export function SiteRow({ site, why, onChanged }: { site: ShownSite; why: string; onChanged(): Promise<void> }) {
  const { catalogue } = useSession();
  const { t } = catalogue;
  const [said, say] = useState<MessageKey | null>(null);
  const theSwitch = useRef<HTMLInputElement>(null);
  const id = `site-${site.ids[0]}`;
  const status = statusOf(site);

  async function turn(): Promise<void> {
    const answer = await send('ui:switch-sites', { ids: site.ids, on: site.off });
    say(!answer.ok ? 'noAnswer' : answer.value.kept ? null : 'siteNotKept');
    await onChanged();
  }

  async function settle(asked: Promise<boolean>, not: MessageKey): Promise<void> {
    const done = await asked.catch(() => false);
    say(done ? null : not);
    await onChanged();
    // The button that was pressed is gone; what stays tells the new state.
    if (done) theSwitch.current?.focus();
  }

  return (
    <li class={`site ${site.off ? 'is-off' : status === 'siteByItself' ? 'is-read' : ''}`}>
      <div class="line">
        <label for={id}>
          <span class="name" id={`${id}-name`} dir="auto">
            {catalogue.list(site.names)}
          </span>{' '}
          {site.experimental && (
            <span class="tag" id={`${id}-tag`}>
              {t('siteTag')}
            </span>
          )}
          <span class="hosts">
            <bdi>{addresses(site.hosts, catalogue)}</bdi>
          </span>
        </label>
        <input
          id={id}
          ref={theSwitch}
          type="checkbox"
          role="switch"
          checked={!site.off}
          aria-checked={!site.off}
          aria-labelledby={`${id}-name`}
          aria-describedby={site.experimental ? `${id}-status ${id}-tag` : `${id}-status`}
          onChange={(event) => {
            // Shows what is kept, which storage may refuse.
            event.currentTarget.checked = !site.off;
            void turn();
          }}
        />
      </div>
      <p class="how">
        <span class="status" id={`${id}-status`}>
          {t(status)}
        </span>
        {wantsPermission(site) && (
          <button
            type="button"
            class="plain"
            id={`${id}-allow`}
            aria-labelledby={`${id}-allow ${id}-name`}
            aria-describedby={why}
            // Browsers ask a person only while the press itself is being answered: nothing may come before it.
            onClick={() => void settle(browser.permissions.request({ origins: site.origins }), 'siteNotAllowed')}
          >
            {t('siteAllow')}
          </button>
        )}
        {site.allowed && !site.fromStart && !site.onRequest && (
          <button
            type="button"
            class="plain"
            id={`${id}-give-back`}
            aria-labelledby={`${id}-give-back ${id}-name`}
            onClick={() => void settle(browser.permissions.remove({ origins: site.origins }), 'siteNotGivenBack')}
          >
            {t('siteGiveBack')}
          </button>
        )}
      </p>
      {site.offByList && <p class="by-list">{t('siteOffByList')}</p>}
      <p role="status">{said && t(said)}</p>
    </li>
  );
}

function addresses(hosts: string[], { t, list, number }: ReturnType<typeof useSession>['catalogue']): string {
  const plain = [...new Set(hosts.map((host) => host.replace(/^\*\./, '')))];
  const shown = plain.slice(0, HOSTS);
  return list(plain.length > HOSTS ? [...shown, t('listChangeMore', number(plain.length - HOSTS))] : shown);
}
