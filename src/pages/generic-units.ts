import type { Posting } from '../engine/posting.ts';
import { cardPosting } from './card-fields.ts';
import { type CardGroup, declaredGroups, linkGroups, shownCards, siblingGroups } from './card-groups.ts';
import { type DenseBlock, denseBlock } from './dense-block.ts';
import { bodyOf, first, parentOf, rawText } from './dom.ts';
import type { Unit, UnitReading } from './found-posting.ts';
import { isLikely, jobLikeness, speaksOfJobs } from './job-likeness.ts';
import { keyOf } from './posting-key.ts';
import { fold } from './structured-data.ts';
import type { StructuredJob } from './structured-job.ts';
import { TEXT_LIMIT, visibleText } from './visible-text.ts';
import { PAGE_FURNITURE, type TextSize, textSizes } from './text-sizes.ts';

/** Cards read to judge a whole group. */
const SAMPLE = 12;
/** Longer cards count no more than this. */
const LONGEST = 400;
/** With so many cards found by their links, cards without links are not looked for. */
const ENOUGH = 6;
/** Words that make a block an advert of its own beside a list of cards. */
const BLOCK_WORDS = 700;

/**
 * Units of a page that no site rule knows: entries of a feed or list found by shape, one advert in the densest block of
 * the page, or both side by side. Where one open advert is `expected`, a list is only "more like this".
 */
export function genericUnits(document: Document, url: string, structured: StructuredJob[], expected?: string): Unit[] {
  const body = bodyOf(document);
  if (!body) return [];
  const main = first(document, 'main, [role="main"]');
  const root = main && rawText(main).length > 0.3 * rawText(body).length ? main : body;
  const title = first(document, 'title');
  const heading = first(document, 'h1');
  const path = URL.canParse(url) ? decodeURI(new URL(url).pathname) : '';
  const topical = speaksOfJobs([title && rawText(title), heading && rawText(heading), path].join(' '));
  const sizes = textSizes(root);
  const fewest = topical ? 2 : 3;
  const openAdvert = (around: Set<Element>): DenseBlock | null => {
    const block = structured.length > 1 ? null : denseBlock(root, sizes, around);
    return block && isAdvert(block, topical, structured) ? block : null;
  };
  const linked = best([...declaredGroups(root).map(declared), ...linkGroups(root, url, sizes, fewest).map(byShape)], topical, sizes);
  const shaped = linked && linked.cards.length >= ENOUGH ? null : best(siblingGroups(root, sizes, 3).map(byShape), topical, sizes);
  const list = linked && shaped ? (shaped.score > 2 * linked.score ? shaped : linked) : (linked ?? shaped);
  const around = list ? setApart(list.cards, root, sizes) : new Set<Element>();
  const detail = openAdvert(around);
  if (!list || expected === 'detail') return detail ? [blockUnit(detail, url, structured[0])] : [];
  const cards = list.cards.map((card) => cardUnit(card, list, url, structured));
  if (!detail) return cards;
  if (structured.length === 1) return [blockUnit(detail, url, structured[0])];
  if (detail.words < BLOCK_WORDS) return cards;
  // The open advert beside the list it was picked from repeats that card's title.
  if (isPane(detail, list.cards)) return [blockUnit(detail, url, undefined), ...cards];
  // Running text under a list is about the site, a list under an advert is "more like this".
  const blockFirst = (Node.prototype.compareDocumentPosition.call(detail.element, list.cards[0]!) & 4) !== 0;
  const inCards = list.cards.reduce((sum, card) => sum + (sizes.get(card)?.text ?? 0), 0);
  return blockFirst && detail.words > 0.8 * inCards ? [blockUnit(detail, url, undefined)] : cards;
}

/** Takes the cards' text out of the sizes of everything around them, which it gives back. */
function setApart(cards: Element[], root: Element, sizes: Map<Element, TextSize>): Set<Element> {
  const around = new Set<Element>();
  for (const card of cards) {
    const own = sizes.get(card);
    if (!own) continue;
    for (let up = card === root ? null : parentOf(card); up; up = up === root ? null : parentOf(up)) {
      const size = sizes.get(up);
      if (!size) break;
      around.add(up);
      size.text -= own.text;
      size.linked -= own.linked;
    }
  }
  return around;
}

interface BestGroup {
  group: CardGroup;
  cards: Element[];
  /** Each card must be likely by itself: the group mixes adverts with other posts. */
  mixed: boolean;
  adapter: 'feed-unit' | 'list-item';
  score: number;
}

interface Candidate {
  group: CardGroup;
  adapter: BestGroup['adapter'];
}

const declared = (group: CardGroup): Candidate => ({ group, adapter: 'feed-unit' });
const byShape = (group: CardGroup): Candidate => ({ group, adapter: 'list-item' });

