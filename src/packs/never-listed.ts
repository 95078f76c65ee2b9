import { canonicalIndicator } from '../engine/indicators/canonical-indicator.ts';
import type { HelpRule } from './help-rule.ts';
import type { EmployerRule } from './shared-rules.ts';
import type { SiteRule } from './site-rule.ts';

/**
 * Addresses that no list may name, by canonical form, with whose they are: domains of known employers, hotlines, offices
 * and organisations that help, and the sites that are read. A list that holds one is wrong or hostile as a whole.
 */
export function neverListed(rules: {
  employers: EmployerRule[];
  help: HelpRule[];
  sites: SiteRule[];
}): Map<string, string> {
  const never = new Map<string, string>();
  const add = (
    kind: 'domain' | 'email' | 'phone',
    value: string | undefined,
    whose: string,
    country?: string,
  ): void => {
    const form = value === undefined ? undefined : canonicalIndicator(kind, value, country);
    if (form?.ok) never.set(form.canonical, whose);
  };
  for (const { names, domains } of rules.employers)
    for (const domain of domains) add('domain', domain, `a domain of ${names[0]}`);
  for (const { country, entries } of rules.help) {
    for (const { name, phones = [], email, url, hosts = [] } of entries) {
      for (const phone of phones) add('phone', phone, name, country);
      for (const host of [url, ...hosts]) add('domain', host, name);
      add('email', email, name);
    }
  }
  for (const { site, hosts } of rules.sites)
    for (const host of hosts) add('domain', host.replace('*.', ''), `the site ${site}`);
  return never;
}
