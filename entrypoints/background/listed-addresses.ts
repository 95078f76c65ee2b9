import {
  createIndicatorLookup,
  dayOf,
  type IndicatorList,
  type IndicatorLookup,
  type IndicatorTable,
} from '../../src/engine/indicators/indicator-lookup.ts';
import { decodeIndicators } from '../../src/packs/indicators-file.ts';
import type { LiveList } from '../../src/sync/list-store.ts';
import { coreList, type KeptList, loadLiveLists } from './live-lists.ts';
import { once } from './once.ts';
import { packagedIndicators } from './packaged-list.ts';

/** Newest first: what was added or removed lately decides. */
const PACKS = ['indicators-recent', 'indicators-base'] as const;

/** A pack that cannot be read is left out: adverts are scored without it. */
async function tablesOf(
  read: (pack: (typeof PACKS)[number]) => Promise<Uint8Array | undefined>,
): Promise<IndicatorTable[]> {
  const files = await Promise.all(PACKS.map((pack) => read(pack).catch(() => undefined)));
  return files.flatMap((bytes) => {
    const decoded = bytes && decodeIndicators(bytes);
    return decoded?.ok ? [decoded.table] : [];
  });
}

function keptIndicators(kept: KeptList, { packs }: LiveList) {
  return async (pack: (typeof PACKS)[number]) => packs[pack] && kept.file(packs[pack].sha256);
}

function coreTables(core: LiveList | null): Promise<IndicatorTable[]> {
  return tablesOf(core ? keptIndicators(coreList, core) : packagedIndicators);
}

/** How many addresses the project's own list holds. */
export async function countCoreIndicators(): Promise<number> {
  const tables = await coreTables((await loadLiveLists()).core);
  return tables.reduce((count, { hi }) => count + hi.length, 0);
}

/** The addresses of all lists in use, ready to be looked up. */
export const loadIndicators = once<IndicatorLookup>(async () => {
  const { core, subscriptions } = await loadLiveLists();
  const own: IndicatorList = {
    id: '',
    subscribed: false,
    tables: await coreTables(core),
  };
  const others = await Promise.all(
    subscriptions.map(
      async ({ id, kept, live }): Promise<IndicatorList> => ({
        id,
        subscribed: true,
        tables: await tablesOf(keptIndicators(kept, live)),
      }),
    ),
  );
  return createIndicatorLookup([own, ...others], () => dayOf(new Date().toISOString().slice(0, 10)));
});

/** How many addresses these packs list. */
export function countIndicators(files: Uint8Array[]): number {
  return files.reduce((count, bytes) => {
    const decoded = decodeIndicators(bytes);
    return count + (decoded.ok ? decoded.table.hi.length : 0);
  }, 0);
}
