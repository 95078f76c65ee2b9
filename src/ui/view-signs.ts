import type { Explanation, ShownReason } from '../messages.ts';
import { element } from './element.ts';
import { fill } from './fill.ts';
import { outsideLink } from './outside-link.ts';
import { langOf, type ViewContext } from './view-context.ts';

/** The signs with the advert's own words, why each matters, and where that is known from. */
export function signsSection(explanation: Explanation, context: ViewContext): HTMLElement | null {
  const { strings } = context;
  const against = explanation.reasons.filter((reason) => !reason.protective);
  const speaksFor = explanation.reasons.filter((reason) => reason.protective);
  if (explanation.reasons.length === 0) return null;
  const lang = langOf(explanation.fields.text) || langOf(explanation.fields.title);
  const items = (reasons: ShownReason[]) => reasons.map((reason) => signItem(reason, lang, context));
  return element(
    'section',
    { class: 'seen' },
    against.length > 0 && element('h3', {}, strings.sectionSeen),
    against.length > 0 && element('ul', { class: 'signs', role: 'list' }, ...items(against)),
    against.length > 0 && element('p', { class: 'honest' }, strings.honestNote),
    speaksFor.length > 0 && element('h3', {}, strings.sectionFor),
    speaksFor.length > 0 && element('ul', { class: 'signs for', role: 'list' }, ...items(speaksFor)),
  );
}

function signItem(reason: ShownReason, lang: string, context: ViewContext): HTMLElement {
  const { strings } = context;
  return element(
    'li',
    { class: reason.together ? 'together' : '' },
    reason.together && element('p', { class: 'kicker' }, strings.sectionTogether),
    element('p', { class: 'label' }, reason.label),
    reason.quotes.length > 0 && quotes(reason.quotes, lang),
    reason.fact && element('p', { class: 'fact' }, reason.fact),
    reason.why && element('p', { class: 'why' }, reason.why),
    reason.also &&
      element('p', { class: 'why' }, fill(strings.alsoSeen, new Intl.ListFormat(context.lang).format(reason.also))),
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
