import { type ListChange, listChanges, type TellableList } from '../../src/packs/list-changes.ts';
import type { Packs } from '../../src/packs/pack-files.ts';
import type { PackId } from '../../src/packs/pack-ids.ts';
import { CORE_LIST } from '../../src/storage/lists.ts';
import { StoredList } from '../../src/storage/stored-list.ts';
import { COMPILED, createAcceptor } from '../../src/sync/accept-packs.ts';
import { sha256Hex } from '../../src/sync/hex.ts';
import type { LiveList } from '../../src/sync/list-store.ts';
import { packagedWins } from '../../src/sync/newest-version.ts';
import type { AcceptPacks, VerifiedPack } from '../../src/sync/sync-options.ts';
import { keepingUnchangedRules } from '../../src/sync/unchanged-rules.ts';
import { mayBeUsed } from './check-indicators.ts';
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
  checkIndicators: mayBeUsed,
});

function parse<K extends keyof Packs>(packs: ReadonlyMap<PackId, VerifiedPack>, name: K): Packs[K] | undefined {
  const bytes = packs.get(name)?.bytes;
  return bytes && (JSON.parse(new TextDecoder().decode(bytes)) as Packs[K]);
}

/** Parts of a list whose packs are those in use, byte for byte: nothing in them can have changed. */
async function unchangedPacks(packs: ReadonlyMap<PackId, VerifiedPack>): Promise<Set<PackId>> {
  const { core } = await loadLiveLists();
  const unchanged = new Set<PackId>();
  for (const { id, bytes, sha256 } of packs.values())
    if (core?.packs[id]?.sha256 === (sha256 ?? (await sha256Hex(bytes)))) unchanged.add(id);
  return unchanged;
}

/** What can be told of a list, without its `unchanged` parts: reading megabytes of them would tell nothing. */
async function tellable(
  packs: ReadonlyMap<PackId, VerifiedPack>,
  version: string,
  unchanged: ReadonlySet<PackId>,
): Promise<TellableList> {
  const read = async <K extends keyof Packs>(name: K): Promise<Packs[K] | undefined> =>
    unchanged.has(name) ? undefined : (parse(packs, name) ?? livePack(name));
  const [signals, sites, help] = await Promise.all([read('signals'), read('sites'), read('help')]);
  const files = ['indicators-recent', 'indicators-base'] as const;
  return {
    version,
    signals: signals?.signals ?? [],
    combinations: signals?.combinations ?? [],
    sites: sites?.sites ?? [],
    help: help?.help ?? [],
    indicators: countIndicators(files.flatMap((id) => packs.get(id)?.bytes ?? [])),
  };
}

/** What is in use now, to be compared with what comes. */
async function inUse(unchanged: ReadonlySet<PackId>): Promise<TellableList> {
  const { version } = await loadLiveLists();
  return { ...(await tellable(new Map(), version, unchanged)), indicators: await countCoreIndicators() };
}

/**
 * The project's own list on its way to becoming live: the store and the acceptor of one check, which share what became
 * different, so that both are kept in one transaction.
 */
export function coreOnItsWay(): { kept: KeptList; accept: AcceptPacks } {
  let change: ListChange | null = null;
  const describe = async (packs: ReadonlyMap<PackId, VerifiedPack>): Promise<ListChange | null> => {
    const unchanged = await unchangedPacks(packs);
    const before = await inUse(unchanged);
    return listChanges(before, await tellable(packs, '', unchanged));
  };
  const kept: KeptList = new StoredList(
    CORE_LIST,
    store.database,
    ({ version, at }: LiveList) => change && { at, change: { ...change, to: version } },
  );
  const checked = keepingUnchangedRules(
    check,
    () => coreList.live(),
    () => coreList.hasProduct(COMPILED),
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
