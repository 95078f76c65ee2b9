import { checkIndicators } from '../../src/packs/indicator-list.ts';
import { neverListed } from '../../src/packs/never-listed.ts';
import { once } from './once.ts';
import { packagedPack } from './packaged-list.ts';

const loadNever = once(async () => {
  const [{ help }, { sites }] = await Promise.all([packagedPack('help'), packagedPack('sites')]);
  return [...neverListed({ employers: [], help, sites }).keys()];
});

/**
 * Whether an indicators pack, of whichever list, may be used. Stops a wrong or hostile list from branding those who help:
 * their addresses, and those of the sites that are read, are taken from the package, where no list can remove them. Known
 * employers are left out when addresses are looked up.
 */
export async function mayBeUsed(bytes: Uint8Array): Promise<ReturnType<typeof checkIndicators>> {
  return checkIndicators(bytes, await loadNever());
}
