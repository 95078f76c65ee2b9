import type { ShownList } from '../../list-messages.ts';
import type { ListChange } from '../../packs/list-changes.ts';
import type { Catalogue } from '../catalogue.ts';
import { useSession } from '../popup/session.ts';
import { dateAndTime } from '../wording.ts';

/** Versions told of at once. */
const SHOWN = 5;
/** Names of one kind; the rest is a number. */
const NAMES = 6;

/** What became different in the last versions, newest first. */
export function ListChanges({ changes }: { changes: ShownList['changes'] }) {
  const { catalogue } = useSession();
  const { t, lang } = catalogue;
  if (changes.length === 0) return null;
  return (
    <details class="changes">
      <summary>{t('listChanges')}</summary>
      {changes.slice(0, SHOWN).map(({ at, change }) => (
        <div key={at}>
          <p class="when">
            {dateAndTime(lang, at)} <span class="soft">{t('listVersion', change.to)}</span>
          </p>
          <ul>
            {linesOf(change, catalogue).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}

function names(all: string[], { t, list, number }: Catalogue): string {
  const shown = all.slice(0, NAMES);
  return list(all.length > NAMES ? [...shown, t('listChangeMore', number(all.length - NAMES))] : shown);
}

export function linesOf({ signals, sites, contacts, indicators }: ListChange, catalogue: Catalogue): string[] {
  const { t, plural, number } = catalogue;
  const named = (all: { name: string }[]) =>
    names(
      all.map(({ name }) => name),
      catalogue,
    );
  const changed = contacts.added + contacts.removed + contacts.changed;
  const lines = [
    signals.added.length > 0 && t('listChangeAdded', named(signals.added)),
    signals.changed.length > 0 && t('listChangeChanged', named(signals.changed)),
    signals.removed.length > 0 && t('listChangeRemoved', named(signals.removed)),
    sites.mended.length > 0 && t('listChangeMended', names(sites.mended, catalogue)),
    sites.off.length > 0 && t('listChangeOff', names(sites.off, catalogue)),
    sites.on.length > 0 && t('listChangeOn', names(sites.on, catalogue)),
    changed > 0 && plural('listChangeContacts', changed),
    indicators !== undefined &&
      indicators.from !== indicators.to &&
      t('listChangeAddresses', number(indicators.from), number(indicators.to)),
  ].filter((line) => line !== false);
  return lines.length > 0 ? lines : [t('listChangeSmall')];
}
