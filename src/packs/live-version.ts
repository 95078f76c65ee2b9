/** A subscription that is in use. */
export interface ListedVersion {
  prefix: string;
  version: string;
}

/**
 * Names a whole set of lists, e.g. "2026.11.22 + shore 2026.11.20": a verdict given by one set is not one of another,
 * and kept adverts say by which lists they were judged.
 */
export function liveVersion(core: string, subscriptions: readonly ListedVersion[]): string {
  const others = subscriptions.map(({ prefix, version }) => `${prefix} ${version}`).sort();
  return [core, ...others].join(' + ');
}
