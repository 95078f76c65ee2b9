import type { MessageKey } from '../catalogue.ts';
import { useSession, type View } from './session.ts';

/** One line weight, 20 × 20. The first is our mark. */
const TABS: { view: View; name: MessageKey; icon: string }[] = [
  {
    view: 'page',
    name: 'thisPage',
    icon: 'M1.5 10C4 6.2 6.8 4.4 10 4.4s6 1.8 8.5 5.6c-2.5 3.8-5.3 5.6-8.5 5.6S4 13.8 1.5 10ZM10.9 7v4.6a2 2 0 0 1-4 0',
  },
  { view: 'sites', name: 'sites', icon: 'M3 4.5h14v11H3ZM3 8h14M5.2 6.3h.1M7.4 6.3h.1M6 11h4M6 13h6' },
  { view: 'help', name: 'help', icon: 'M3.4 4.5h13.2v9H9.4L5.9 16.6v-3.1H3.4ZM7 9h.1M10 9h.1M13 9h.1' },
  { view: 'kept', name: 'kept', icon: 'M5 17.5v-15M5 3.5h10.5L13 7l2.5 3.5H5' },
  {
    view: 'settings',
    name: 'settings',
    icon: 'M3 6h6.2M13.4 6H17M3 14h3.2M10.4 14H17M11.3 3.9a2.1 2.1 0 1 1 0 4.2 2.1 2.1 0 0 1 0-4.2ZM8.3 11.9a2.1 2.1 0 1 1 0 4.2 2.1 2.1 0 0 1 0-4.2Z',
  },
];

/** In the same place on every view, so that help is always one press away. */
export function TabBar({
  view,
  first = 'thisPage',
  withSites = false,
}: {
  view: View;
  first?: MessageKey;
  withSites?: boolean;
}) {
  const { catalogue, go } = useSession();
  const tabs = withSites ? TABS : TABS.filter((tab) => tab.view !== 'sites');
  return (
    <nav class="tabs">
      {tabs.map((tab) => (
        <button
          type="button"
          key={tab.view}
          aria-current={tab.view === view ? 'page' : undefined}
          onClick={() => go(tab.view)}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d={tab.icon} />
          </svg>
          <span>{catalogue.t(tab.view === 'page' ? first : tab.name)}</span>
        </button>
      ))}
    </nav>
  );
}
