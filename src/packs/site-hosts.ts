import type { SiteRule } from './site-rule.ts';

/** `*.example.org` stands for the host itself and everything under it; a name without a star for that host alone. */
export function hostMatches(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  const base = pattern.slice(2);
  return host === base || host.endsWith(`.${base}`);
}

/** The rules for the site of this address: several where one host serves different programs. */
export function sitesOfUrl(url: string, sites: readonly SiteRule[]): SiteRule[] {
  const host = URL.parse(url)?.hostname;
  return host ? sites.filter((site) => site.hosts.some((pattern) => hostMatches(pattern, host))) : [];
}

/** Browser match patterns for the hosts of these sites, sorted. */
export function matchPatterns(sites: readonly SiteRule[]): string[] {
  return [...new Set(sites.flatMap((site) => site.hosts.map((host) => `https://${host}/*`)))].sort();
}
