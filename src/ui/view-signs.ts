import type { Explanation, ShownReason } from '../messages.ts';
import { isCounted } from './counted-signs.ts';
import { element } from './element.ts';
import { fill } from './fill.ts';
import { outsideLink } from './outside-link.ts';
import { langOf, type ViewContext } from './view-context.ts';

/** Signs shown at once; a longer list is not read, and the strongest stand first. */
const SHOWN_AT_ONCE = 5;

/** The signs with the advert's own words, why each matters, and where that is known from. */
export function signsSection(explanation: Explanation, context: ViewContext): HTMLElement | null {
  const { reasons, fields } = explanation;
  if (reasons.length === 0) return null;
  const { strings } = context;
  const lang = langOf(fields.text) || langOf(fields.title);
  const list = (kind: string, shown: ShownReason[]) =>
    element('ul', { class: kind, role: 'list' }, ...shown.map((reason) => signItem(reason, lang, context)));
  const signs = reasons.filter(isCounted);
  const together = reasons.filter((reason) => !reason.protective && !isCounted(reason));
  const speaksFor = reasons.filter((reason) => reason.protective);
  // One sign alone is not worth a press.
  const atOnce = signs.length > SHOWN_AT_ONCE + 1 ? SHOWN_AT_ONCE : signs.length;
  const weaker = signs.slice(atOnce);
  const count = new Intl.NumberFormat(context.lang).format(weaker.length);
  const against = [
    element('h3', {}, strings.sectionSeen),
    list('signs', [...signs.slice(0, atOnce), ...together]),
    weaker.length > 0 &&
      element(
        'details',
        { class: 'weaker' },
        element('summary', {}, fill(strings.weakerSigns, count)),
        list('signs', weaker),
      ),
    element('p', { class: 'honest' }, strings.honestNote),
  ];
  return element(
    'section',
    { class: 'seen' },
    ...(signs.length + together.length > 0 ? against : []),
    ...(speaksFor.length > 0 ? [element('h3', {}, strings.sectionFor), list('signs for', speaksFor)] : []),
  );
}

function signItem(reason: ShownReason, lang: string, context: ViewContext): HTMLElement {
  const { strings } = context;
  return element(
    'li',
    { class: reason.together || (reason.whole && !reason.protective) ? 'together' : '' },
    reason.together && element('p', { class: 'kicker' }, strings.sectionTogether),
    reason.whole && element('p', { class: 'kicker' }, strings.sectionWhole),
    element('p', { class: 'label' }, reason.label),
    reason.quotes.length > 0 && quotes(reason.quotes, lang),
    reason.fact && element('p', { class: 'fact' }, reason.fact),
    reason.why && element('p', { class: 'why' }, reason.why),
    reason.also &&
      element('p', { class: 'why' }, fill(strings.alsoSeen, new Intl.ListFormat(context.lang).format(reason.also))),
    reason.fromList && element('p', { class: 'from-list', dir: 'auto' }, fill(strings.reasonFromList, reason.fromList)),
    moreOn(reason, context),
  );
}

function quotes(words: string[], lang: string): HTMLElement {
  const marked = words.map((quote) => element('q', { dir: 'auto', lang }, element('mark', {}, quote)));
  return element('p', { class: 'quotes' }, ...marked.flatMap((quote) => [quote, ' ']));
}

function moreOn(reason: ShownReason, { strings }: ViewContext): HTMLElement | null {
  if (!reason.honest && reason.sources.length === 0) return null;
  const sources = reason.sources.map((source) => {
    const label = source.date ? fill(strings.sourceDated, source.title, source.date.slice(0, 4)) : source.title;
    return element('li', {}, outsideLink(source.url, label, strings) ?? label);
  });
  return element(
    'details',
    { class: 'more' },
    element('summary', {}, strings.reasonMore),
    reason.honest && element('p', {}, element('b', {}, `${strings.reasonHonest}: `), reason.honest),
    sources.length > 0 && element('p', {}, element('b', {}, `${strings.reasonSources}:`)),
    sources.length > 0 && element('ul', { role: 'list' }, ...sources),
  );
}
