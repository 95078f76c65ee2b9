import { useState } from 'preact/hooks';
import { useSession } from '../popup/session.ts';
import { findSites } from './find-sites.ts';
import { SiteRow } from './site-row.tsx';
import { PARTS, partOf } from './site-status.ts';
import { useSites } from './use-sites.ts';

/** Every site that can be read: how it is, and what the person wants of it. */
export function SitesView() {
  const { catalogue } = useSession();
  const { t, plural } = catalogue;
  const { sites, reload } = useSites();
  const [typed, type] = useState('');
  if (sites === undefined) return <div class="view" aria-busy="true" />;
  if (sites === null) return <p class="notice">{t('noAnswer')}</p>;
  const found = findSites(sites, typed);
  const counted = plural('sitesFound', found.length);

  return (
    <div class="view sites">
      <h1>{t('sites')}</h1>
      <p class="soft">{t('sitesIntro')}</p>
      <div class="find">
        <label for="find-site">{t('sitesFind')}</label>
        <input
          id="find-site"
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
        />
        <p role="status">{typed.trim() && (found.length > 0 ? counted : t('sitesFoundNone'))}</p>
      </div>
      {found.some(({ experimental }) => experimental) && (
        <p class="key">
          <span class="tag">{t('siteTag')}</span> {t('siteTagAbout')}
        </p>
      )}
      {PARTS.map(({ part, name, about }) => {
        const here = found.filter((site) => partOf(site) === part);
        if (here.length === 0) return null;
        return (
          <section key={part} aria-labelledby={`sites-${part}`}>
            <h2 id={`sites-${part}`}>{t(name)}</h2>
            <p class="soft" id={`sites-${part}-why`}>
              {t(about)}
            </p>
            <ul>
              {here.map((site) => (
                <SiteRow key={site.ids[0]} site={site} why={`sites-${part}-why`} onChanged={reload} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
