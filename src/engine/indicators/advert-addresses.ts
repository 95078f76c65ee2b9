import { type Folded, originalRange } from '../folding.ts';
import type { Posting } from '../posting.ts';
import type { Reading } from '../reading.ts';
import { type Address, type AddressSet, createAddressSet } from './address-set.ts';
import { canonicalCompany, companyNamesIn } from './company-name.ts';
import { addAccounts, type NamedMessenger, readLinks } from './messenger-accounts.ts';
import { phoneReadings } from './phone-number.ts';
import { canonicalWallet } from './wallet-address.ts';
import { canonicalEmail, domainReadings, hostOf } from './web-names.ts';
import { emailsIn, sitesIn } from './written-addresses.ts';

const PHONE = /(?:\+|00)?\(?\d(?:[\s().\-–/]{0,2}\d){6,15}/g;
const WALLET =
  /(?<![\p{L}\p{N}_])(?:0x[0-9a-fA-F]{40}|(?:bc|ltc|addr)1[0-9a-z]{20,100}|[1-9A-HJ-NP-Za-km-z]{26,44})(?![\p{L}\p{N}_])/gu;
const LONG_WORD = /[0-9A-Za-z]{23}/;

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

/** Read in the original text: accents and capitals are part of an address or a wallet. */
function addWritten({ original, folded }: Reading, addresses: AddressSet): void {
  const range = (start: number, end: number): [number, number] => [
    foldedIndex(folded, start),
    foldedIndex(folded, end),
  ];
  for (const { value, start, end } of emailsIn(original)) {
    addresses.addForm(canonicalEmail(value), ...range(start, end));
    addHost(hostOf(value.slice(value.indexOf('@') + 1)), addresses, ...range(start, end));
  }
  for (const { value, start, end } of sitesIn(original)) addHost(hostOf(value), addresses, ...range(start, end));
  if (!LONG_WORD.test(original)) return;
  for (const { 0: value, index } of original.matchAll(WALLET))
    addresses.addForm(canonicalWallet(value), ...range(index, index + value.length));
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
