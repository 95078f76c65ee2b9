import type { Posting } from '../engine/posting.ts';
import { advertAddress } from './advert-address.ts';
import { placeAfterWords } from './badge-place.ts';
import { type BestGroup, linkOf } from './best-group.ts';
import { addressOf, documentOf, rawText } from './dom.ts';
import { fieldReader, type List } from './field-reader.ts';
import type { Unit, UnitReading } from './found-posting.ts';
import { jobLikeness } from './job-likeness.ts';
import { keyOf } from './posting-key.ts';
import { fold } from './structured-data.ts';
import { plain, type StructuredJob } from './structured-job.ts';
import { PAGE_FURNITURE } from './text-sizes.ts';
import { TEXT_LIMIT, visibleText } from './visible-text.ts';

const RAW_LIMIT = 6000;
/** A longer text needs more marks of an advert, and hidden words may be what makes it so long. */
const SURE = 400;

/** What others answered to a post stands in it, as posts of their own. */
const ANSWERS = '[role="article"] [role="article"]';

/** A post in a feed: its words are one text, and nothing in it is a field. */
function feedPosting(post: Element, url: string): { posting: Posting; cut: boolean } {
  const { text, cut } = visibleText(post, { skip: ANSWERS });
  return { posting: { text, url }, cut };
}

function cardPosting(
  card: Element,
  link: Element | undefined,
  url: string,
  list?: List,
): { posting: Posting; cut: boolean } {
  const { text, cut } = visibleText(card);
  const lines = text.split('\n').filter(Boolean);
  const fields = fieldReader()?.fieldsOf(card, link, text, list) ?? { title: plain(lines[0], 200) };
  const said = Object.values(fields);
  const posting: Posting = { text: lines.filter((line) => !said.includes(line)).join('\n'), ...fields, url };
  const address = link && addressOf(link, url);
  if (address) posting.link = address;
  return { posting, cut };
}

/** One post of a feed: no title, because the name above it is its author's. */
export function postUnit(post: Element, url: string, mixed: boolean): Unit {
  const adapter = 'feed-unit';
  const view = 'feed';
  const read = (): UnitReading => {
    const raw = rawText(post).slice(0, RAW_LIMIT);
    if (raw.trim() === '') return { state: 'waiting' };
    // Most posts of a feed are about anything but work: all that one holds is looked at first, because telling what is
    // shown of it costs more.
    const most = jobLikeness(raw);
    if (most === 'no' && raw.length < SURE) return { state: 'not-advert' };
    const { posting, cut } = feedPosting(post, url);
    if (!posting.text) return { state: 'waiting' };
    const likeness = posting.text.length > 0.8 * raw.length ? most : jobLikeness(posting.text);
    if (mixed ? likeness !== 'certain' : likeness === 'no') return { state: 'not-advert' };
    posting.partial = cut || /(?:…|\.{3})$/m.test(posting.text);
    return {
      state: 'posting',
      found: {
        key: keyOf(adapter, view, posting),
        posting,
        adapter,
        view,
        element: post,
        badgeHost: () => placeAfterWords(post),
      },
    };
  };
  return { element: post, adapter, view, read };
}

/** Entries of a list or feed of unknown build. */
export function cardUnits(list: BestGroup, url: string, structured: StructuredJob[]): (card: Element) => Unit {
  const linkIn = (card: Element): Element | undefined => linkOf(list.group, card) ?? undefined;
  let around: List | undefined;
  const listOf = (): List | undefined => {
    const columns = around ? undefined : fieldReader()?.learnColumns(list.cards, linkIn);
    if (columns) around = { cards: list.cards, columns };
    return around;
  };
  return (card) => cardUnit(card, list, url, structured, linkIn, listOf);
}

function cardUnit(
  card: Element,
  list: BestGroup,
  url: string,
  structured: StructuredJob[],
  linkIn: (card: Element) => Element | undefined,
  listOf: () => List | undefined,
): Unit {
  const { adapter } = list;
  const isPost = adapter === 'feed-unit' && (list.mixed || list.posts === true);
  const view = isPost ? 'feed' : 'list';
  const read = (): UnitReading => {
    const { posting, cut } = isPost ? feedPosting(card, url) : cardPosting(card, linkIn(card), url, listOf());
    if (!posting.text && !posting.title) return { state: 'waiting' };
    if (list.mixed && jobLikeness(`${posting.title ?? ''}\n${posting.text}`) !== 'certain')
      return { state: 'not-advert' };
    const known = structured.find((job) => job.title && fold(job.title) === fold(posting.title));
    if (known) fillIn(posting, known);
    posting.partial = cut || /(?:…|\.{3})$/m.test(posting.text);
    const id = posting.link && view === 'list' ? addressId(posting.link) : undefined;
    return {
      state: 'posting',
      found: {
        key: keyOf(adapter, view, posting, id),
        posting,
        adapter,
        view,
        element: card,
        badgeHost: () => (isPost ? placeAfterWords(card) : card),
      },
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
  block: { element: Element; title: string; head?: Element },
  url: string,
  job: StructuredJob | undefined,
  without?: Set<Element>,
): Unit {
  const adapter = job ? 'structured-data' : 'dense-block';
  const read = (): UnitReading => {
    const { text, cut } = visibleText(block.element, { skip: PAGE_FURNITURE, without });
    if (!text) return { state: 'waiting' };
    const { posting } = cardPosting(block.element, undefined, url);
    if (block.head) {
      const { company, location, salary } = cardPosting(block.head, undefined, url).posting;
      posting.company = company ?? posting.company;
      posting.location = location ?? posting.location;
      posting.salary = salary ?? posting.salary;
    }
    posting.title = job?.title ?? (block.title || posting.title);
    const named = fieldReader()?.fieldsOfTitle(documentOf(block.element), posting.title ?? '');
    posting.company ??= named?.company;
    posting.location ??= named?.location;
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
        badgeHost: () => block.element,
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
