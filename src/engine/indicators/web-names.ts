import { isOwnDomain } from '../contacts.ts';
import { type Canonical, canonicalIs, notCanonical } from './indicator-kinds.ts';

/** Defanged writing, as police and researchers print addresses so that nobody clicks: hxxp, [.], (dot), [at]. */
function armed(written: string): string {
  return written
    .trim()
    .replace(/^hxxp/i, 'http')
    .replace(/\[\.\]|\(\.\)|\[dot\]|\(dot\)/gi, '.')
    .replace(/\[@\]|\(@\)|\[at\]|\(at\)/gi, '@')
    .replace(/\[:\]/g, ':');
}

const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,24}|xn--[a-z0-9-]{2,59})$/;

/**
 * A host in ASCII: lower case, punycode for other letters, no `www.`, no dot at the end. The accents and letters of the
 * address stay what they are: a look-alike is another domain, with another owner.
 */
export function hostOf(written: string): string | undefined {
  const text = armed(written);
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(address)) return undefined;
  const host = new URL(address).hostname.replace(/\.$/, '').replace(/^www\./, '');
  return HOST.test(host) ? host : undefined;
}

/** Second-level names under which the public registers, so that they are nobody's own. */
const PUBLIC_SECOND = /^(?:ac|co|com|edu|gob|gov|go|gouv|mil|net|ne|nom|or|org|in|web|sch|my|id|biz)\.[a-z]{2}$/;

/** Builders of sites: what stands before these names is somebody's own. */
const HOSTED =
  /(?:^|\.)(?:(?:blogspot|wordpress|wixsite|weebly|squarespace|herokuapp|firebaseapp|godaddysites|mystrikingly|onrender)\.com|(?:github|webflow|gitbook)\.io|(?:vercel|netlify|web|repl|framer|bubbleapps|canva|lovable)\.app|(?:pages|workers|r2|fly|deno)\.dev|(?:carrd|bravesites)\.co|notion\.site|my\.canva\.site|glitch\.me|jimdofree\.com|ucoz\.net|tilda\.ws)$/;

/** A host that one holder answers for, not a service that thousands share. */
function isOnes(host: string): boolean {
  const builder = HOSTED.exec(host);
  if (builder) return builder.index > 0;
  return isOwnDomain(host) && !PUBLIC_SECOND.test(host);
}

export function canonicalDomain(written: string): Canonical {
  if (/@/.test(armed(written).replace(/^[a-z]+:\/\//i, ''))) return notCanonical('an e-mail address, not a domain');
  const host = hostOf(written);
  if (!host) return notCanonical('not a domain');
  if (!isOnes(host)) return notCanonical(`${host} is shared by many; list the page, the account or the subdomain`);
  return canonicalIs(`domain:${host}`);
}

/** The host and the domains it stands under, longest first; none that is shared by many. */
export function domainReadings(host: string): string[] {
  const labels = host.split('.');
  const readings: string[] = [];
  for (let i = 0; i + 2 <= labels.length && readings.length < 5; i++) {
    const domain = labels.slice(i).join('.');
    if (isOnes(domain)) readings.push(domain);
  }
  return readings;
}

/** Mailboxes that ignore dots in the name; Google's help, "Dots don't matter in Gmail addresses". */
const DOTLESS: Record<string, string> = { 'gmail.com': 'gmail.com', 'googlemail.com': 'gmail.com' };

/** Lower case, nothing behind a plus, Gmail without dots. */
export function canonicalEmail(written: string): Canonical {
  const text = armed(written)
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/, '');
  const at = text.lastIndexOf('@');
  const host = at > 0 ? hostOf(text.slice(at + 1)) : undefined;
  if (!host || /[/:?#]/.test(text.slice(at + 1))) return notCanonical('not an e-mail address');
  let name = text.slice(0, at).normalize('NFKC').toLowerCase();
  const plus = name.indexOf('+');
  if (plus > 0) name = name.slice(0, plus);
  const dotless = DOTLESS[host];
  if (dotless) name = name.replaceAll('.', '');
  if (!/^[^\s@"(),:;<>[\\\]]{1,64}$/.test(name)) return notCanonical('not an e-mail address');
  return canonicalIs(`email:${name}@${dotless ?? host}`);
}
