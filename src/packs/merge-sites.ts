import { compareVersions } from './list-version.ts';
import type { SiteRule } from './site-rule.ts';

/** What runs here: rules that ask for more are left alone. */
export interface Running {
  engine: number;
  /** Version of the package. */
  version: string;
}

/**
 * Joins synced site rules with the packaged ones: for each packaged site the highest revision that this engine can run
 * wins. A synced rule can mend a site or switch it off; where it may be read is decided by the package alone:
 *
 * - sites that the package does not know are dropped, and hosts stay as packaged, so that a stolen key cannot make the
 *   extension read other pages;
 * - a site that is read only when asked stays so: no list may open private conversations.
 */
export function mergeSites(packaged: readonly SiteRule[], synced: readonly SiteRule[], running: Running): SiteRule[] {
  return packaged.map((own) => {
    const newest = synced
      .filter((rule) => rule.site === own.site && rule.revision > own.revision && runsHere(rule, running))
      .reduce<SiteRule | null>((best, rule) => (best && best.revision >= rule.revision ? best : rule), null);
    if (!newest) return own;
    const onRequest = own.onRequest || newest.onRequest ? { onRequest: true } : {};
    return { ...newest, ...onRequest, hosts: own.hosts, state: stateOf(newest) };
  });
}

function runsHere(rule: SiteRule, { engine, version }: Running): boolean {
  if (!(rule.minEngine <= engine)) return false;
  // Switched off until the package that mends it: this is that package, or a later one.
  return stateOf(rule) === 'on' || !rule.fixedIn || compareVersions(version, rule.fixedIn) < 0;
}

/** A state that this version does not know is meant for newer ones: off. */
function stateOf({ state }: SiteRule): 'on' | 'off' {
  return state === undefined || state === 'on' ? 'on' : 'off';
}
