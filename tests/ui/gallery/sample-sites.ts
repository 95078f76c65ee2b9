import type { FromUi } from '../../../src/messages.ts';
import type { ShownSite } from '../../../src/site-messages.ts';

const site = (id: string, name: string, hosts: string[], more: Partial<ShownSite> = {}): ShownSite => ({
  ids: [id],
  names: [name],
  hosts,
  origins: hosts.map((host) => `https://${host}/*`),
  onRequest: false,
  fromStart: false,
  allowed: false,
  off: false,
  offByList: false,
  experimental: false,
  ...more,
});

const START = { fromStart: true, allowed: true };
const ASKED = { onRequest: true, experimental: true };

const SITES: ShownSite[] = [
  site('104tw', '104 人力銀行', ['*.104.com.tw'], { experimental: true }),
  site('bayt', 'Bayt', ['*.bayt.com'], { experimental: true, allowed: true }),
  site('craigslist', 'Craigslist', ['*.craigslist.org']),
  site('facebook', 'Facebook', ['*.facebook.com'], { ...START, experimental: true }),
  site('gmail', 'Gmail', ['mail.google.com'], ASKED),
  site('indeed', 'Indeed', ['*.indeed.com'], START),
  site('linkedin', 'LinkedIn', ['*.linkedin.com'], { ...START, off: true }),
  site('naukri', 'Naukri', ['*.naukri.com'], { ...START, offByList: true }),
  site('seek', 'SEEK, JobStreet and JobsDB', ['*.seek.com.au', '*.seek.com', '*.jobstreet.com', '*.jobsdb.com'], START),
  site('telegram-a', 'Telegram Web A', ['web.telegram.org'], {
    ...ASKED,
    ids: ['telegram-a', 'telegram-k'],
    names: ['Telegram Web A', 'Telegram Web K'],
  }),
  site('topcv', 'TopCV', ['*.topcv.vn'], { experimental: true, off: true }),
  site('vietnamworks', 'VietnamWorks', ['*.vietnamworks.com']),
];

/** An event of the browser that a test can set off. */
function event() {
  const listeners = new Set<() => void>();
  return {
    addListener: (listener: () => void) => void listeners.add(listener),
    removeListener: (listener: () => void) => void listeners.delete(listener),
    happen: () => {
      for (const listener of listeners) listener();
    },
  };
}

type SiteMessage = 'ui:sites' | 'ui:switch-sites';

/** A background that knows a dozen sites, and the browser's permissions for them. */
export function sitesBrowser(scenario: string): {
  handlers: { [K in SiteMessage]: (input: FromUi[K]['in']) => FromUi[K]['out'] };
  permissions: object;
  storage: object;
} {
  const [onAdded, onRemoved, onChanged] = [event(), event(), event()];
  const allow = (origins: string[], allowed: boolean) => {
    for (const one of SITES) if (origins.includes(one.origins[0]!)) one.allowed = allowed;
  };
  const permissions = {
    onAdded,
    onRemoved,
    /** What was asked for, and whether that was while a press was being answered, as browsers want it. */
    asked: [] as { origins: string[]; pressed: boolean }[],
    async request({ origins }: { origins: string[] }) {
      permissions.asked.push({ origins, pressed: globalThis.event?.type === 'click' });
      if (scenario === 'sites-refused') return false;
      allow(origins, true);
      onAdded.happen();
      return true;
    },
    async remove({ origins }: { origins: string[] }) {
      allow(origins, false);
      onRemoved.happen();
      return true;
    },
  };
  Object.assign(globalThis, { permissions });
  return {
    handlers: {
      'ui:sites': () => ({ sites: structuredClone(SITES) }),
      'ui:switch-sites'({ ids, on }) {
        if (scenario === 'private') return { kept: false };
        for (const one of SITES) if (one.ids.some((id) => ids.includes(id))) one.off = !on;
        return { kept: true };
      },
    },
    permissions,
    storage: { onChanged },
  };
}
