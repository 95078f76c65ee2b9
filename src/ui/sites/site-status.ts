import type { ShownSite } from '../../site-messages.ts';
import type { MessageKey } from '../catalogue.ts';

/** Parts of the page: a site stays in its part whatever is switched or allowed, so that nothing moves under a finger. */
export type SitePart = 'start' | 'further' | 'asked';

export const PARTS: { part: SitePart; name: MessageKey; about: MessageKey }[] = [
  { part: 'start', name: 'sitesStart', about: 'sitesStartAbout' },
  { part: 'further', name: 'sitesFurther', about: 'sitesFurtherAbout' },
  { part: 'asked', name: 'sitesAsked', about: 'sitesAskedAbout' },
];

export function partOf({ onRequest, fromStart }: ShownSite): SitePart {
  return onRequest ? 'asked' : fromStart ? 'start' : 'further';
}

/** How a site is read now, in a person's words. */
export function statusOf({ off, onRequest, allowed }: ShownSite): MessageKey {
  if (off) return 'siteOff';
  return onRequest || !allowed ? 'siteAsked' : 'siteByItself';
}

/** Whether a permission would change how the site is read. */
export function wantsPermission({ off, onRequest, allowed }: ShownSite): boolean {
  return !off && !onRequest && !allowed;
}
