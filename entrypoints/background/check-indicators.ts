import { checkIndicators } from '../../src/packs/indicator-list.ts';
import { loadPackagedList } from './packaged-list.ts';

/**
 * Whether an indicators pack, of whichever list, may be used. Stops a wrong or hostile list from branding those who help,
 * known employers and the sites that are read: their addresses come with the package, where no list can remove them.
 */
export async function mayBeUsed(bytes: Uint8Array): Promise<ReturnType<typeof checkIndicators>> {
  const { never } = await loadPackagedList();
  return checkIndicators(bytes, never);
}
