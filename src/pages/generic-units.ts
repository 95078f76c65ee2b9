import { pathOf } from './advert-address.ts';
import { type BestGroup, bestGroup, isConsent, linkOf, setApart } from './best-group.ts';
import { cardsIn, leadsElsewhere } from './card-groups.ts';
import { HEADINGS } from './card-parts.ts';
import { blockUnit, cardUnits, postUnit } from './card-units.ts';
import { declaredFeed } from './declared-feed.ts';
import { type DenseBlock, denseBlock } from './dense-block.ts';
import { addressOf, all, bodyOf, documentOf, first, rawText } from './dom.ts';
import type { PageUnits, Unit } from './found-posting.ts';
import { jobLikeness, speaksOfJobs } from './job-likeness.ts';
import { says } from './other-pages.ts';
import { fold } from './structured-data.ts';
import type { StructuredJob } from './structured-job.ts';
import { textSizes } from './text-sizes.ts';
import { visibleText } from './visible-text.ts';

/** Words that make a block an advert of its own beside a list of cards. */
const BLOCK_WORDS = 700;

/** E-mail, telephone or messenger. */
const CONTACT = /[\w.+-]@[\w-]|@\w{4}|\p{Nd}[\p{Nd} ().-]{7}|\b(?:wa|t|line)\.me\//u;

export interface GenericUnits {
  units: Unit[];
  grow?: PageUnits['grow'];
  inside?: PageUnits['inside'];
}

/**
 * Units of a page that no site rule knows: entries of a feed or list found by shape, one advert in the densest block of
 * the page, or both side by side. Where one open advert is `expected`, a list is only "more like this".
 */
export function genericUnits(
  document: Document,
  url: string,
  structured: StructuredJob[],
  expected?: string,
): GenericUnits {
  const body = bodyOf(document);
  if (!body) return { units: [] };
  const feed = structured.length === 0 && expected !== 'detail' ? declaredFeed(body, url) : null;
  if (feed) {
    const unitOf = (post: Element): Unit => postUnit(post, url, feed.mixed);
    return {
      units: feed.posts.map(unitOf),
      grow: (added) => feed.postsIn(added)?.map(unitOf) ?? null,
      inside: (post) => feed.answersIn(post).map(unitOf),
    };
  }
  const main = first(document, 'main, [role="main"]');
  const root = main && rawText(main).length > 0.3 * rawText(body).length ? main : body;
  const title = first(document, 'title');
  const heading = first(document, 'h1');
  const topical = speaksOfJobs([title && rawText(title), heading && rawText(heading), pathOf(url)].join(' '));
  const sizes = textSizes(root);
  const list = bestGroup(root, url, topical, sizes);
  const around = list ? setApart(list.cards, root, sizes) : new Set<Element>();
  const block = structured.length > 1 ? null : denseBlock(root, sizes, around, list?.cards[0]);
  const detail = block && isAdvert(block, url, topical, structured) ? block : null;
  const open = (job = structured.length === 1 ? structured[0] : undefined): Unit[] =>
    detail ? [blockUnit(detail, url, job, new Set(list?.cards))] : [];
  if (list && !(detail && isPane(detail, list.cards)) && isAside(list, url, root)) return { units: open() };
  if (!list || expected === 'detail' || (detail && structured.length === 1)) return { units: open() };
  const unitOf = cardUnits(list, url, structured);
  const cards = list.cards.map(unitOf);
  const grow = (added: Element): Unit[] | null => cardsIn(added, list.group, url)?.map(unitOf) ?? null;
  if (!detail) return { units: cards, grow };
  const blockFirst = isBefore(detail.element, list.cards[0]!);
  // A list under an advert is "more like this". Running text under a list is about the site, unless it is the advert that
  // was picked from the list, whose card it then repeats.
  if (!blockFirst && isPane(detail, list.cards)) return { units: [...open(), ...cards] };
  if (!blockFirst || detail.words < BLOCK_WORDS) return { units: cards, grow };
  const inCards = list.cards.reduce((sum, card) => sum + (sizes.get(card)?.text ?? 0), 0);
  return detail.words > 0.8 * inCards ? { units: open() } : { units: cards, grow };
}

/** More like the advert that the page is about, which it may not show: told by the heading above, or by its address. */
function isAside({ cards, group }: BestGroup, url: string, root: Element): boolean {
  const [card] = cards;
  const above = all(root, HEADINGS).filter((heading) => isBefore(heading, card!));
  const link = linkOf(group, card!);
  const kind = kindOf(url);
  return (
    says('similar', rawText(above.at(-1) ?? root).slice(0, 80)) ||
    (kind.includes('~') && link !== null && kindOf(addressOf(link, url)) === kind)
  );
}

const kindOf = (url: string): string =>
  pathOf(url)
    .replace(/\/$/, '')
    .replace(/[^/]*\d{4}[^/]*/g, '~');

const isBefore = (one: Element, other: Element): boolean =>
  (Node.prototype.compareDocumentPosition.call(one, other) & 4) !== 0;

function isAdvert(block: DenseBlock, url: string, topical: boolean, structured: StructuredJob[]): boolean {
  if (structured.length === 1) return true;
  const text = `${block.title}\n${visibleText(block.element, { limit: 4000 }).text}`;
  const likeness = jobLikeness(text);
  if (isConsent(block.element)) return false;
  // An article about work names nobody to write to.
  if (leadsElsewhere(`${url}/`) || first(documentOf(block.element), 'meta[property="og:type"][content="article"]'))
    return likeness === 'certain' && CONTACT.test(text);
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
