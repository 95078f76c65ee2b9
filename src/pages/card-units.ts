import type { Posting } from '../engine/posting.ts';
import { advertAddress } from './advert-address.ts';
import type { BestGroup } from './best-group.ts';
import { cardPosting, feedPosting } from './card-fields.ts';
import { first } from './dom.ts';
import type { Unit, UnitReading } from './found-posting.ts';
import { jobLikeness } from './job-likeness.ts';
import { keyOf } from './posting-key.ts';
import { fold } from './structured-data.ts';
import type { StructuredJob } from './structured-job.ts';
import { PAGE_FURNITURE } from './text-sizes.ts';
import { TEXT_LIMIT, visibleText } from './visible-text.ts';

/** One entry of a list or feed of unknown build. */
export function cardUnit(card: Element, list: BestGroup, url: string, structured: StructuredJob[]): Unit {
  const { adapter } = list;
  const view = adapter === 'feed-unit' && list.mixed ? 'feed' : 'list';
  const read = (): UnitReading => {
    const link = list.group.links.get(card) ?? first(card, 'a[href]') ?? undefined;
    const { posting, cut } = view === 'feed' ? feedPosting(card, url) : cardPosting(card, link, url);
    if (!posting.text && !posting.title) return { state: 'waiting' };
    if (list.mixed && jobLikeness(`${posting.title ?? ''}\n${posting.text}`) !== 'certain')
      return { state: 'not-advert' };
    const known = structured.find((job) => job.title && fold(job.title) === fold(posting.title));
    if (known) fillIn(posting, known);
    posting.partial = cut || /(?:…|\.{3})$/m.test(posting.text);
    const id = posting.link && view === 'list' ? addressId(posting.link) : undefined;
    return {
      state: 'posting',
      found: { key: keyOf(adapter, view, posting, id), posting, adapter, view, element: card, badgeHost: card },
    };
  };
  return { element: card, adapter, view, read };
}

/** None where the address could not tell one advert from another. */
function addressId(link: string): string | undefined {
  const address = advertAddress(link);
  return /\/.*\d|\/[^/?]{20}/.test(address) ? address.slice(-160) : undefined;
}

/**
 * One advert that has the page to itself, but for the cards `without` it. Structured data fills in what the page does not
 * show as fields.
 */
export function blockUnit(
  block: { element: Element; title: string },
  url: string,
  job: StructuredJob | undefined,
  without?: Set<Element>,
): Unit {
  const adapter = job ? 'structured-data' : 'dense-block';
  const read = (): UnitReading => {
    const { text, cut } = visibleText(block.element, { skip: PAGE_FURNITURE, without });
    if (!text) return { state: 'waiting' };
    const { posting } = cardPosting(block.element, undefined, url);
    posting.title = job?.title ?? (block.title || posting.title);
    posting.text = text;
    posting.link = job?.link ?? url;
    if (job) fillIn(posting, job);
    if (cut) posting.partial = true;
    return {
      state: 'posting',
      found: {
        key: keyOf(adapter, 'detail', posting),
        posting,
        adapter,
        view: 'detail',
        element: block.element,
        badgeHost: block.element,
      },
    };
  };
  return { element: block.element, adapter, view: 'detail', read };
}

/**
 * Structured data is the better source of names and places, never of the words: a forger can lay clean data over a bad
 * text. Its description counts only where the page shows next to nothing.
 */
function fillIn(posting: Posting, job: StructuredJob): void {
  posting.title ??= job.title;
  posting.company = job.company ?? posting.company;
  posting.location = job.location ?? posting.location;
  posting.salary = job.salary ?? posting.salary;
  posting.link ??= job.link;
  const said = job.text ?? '';
  if (posting.text.length < 0.5 * said.length)
    posting.text = [posting.text, said].filter(Boolean).join('\n').slice(0, TEXT_LIMIT);
}
