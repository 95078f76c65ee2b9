import type { Explanation } from '../messages.ts';
import { element } from './element.ts';
import { outsideLink } from './outside-link.ts';
import type { ViewContext } from './view-context.ts';

/** Three things to do now; the first one stands out, because one is enough to begin with. */
export function actionsSection(explanation: Explanation, { strings, callbacks }: ViewContext): HTMLElement {
  const asksForCountry = !explanation.home && callbacks.onChooseCountry;
  const items = explanation.actions.map((text, index) => {
    const link = explanation.actionLinks?.[index];
    return element(
      'li',
      {},
      element('p', {}, text),
      link ? outsideLink(link.url, link.label, strings, 'button') : null,
    );
  });
  return element(
    'section',
    { class: 'do' },
    element('h3', { tabindex: '-1' }, strings.sectionDo),
    element('ol', { class: 'steps', role: 'list' }, ...items),
    asksForCountry
      ? element(
          'button',
          { type: 'button', class: 'quiet', onclick: () => callbacks.onChooseCountry?.() },
          strings.chooseCountry,
        )
      : null,
  );
}
