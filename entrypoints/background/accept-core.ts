import { decodeIndicators } from '../../src/packs/indicators-file.ts';
import { type ListChange, listChanges, type TellableList } from '../../src/packs/list-changes.ts';
import type { Packs } from '../../src/packs/pack-files.ts';
import type { PackId } from '../../src/packs/pack-ids.ts';
import { CORE_LIST } from '../../src/storage/lists.ts';
import { StoredList } from '../../src/storage/stored-list.ts';
import { COMPILED, createAcceptor } from '../../src/sync/accept-packs.ts';
import type { LiveList } from '../../src/sync/list-store.ts';
import { packagedWins } from '../../src/sync/newest-version.ts';
import type { AcceptPacks, VerifiedPack } from '../../src/sync/sync-options.ts';
import { keepingUnchangedRules } from '../../src/sync/unchanged-rules.ts';
import { compileInTurns } from './compile-in-turns.ts';
import { livePack } from './knowledge.ts';
import { countCoreIndicators, countIndicators } from './listed-addresses.ts';
import { coreList, type KeptList, loadLiveLists } from './live-lists.ts';
import { loadPackagedList, packagedPack } from './packaged-list.ts';
import { store } from './store.ts';

const check = createAcceptor({
  packaged: async () => ({
    signals: await packagedPack('signals'),
    'places-pay': await packagedPack('places-pay'),
  }),
  compile: compileInTurns,
  checkIndicators: decodeIndicators,
});

function parse<K extends keyof Packs>(packs: ReadonlyMap<PackId, VerifiedPack>, name: K): Packs[K] | undefined {
  const bytes = packs.get(name)?.bytes;
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Packs[K]);
}

async function tellable(packs: ReadonlyMap<PackId, VerifiedPack>, version: string): Promise<TellableList> {
  const [signals, sites, help] = await Promise.all([
    parse(packs, 'signals') ?? livePack('signals'),
    parse(packs, 'sites') ?? livePack('sites'),
    parse(packs, 'help') ?? livePack('help'),
  ]);
  const files = ['indicators-recent', 'indicators-base'] as const;
  return {
    version,
    signals: signals.signals,
    combinations: signals.combinations,
    sites: sites.sites,
    help: help.help,
    indicators: countIndicators(files.flatMap((id) => packs.get(id)?.bytes ?? [])),
  };
}

/** What is in use now, to be compared with what comes. */
async function inUse(): Promise<TellableList> {
  const { version } = await loadLiveLists();
  return { ...(await tellable(new Map(), version)), indicators: await countCoreIndicators() };
}

/**
 * The project's own list on its way to becoming live: the store and the acceptor of one check, which share what became
 * different, so that both are kept in one transaction.
 */
export function coreOnItsWay(): { kept: KeptList; accept: AcceptPacks } {
  let change: ListChange | null = null;
  const describe = async (packs: ReadonlyMap<PackId, VerifiedPack>): Promise<ListChange | null> => {
    const before = await inUse();
    return listChanges(before, await tellable(packs, ''));
  };
  const kept: KeptList = new StoredList(
    CORE_LIST,
    store.database,
    ({ version, at }: LiveList) => change && { at, change: { ...change, to: version } },
  );
  const checked = keepingUnchangedRules(
    check,
    () => coreList.live(),
    () => coreList.product(COMPILED),
  );
  const accept: AcceptPacks = async (packs) => {
    const accepted = await checked(packs);
    const newest = [...packs.values()].map(({ version }) => version).reduce((a, b) => (packagedWins(a, b) ? a : b));
    // A list older than the package's is kept but not used: nothing becomes different.
    const isUsed = !packagedWins((await loadPackagedList()).version, newest);
    change = accepted.ok && isUsed ? await describe(packs) : null;
    return accepted;
  };
  return { kept, accept };
}
