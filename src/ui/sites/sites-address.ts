/** Part of our own page's address by which it opens with the sites. */
const SITES = '#sites';

/** Where the page of sites is, inside the package. */
export const SITES_ADDRESS = `/options.html${SITES}`;

/** Whether our own page was opened for the sites. */
export function wasOpenedForSites(): boolean {
  return location.hash === SITES;
}
