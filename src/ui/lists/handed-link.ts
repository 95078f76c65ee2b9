/** The part of a page's address by which it offers a list. */
const OFFER = 'lurewatch-list=';

/** Whether the address of a page offers a list. */
export function offersList(address: string): boolean {
  return (URL.parse(address)?.hash ?? '').slice(1).includes(OFFER);
}

/** Address of our lists page that looks at the list which a page offers. */
export function pathToLookAt(address: string): string {
  return `/options.html#look=${encodeURIComponent(address)}`;
}

/** The link with which the lists page was opened; empty when the person came by themselves. */
export function linkInAddress(): string {
  return new URLSearchParams(location.hash.slice(1)).get('look') ?? '';
}
