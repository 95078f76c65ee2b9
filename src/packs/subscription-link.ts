/** A list to subscribe to: where it is, and the SHA-256 (lowercase hex) of the root metadata it must begin with. */
export interface SubscriptionLink {
  /** Folder of the list, with a slash at its end. */
  address: string;
  root: string;
}

export type ReadLink = { ok: true; link: SubscriptionLink } | { ok: false; fault: 'no-link' | 'not-https' | 'no-root' };

const LONGEST = 2000;
const OWN_MACHINE = /^(localhost|127\.0\.0\.1)$/;

/**
 * Reads `https://any.page/#lurewatch-list=<address>&root=<sha256>`: a page's address, a pasted text or what a QR code
 * says. The address may be relative to the page, or empty for the page's own folder. `allowOwnMachine` is for trying a
 * list before it is published.
 */
export function readSubscriptionLink(text: string, allowOwnMachine = false): ReadLink {
  const words = text.trim().slice(0, LONGEST);
  const page = URL.parse(/\S*#\S*lurewatch-list=\S*/.exec(words)?.[0] ?? '');
  if (!page) return { ok: false, fault: 'no-link' };
  const inside = new URLSearchParams(page.hash.slice(1));
  const address = URL.parse(inside.get('lurewatch-list') ?? '', page.href.split('#')[0]);
  if (!address) return { ok: false, fault: 'no-link' };
  const allowed = address.protocol === 'https:' || (allowOwnMachine && OWN_MACHINE.test(address.hostname));
  // Names and passwords in an address would tell the host who asks.
  if (!allowed || address.username || address.password) return { ok: false, fault: 'not-https' };
  const root = (inside.get('root') ?? '').toLowerCase();
  if (!/^[0-9a-f]{64}$/.test(root)) return { ok: false, fault: 'no-root' };
  address.hash = '';
  address.search = '';
  if (!address.pathname.endsWith('/')) address.pathname = address.pathname.replace(/[^/]*\.[^/]*$/, '');
  if (!address.pathname.endsWith('/')) address.pathname += '/';
  return { ok: true, link: { address: address.href, root } };
}

/** The link that a page, a message or a QR code carries. */
export function subscriptionLink({ address, root }: SubscriptionLink): string {
  return `${address}#lurewatch-list=${encodeURIComponent(address)}&root=${root}`;
}
