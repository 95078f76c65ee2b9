import { compareVersions } from '../packs/list-version.ts';

export function newestVersion(versions: Iterable<string>): string {
  let newest = '';
  for (const version of versions) if (newest === '' || compareVersions(version, newest) > 0) newest = version;
  return newest;
}

/**
 * Whether the packaged list is to be used instead of the synced one: the higher version wins, so that neither an update
 * of the extension nor a sync rolls the other back. The list is taken whole; parts of two lists are not mixed.
 */
export function packagedWins(packagedVersion: string, syncedVersion: string | undefined): boolean {
  return syncedVersion === undefined || compareVersions(packagedVersion, syncedVersion) > 0;
}
