import { element } from './element.ts';
import type { PageStrings } from './page-strings.ts';

/** A link that opens apart and tells the other side nothing about the page the person was on. */
export function outsideLink(
  url: string,
  label: string,
  strings: Pick<PageStrings, 'opensTab'>,
  kind = '',
): HTMLElement | null {
  if (!/^https?:\/\//i.test(url)) return null;
  return element(
    'a',
    {
      href: url,
      target: '_blank',
      rel: 'noopener noreferrer',
      referrerpolicy: 'no-referrer',
      class: `outside ${kind}`.trim(),
    },
    element('bdi', {}, label),
    element('span', { class: 'unseen' }, ` (${strings.opensTab})`),
  );
}