function best(candidates: Candidate[], topical: boolean, sizes: Map<Element, TextSize>): BestGroup | null {
  const texts = new Map<Element, string>();
  const textOf = (card: Element): string => {
    const known = texts.get(card) ?? visibleText(card, { limit: 1500 }).text;
    texts.set(card, known);
    return known;
  };
  let found: BestGroup | null = null;
  // Reading words is the dear part: groups that could score most come first, the rest is not read.
  const promising = candidates
    .map((candidate) => ({ ...candidate, most: 2.2 * candidate.group.cards.length * meanLength(candidate.group.cards, sizes) }))
    .sort((one, other) => other.most - one.most);
  for (const { group, adapter, most } of promising) {
    if (most <= (found?.score ?? 0)) break;
    const cards = shownCards(group);
    if (cards.length < 2) continue;
    const step = Math.max(1, Math.floor(cards.length / SAMPLE));
    const sample = cards.filter((_, at) => at % step === 0).slice(0, SAMPLE).map(textOf);
    const share = (accepts: (text: string) => boolean): number => sample.filter(accepts).length / sample.length;
    // A card says at least two things; single lines are menus and filters.
    if (share((text) => text.includes('\n') && text.length >= 20) < 0.6) continue;
    const likely = share((text) => isLikely(jobLikeness(text)));
    const possible = share((text) => jobLikeness(text) !== 'no');
    const uniform = likely >= 0.6 || (topical && (possible >= 0.2 || group.jobAddresses === true));
    if (!uniform && likely === 0) continue;
    const length = sample.reduce((sum, text) => sum + Math.min(text.length, LONGEST), 0) / sample.length;
    const weight = (uniform ? 1 : 0.3) * (adapter === 'feed-unit' ? 1.2 : 1);
    const score = cards.length * length * (0.3 + likely + 0.5 * possible) * weight;
    if (score > (found?.score ?? 0)) found = { group, cards, mixed: !uniform, adapter, score };
  }
  return found;
}

function meanLength(cards: Element[], sizes: Map<Element, TextSize>): number {
  return cards.reduce((sum, card) => sum + Math.min(1.2 * (sizes.get(card)?.text ?? 0), LONGEST), 0) / cards.length;
}

function isAdvert(block: DenseBlock, topical: boolean, structured: StructuredJob[]): boolean {
  if (structured.length === 1) return true;
  const text = `${block.title}\n${visibleText(block.element, { limit: 4000 }).text}`;
  const likeness = jobLikeness(text);
  return likeness === 'certain' || (topical && likeness !== 'no' && isProse(text));
}

/** Running text, not the short lines of filters and menus. */
function isProse(text: string): boolean {
  const least = /[\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/.test(text) ? 20 : 50;
  const long = text.split('\n').filter((line) => line.length >= least);
  return long.reduce((sum, line) => sum + line.length, 0) >= 0.35 * text.length;
}

function isPane(block: DenseBlock, cards: Element[]): boolean {
  const title = fold(block.title) || fold(rawText(first(block.element, 'h1, h2, h3') ?? block.element).slice(0, 80));
  return title.length >= 5 && cards.some((card) => fold(rawText(card)).includes(title));
}

function cardUnit(card: Element, list: BestGroup, url: string, structured: StructuredJob[]): Unit {
  const { adapter } = list;
  const view = adapter === 'feed-unit' && list.mixed ? 'feed' : 'list';
  const read = (): UnitReading => {
    const link = list.group.links.get(card) ?? first(card, 'a[href]') ?? undefined;
    const { posting, cut } = cardPosting(card, link, url);
    if (!posting.text && !posting.title) return { state: 'waiting' };
    if (list.mixed && jobLikeness(`${posting.title ?? ''}\n${posting.text}`) !== 'certain') return { state: 'not-advert' };
    const known = structured.find((job) => job.title && fold(job.title) === fold(posting.title));
    if (known) fillIn(posting, known);
    posting.partial = cut || /(?:…|\.{3})$/m.test(posting.text);
    const id = posting.link && view === 'list' ? addressId(posting.link) : undefined;
    return { state: 'posting', found: { key: keyOf(adapter, view, posting, id), posting, adapter, view, element: card, badgeHost: card } };
  };
  return { element: card, adapter, view, read };
}

/** Path and the query's ids, when they can name one advert; the rest of a query changes with every load. */
function addressId(link: string): string | undefined {
  const { pathname, searchParams } = new URL(link);
  const parameters: [string, string][] = [];
  // In Firefox's content scripts URLSearchParams has no working iterator.
  searchParams.forEach((value, name) => parameters.push([name, value]));
  const ids = parameters.filter(([, value]) => /^[\w-]{4,40}$/.test(value) && /\d/.test(value)).slice(0, 2);
  const query = ids.map(([name, value]) => `${name}=${value}`).join('&');
  if (!query && !/\d|[^/]{20}/.test(pathname)) return undefined;
  return `${pathname.slice(-120)}${query ? `?${query}` : ''}`;
}

/** One advert that has the page to itself; structured data fills in what the page does not show as fields. */
export function blockUnit(block: { element: Element; title: string }, url: string, job: StructuredJob | undefined): Unit {
  const adapter = job ? 'structured-data' : 'dense-block';
  const read = (): UnitReading => {
    const { text, cut } = visibleText(block.element, { skip: PAGE_FURNITURE });
    if (!text) return { state: 'waiting' };
    const { posting } = cardPosting(block.element, undefined, url);
    posting.title = job?.title ?? (block.title || posting.title);
    posting.text = text;
    posting.link = job?.link ?? url;
    if (job) fillIn(posting, job);
    if (cut) posting.partial = true;
    return { state: 'posting', found: { key: keyOf(adapter, 'detail', posting), posting, adapter, view: 'detail', element: block.element, badgeHost: block.element } };
  };
  return { element: block.element, adapter, view: 'detail', read };
}

/**
 * Structured data is the better source of names and places, never of the words: a forger can lay clean data over a bad
 * text. Its description counts only where the page shows next to nothing.
 */
export function fillIn(posting: Posting, job: StructuredJob): void {
  posting.title ??= job.title;
  posting.company = job.company ?? posting.company;
  posting.location = job.location ?? posting.location;
  posting.salary = job.salary ?? posting.salary;
  posting.link ??= job.link;
  const said = job.text ?? '';
  if (posting.text.length < 0.5 * said.length) posting.text = [posting.text, said].filter(Boolean).join('\n').slice(0, TEXT_LIMIT);
}
