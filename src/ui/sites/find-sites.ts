import type { ShownSite } from '../../site-messages.ts';

/** Small letters without marks, so that "vietnamworks" and "Việt" are both found by plain typing. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Host of an address that was pasted, with or without its beginning; empty for anything else. */
function pastedHost(typed: string): string {
  if (/^https?:\/\//i.test(typed)) return URL.parse(typed)?.hostname ?? '';
  return /^[^\s/]+\.[^\s/]+\/|^www\./i.test(typed) ? (URL.parse(`https://${typed}`)?.hostname ?? '') : '';
}

/** Sites whose name or address holds every word that was typed; an address may be pasted whole. */
export function findSites(sites: readonly ShownSite[], typed: string): ShownSite[] {
  const pasted = pastedHost(typed.trim());
  if (pasted) return sites.filter(({ hosts }) => hosts.some((host) => isUnder(pasted, host)));
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return sites.filter(({ names, hosts }) => {
    const text = plain([...names, ...hosts].join(' '));
    return words.every((word) => text.includes(word));
  });
}

function isUnder(address: string, host: string): boolean {
  const base = host.replace(/^\*\./, '');
  return address === base || (base !== host && address.endsWith(`.${base}`));
}
