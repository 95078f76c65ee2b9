import type { SiteRule } from './site-rule.ts';

/** `*.example.org` stands for the host itself and everything under it; a name without a star for that host alone. */
export function hostMatches(pattern: string, host: string): boolean {
  if (!pattern.startsWith('*.')) return pattern === host;
  const base = pattern.slice(2);
  return host === base || host.endsWith(`.${base}`);
}

/** The rule for the site of this address, if there is one. */
export function siteOfUrl(url: string, sites: readonly SiteRule[]): SiteRule | undefined {
  const host = URL.parse(url)?.hostname;
  return host ? sites.find((site) => site.hosts.some((pattern) => hostMatches(pattern, host))) : undefined;
}

/** Browser match patterns for the hosts of these sites, sorted. */
export function matchPatterns(sites: readonly SiteRule[]): string[] {
  return [...new Set(sites.flatMap((site) => site.hosts.map((host) => `https://${host}/*`)))].sort();
}
