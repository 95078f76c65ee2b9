/**
 * Compares list versions such as "2026.11.22.2015" part by part as numbers: negative when `a` is older, 0 when equal.
 * A part that is no number counts as 0, so that an odd version is old rather than new.
 */
export function compareListVersions(a: string, b: string): number {
  const parts = (version: string): number[] =>
    version.split(/[.-]/).map((part) => (/^\d+$/.test(part) ? Number(part) : 0));
  const [left, right] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export function newestVersion(versions: Iterable<string>): string {
  let newest = '';
  for (const version of versions) if (newest === '' || compareListVersions(version, newest) > 0) newest = version;
  return newest;
}

/**
 * Whether the packaged list is to be used instead of the synced one: the higher version wins, so that neither an update
 * of the extension nor a sync rolls the other back. The list is taken whole; parts of two lists are not mixed.
 */
export function packagedWins(packagedVersion: string, syncedVersion: string | undefined): boolean {
  return syncedVersion === undefined || compareListVersions(packagedVersion, syncedVersion) > 0;
}
