import { type Folded, originalRange } from '../folding.ts';
import type { Posting } from '../posting.ts';
import type { Reading } from '../reading.ts';
import { type Address, type AddressSet, createAddressSet } from './address-set.ts';
import { canonicalCompany, companyNamesIn } from './company-name.ts';
import { addAccounts, type NamedMessenger, readLinks } from './messenger-accounts.ts';
import { phoneReadings } from './phone-number.ts';
import { canonicalWallet } from './wallet-address.ts';
import { canonicalEmail, domainReadings, hostOf } from './web-names.ts';

const PHONE = /(?:\+|00)?\(?\d(?:[\s().\-–/]{0,2}\d){6,15}/g;
/** In the original text: accents and capitals are part of an address or a wallet. */
const EMAIL = /[\p{L}\p{N}][\p{L}\p{N}._+-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,4}\p{L}{2,24}/gu;
const SITE =
  /(?<![\p{L}\p{N}@._-])(?:[\p{L}\p{N}-]{1,63}\.){1,4}(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})(?![\p{L}\p{N}@-])/gu;
const WALLET =
  /(?<![\p{L}\p{N}_])(?:0x[0-9a-fA-F]{40}|(?:bc|ltc|addr)1[0-9a-z]{20,100}|[1-9A-HJ-NP-Za-km-z]{26,44})(?![\p{L}\p{N}_])/gu;

/** First folded unit that comes from `at` in the original, or from behind it. */
function foldedIndex({ origin, length }: Folded, at: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (origin[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function addHost(host: string | undefined, addresses: AddressSet, start?: number, end?: number): void {
  if (host) for (const domain of domainReadings(host)) addresses.add(`domain:${domain}`, start, end);
}

function addWritten({ original, folded }: Reading, addresses: AddressSet): void {
  const each = (pattern: RegExp, add: (value: string, start: number, end: number) => void): void => {
    for (const match of original.matchAll(pattern)) {
      const [value] = match;
      add(value, foldedIndex(folded, match.index), foldedIndex(folded, match.index + value.length));
    }
  };
  if (original.includes('@')) {
    each(EMAIL, (value, start, end) => {
      addresses.addForm(canonicalEmail(value), start, end);
      addHost(hostOf(value.slice(value.indexOf('@') + 1)), addresses, start, end);
    });
  }
  if (original.includes('.')) each(SITE, (value, start, end) => addHost(hostOf(value), addresses, start, end));
  each(WALLET, (value, start, end) => addresses.addForm(canonicalWallet(value), start, end));
}

/** The page and the advert's own address: the channel, page or site that published it. */
function addPublisher({ link, url }: Posting, addresses: AddressSet): void {
  for (const address of new Set([link, url])) {
    if (!address) continue;
    const plain = address.slice(0, 300).replace(/^https?:\/\/(?:www\.)?/i, '');
    readLinks(
      plain.toLowerCase(),
      (start, end) => plain.slice(start, end),
      (form) => addresses.addForm(form),
    );
    addHost(hostOf(address), addresses);
  }
}

function addCompanies({ folded, fields }: Reading, { company }: Posting, addresses: AddressSet): void {
  if (company) {
    const field = fields.find(({ field: name }) => name === 'company');
    const range = field && [foldedIndex(folded, field.from), foldedIndex(folded, field.to)];
    addresses.addForm(canonicalCompany(company.slice(0, 200)), range?.[0], range?.[1]);
  }
  for (const { canonical, start, end } of companyNamesIn(folded.text)) addresses.add(canonical, start, end);
}

/**
 * Every address of an advert in its canonical form: accounts and links, e-mail and web addresses, wallets, telephone
 * numbers, registered company names. Names of people and of posters are not looked at. `countries` (ISO 3166) are those
 * whose numbers may be written without calling code. Time is linear in the text, the result bounded.
 */
export function addressesOf(
  reading: Reading,
  posting: Posting,
  named: NamedMessenger[],
  countries: readonly string[],
): Iterable<Address> {
  const { folded, original } = reading;
  const addresses = createAddressSet();
  const written = (start: number, end: number): string =>
    original.slice(...originalRange(folded, original, start, end));
  readLinks(folded.text, written, addresses.addForm);
  addAccounts(folded.text, written, named, posting.url ? (hostOf(posting.url) ?? '') : '', addresses);
  addWritten(reading, addresses);
  addPublisher(posting, addresses);
  addCompanies(reading, posting, addresses);
  if (/\d/.test(folded.text)) {
    for (const match of folded.text.matchAll(PHONE)) {
      for (const number of phoneReadings(match[0], countries))
        addresses.add(`phone:${number}`, match.index, match.index + match[0].length);
    }
  }
  return addresses.all;
}
