import type { Flag, FromUi, ScoredPosting, Settings, StorageState, TabReport } from '../../../src/messages.ts';
import { loadCatalogue } from '../../../src/ui/catalogue.ts';
import { explain } from '../../../src/ui/explain.ts';
import { orderHelp } from '../../../src/ui/explain-help.ts';
import { loadMessages } from '../../../src/ui/load-messages.ts';
import { ADVERTS, ARABIC, CHINESE, ENGLISH, HONEST, LITTLE, THAI, UNREAD, VIETNAMESE } from './sample-adverts.ts';
import { HELP } from './sample-help.ts';
import { listHandlers } from './sample-lists.ts';
import { sitesBrowser } from './sample-sites.ts';
import { COMBINATIONS, SIGNALS } from './sample-words.ts';

/** Stands in for `wxt/browser` in pictures and tests: a background that knows the sample adverts and nothing else. */
const parameters = new URLSearchParams(location.search);
const scenario = parameters.get('scenario') ?? 'mixed';
const storage: StorageState = scenario === 'private' ? { ok: false, fault: 'blocked' } : { ok: true };
const settings: Settings = {
  home: parameters.get('home') ?? 'KE',
  language: '',
  sitesOff: scenario === 'off' ? ['facebook'] : [],
};
export const TODAY = '2026-11-20';

const HONEST_PAGE = Array.from({ length: 12 }, (_, index): ScoredPosting => ({ ...HONEST, key: `honest-${index}` }));

const TABS: Record<string, Partial<TabReport>> = {
  mixed: {
    postings: [CHINESE, HONEST, ENGLISH, VIETNAMESE, ARABIC, THAI, LITTLE, ...HONEST_PAGE],
    unread: [
      { why: 'missing-fields', count: 2, missing: ['text'] },
      { why: 'still-loading', count: 1 },
    ],
  },
  one: { postings: [ENGLISH, LITTLE, HONEST] },
  caution: { postings: [THAI, HONEST] },
  quiet: { postings: HONEST_PAGE },
  private: { postings: [ENGLISH, HONEST] },
  nothing: {},
  unread: { unread: [{ why: 'login-wall' }] },
  single: { postings: [UNREAD] },
  'no-access': { state: 'no-access' },
  'on-request': { state: 'on-request' },
  off: { state: 'off', site: 'facebook' },
  checking: { state: 'checking' },
  offered: { url: 'https://union.example/#lurewatch-list=https%3A%2F%2Flists.example%2F&root=ab' },
};

let flags: Flag[] = [VIETNAMESE, ENGLISH].map(({ posting, verdict }, index) => ({
  id: `flag-${index}`,
  posting,
  verdict,
  url: posting.url ?? '',
  at: `2026-11-1${index}T08:30:00.000Z`,
  list: verdict.list,
  appVersion: '0.1.0',
}));
if (scenario === 'nothing') flags = [];

type Handlers = { [K in keyof FromUi]: (input: FromUi[K]['in']) => FromUi[K]['out'] | Promise<FromUi[K]['out']> };

const sites = sitesBrowser(scenario);
const handlers: Handlers = {
  ...listHandlers(scenario, storage),
  ...sites.handlers,
  'ui:tab': () => ({
    url: 'https://www.facebook.com/groups/jobs',
    title: '',
    state: 'read',
    postings: [],
    unread: [],
    ...TABS[scenario],
  }),
  'ui:read-now': () => ({ found: 0 }),
  'ui:show': () => ({ shown: true }),
  'ui:pending-text': () => ({ text: scenario === 'handed-over' ? ENGLISH.posting.text : '' }),
  'ui:check-text': ({ text }) =>
    ADVERTS.find((advert) => advert.posting.text.slice(0, 20) === text.slice(0, 20)) ?? {
      ...LITTLE,
      posting: { text },
    },
  async 'ui:explain'({ scored }) {
    const catalogue = await loadCatalogue(navigator.language, loadMessages);
    return explain(
      { scored, signals: SIGNALS, combinations: COMBINATIONS, help: HELP, home: settings.home, today: TODAY },
      catalogue,
    );
  },
  'ui:settings': () => settings,
  'ui:set-settings': (changes) => ({ ...Object.assign(settings, changes) }),
  'ui:help': ({ from, to }) => orderHelp(HELP, { home: from, destinations: to ? [to] : [], today: TODAY }),
  'ui:flag': ({ on }) => ({ flagged: on && storage.ok, storage }),
  'ui:flags': () => ({ flags, storage }),
  'ui:remove-flag': ({ id }) => {
    flags = flags.filter((flag) => flag.id !== id);
    return { removed: true };
  },
  'ui:dismiss': () => ({ done: true }),
  'ui:list': () => ({
    version: '2026.11.1',
    languages: Array.from({ length: 30 }, (_, index) => String(index)),
    signals: 46,
    storage,
  }),
};

export const browser = {
  runtime: {
    async sendMessage({ type, payload }: { type: keyof FromUi; payload: never }) {
      return scenario === 'no-answer' ? undefined : { ok: true, value: await handlers[type](payload) };
    },
    getManifest: () => ({ version: '0.1.0' }),
    openOptionsPage: async () => {},
  },
  tabs: { query: async () => [{ id: 1 }], create: async () => {} },
  permissions: sites.permissions,
  storage: sites.storage,
  i18n: { getUILanguage: () => navigator.language },
};
