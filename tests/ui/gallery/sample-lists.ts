import type { ListPreview, ListsReport, ShownList } from '../../../src/list-messages.ts';
import type { FromUi, StorageState } from '../../../src/messages.ts';

/** Times around the moment of looking, so that "2 hours ago" stays two hours. */
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();
const named = (...names: string[]) => names.map((name) => ({ id: name, name }));
const NONE = { added: [], removed: [], changed: [] };
const SAME_SITES = { mended: [], off: [], on: [] };

const OWN: ShownList = {
  id: 'core',
  name: '',
  host: 'lists.example.org',
  version: '2026.11.22.2015',
  packaged: false,
  since: '2026-11-22T20:40:00.000Z',
  lastCheck: hours(-2),
  lastGood: hours(-2),
  nextCheck: hours(0.8),
  signals: 46,
  contacts: 312,
  indicators: 1204,
  changes: [
    {
      at: '2026-11-22T20:40:00.000Z',
      change: {
        from: '2026.11.19.0800',
        to: '2026.11.22.2015',
        signals: {
          added: named('Deposit for a uniform', 'Interview only in chat'),
          removed: [],
          changed: named('Flight and visa paid'),
        },
        sites: { mended: ['Indeed'], off: ['Glints'], on: [] },
        contacts: { added: 2, removed: 0, changed: 1 },
        indicators: { from: 1180, to: 1204 },
      },
    },
    {
      at: '2026-11-19T08:10:00.000Z',
      change: {
        from: '2026.11.12.1000',
        to: '2026.11.19.0800',
        signals: NONE,
        sites: SAME_SITES,
        contacts: { added: 0, removed: 0, changed: 0 },
      },
    },
  ],
};

const UNION: ShownList = {
  id: 'list-1',
  name: 'Shore watch',
  by: 'Union of Example Seafarers',
  about: 'Offers for ships that do not exist, as our members report them.',
  url: 'https://union.example/lures',
  host: 'lists.union.example',
  version: '2026.11.20',
  packaged: false,
  since: '2026-11-20T09:00:00.000Z',
  lastCheck: hours(-2),
  lastGood: hours(-2),
  nextCheck: hours(1.1),
  signals: 3,
  contacts: 2,
  indicators: 120,
  changes: [],
};

const TROUBLE = (name: string, attack: boolean, message: string): Partial<ShownList> => ({
  lastCheck: hours(-1),
  lastGood: '2026-11-20T09:00:00.000Z',
  error: { name, attack, role: 'timestamp', message },
});

const PREVIEW: ListPreview = {
  name: 'Shore watch',
  by: 'Union of Example Seafarers',
  about: 'Offers for ships that do not exist, as our members report them.',
  url: 'https://union.example/lures',
  host: 'lists.union.example',
  root: '3f5a9c0d7e1b2468ace013579bdf02468ace13579bdf02468ace13579bdf0246',
  version: '2026.11.20',
  signals: [
    { label: 'The contract is signed on board', why: 'Seen in adverts for ships that do not exist.' },
    { label: 'A deposit for the uniform', why: 'Shipping companies do not sell uniforms.' },
    { label: 'An agent waits at the port', why: 'He takes the passport.' },
  ],
  contacts: [
    { name: 'Seafarers’ line', country: 'PH' },
    { name: 'Port chaplain, Batam', country: 'ID' },
  ],
  indicators: 120,
  leftOut: 2,
};

const packaged: ShownList = {
  ...OWN,
  packaged: true,
  version: '2026.11.12.1000',
  changes: [],
  host: undefined,
  lastCheck: undefined,
  lastGood: undefined,
  nextCheck: undefined,
};

function reportFor(scenario: string, storage: StorageState): ListsReport {
  const report: ListsReport = { lists: [OWN, UNION], checking: null, syncOff: false, storage };
  switch (scenario) {
    case 'lists-packaged':
      return { ...report, lists: [packaged] };
    case 'lists-checking':
      return { ...report, checking: { list: 'core', step: 'fetching', done: 0, of: 2 } };
    case 'lists-trouble':
      return {
        ...report,
        lists: [
          { ...OWN, ...TROUBLE('rollback', true, 'The timestamp is version 6; version 7 was seen before.') },
          { ...UNION, ...TROUBLE('network', false, 'The mirror could not be reached.'), expired: hours(-30) },
        ],
      };
    case 'lists-managed':
      return { ...report, syncOff: true, lists: [OWN, { ...UNION, managed: true }] };
    default:
      return report;
  }
}

type ListMessage =
  | 'ui:lists'
  | 'ui:check-lists'
  | 'ui:stop-check'
  | 'ui:preview-list'
  | 'ui:add-list'
  | 'ui:remove-list';

/** A background that knows two lists, and one to be added. */
export function listHandlers(
  scenario: string,
  storage: StorageState,
): { [K in ListMessage]: (input: FromUi[K]['in']) => FromUi[K]['out'] } {
  const report = reportFor(scenario, storage);
  const answer = (link: string): FromUi['ui:preview-list']['out'] =>
    link.includes('lurewatch-list=') ? { ok: true, preview: PREVIEW } : { ok: false, fault: 'no-link' };
  return {
    'ui:lists': () => structuredClone(report),
    'ui:check-lists'() {
      report.checking = { list: 'core', step: 'asking', done: 0, of: report.lists.length };
      return { started: true };
    },
    'ui:stop-check'() {
      report.checking = null;
      return { stopped: true };
    },
    'ui:preview-list': ({ link }) => answer(link),
    'ui:add-list'({ link }) {
      report.lists.push({ ...UNION, id: 'list-2' });
      return answer(link);
    },
    'ui:remove-list'({ id }) {
      report.lists = report.lists.filter((list) => list.id !== id);
      return { removed: true };
    },
  };
}
