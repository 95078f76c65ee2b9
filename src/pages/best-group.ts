import { placeAfterWords } from './badge-place.ts';
import {
  type CardGroup,
  declaredGroups,
  leadsElsewhere,
  linkGroups,
  shownCards,
  siblingGroups,
} from './card-groups.ts';
import { addressOf, all, childrenOf, closest, first, isInside, parentOf, rawText } from './dom.ts';
import { isLikely, jobLikeness, speaksOfJobs } from './job-likeness.ts';
import { hasMoney } from './money.ts';
import type { TextSize } from './text-sizes.ts';
import { visibleText } from './visible-text.ts';

/** Cards read to judge a whole group. */
const SAMPLE = 12;
/** Longer cards count no more than this. */
const LONGEST = 400;
/** With so many cards found by their links, cards without links are not looked for. */
const ENOUGH = 6;

/** The entries of the page's feed or list. */
export interface BestGroup {
  group: CardGroup;
  cards: Element[];
  /** Each card must be likely by itself: the group mixes adverts with other posts. */
  mixed: boolean;
  /** Posts of people, under their names, not cards with titles. */
  posts?: boolean;
  adapter: 'feed-unit' | 'list-item';
  score: number;
}

interface Candidate {
  group: CardGroup;
  adapter: BestGroup['adapter'];
}

/** Where jobs are spoken of, this names an advert and not its author. */
const TITLE_LINK = ':is(h1, h2, h3, h4) a[href], a[href] :is(h1, h2, h3, h4)';

const declared = (group: CardGroup): Candidate => ({ group, adapter: 'feed-unit' });
const byShape = (group: CardGroup): Candidate => ({ group, adapter: 'list-item' });

/** The group of like elements that is most likely the page's list of adverts. `topical`: the page speaks of jobs. */
export function bestGroup(
  root: Element,
  url: string,
  topical: boolean,
  sizes: Map<Element, TextSize>,
): BestGroup | null {
  const links = linkGroups(root, url, sizes, topical ? 2 : 3).map(byShape);
  const linked = best([...declaredGroups(root).map(declared), ...links], topical, sizes, url);
  if (linked && linked.cards.length >= ENOUGH) return linked;
  const shaped = best(siblingGroups(root, sizes, 3).map(byShape), topical, sizes, url);
  return linked && shaped ? (shaped.score > 2 * linked.score ? shaped : linked) : (linked ?? shaped);
}

function best(candidates: Candidate[], topical: boolean, sizes: Map<Element, TextSize>, url: string): BestGroup | null {
  const texts = new Map<Element, string>();
  const textOf = (card: Element): string => {
    const known = texts.get(card) ?? visibleText(card, { limit: 1500 }).text;
    texts.set(card, known);
    return known;
  };
  let found: BestGroup | null = null;
  // Reading words is the dear part: groups that could score most come first, the rest is not read.
  const promising = candidates
    .map((candidate) => ({
      ...candidate,
      most: 2.2 * candidate.group.cards.length * meanLength(candidate.group.cards, sizes),
    }))
    .sort((one, other) => other.most - one.most);
  for (const { group, adapter, most } of promising) {
    if (most <= (found?.score ?? 0)) break;
    const cards = shownCards(group);
    if (cards.length < 2) continue;
    const step = Math.max(1, Math.floor(cards.length / SAMPLE));
    const some = cards.filter((_, at) => at % step === 0).slice(0, SAMPLE);
    const cardlike = some.filter((card) => textOf(card).length >= 12 && isCardlike(card, sizes)).length;
    if (adapter === 'list-item' && cardlike < 0.6 * some.length) continue;
    if (some.filter((card) => isNoAdvert(card, textOf(card), group, url)).length > 0.5 * some.length) continue;
    const sample = some.map(textOf);
    const share = (accepts: (text: string) => boolean): number => sample.filter(accepts).length / sample.length;
    const likely = share((text) => isLikely(jobLikeness(text)));
    const possible = share((text) => jobLikeness(text) !== 'no');
    // Where people talk of jobs, what each wrote must tell of one.
    const isTalk = adapter === 'feed-unit' && some.filter((card) => first(card, TITLE_LINK)).length < 0.5 * some.length;
    const uniform = likely >= 0.6 || (topical && !isTalk && (possible >= 0.2 || group.jobAddresses === true));
    if (!uniform && likely === 0) continue;
    const length = sample.reduce((sum, text) => sum + Math.min(text.length, LONGEST), 0) / sample.length;
    const weight = (uniform ? 1 : 0.3) * (adapter === 'feed-unit' ? 1.2 : 1);
    const score = cards.length * length * (0.3 + likely + 0.5 * possible) * weight;
    const isPost = (card: Element): boolean => isOneText(card) && !(topical && first(card, TITLE_LINK));
    const posts = adapter === 'feed-unit' && some.filter(isPost).length > 0.5 * some.length;
    if (score > (found?.score ?? 0)) found = { group, cards, mixed: !uniform, posts, adapter, score };
  }
  return found && (finerThan(found, promising, url) ?? found);
}

/** The adverts inside cards that are employers, told by their addresses. */
function finerThan(found: BestGroup, candidates: Candidate[], url: string): BestGroup | undefined {
  const { cards } = found;
  const isEmployer = (card: Element): boolean => leadsElsewhere(addressOf(linkOf(found.group, card) ?? card, url));
  if (cards.filter(isEmployer).length < 0.5 * cards.length) return undefined;
  const isFiner = ({ group }: Candidate): boolean =>
    group.jobAddresses === true &&
    group.cards.length > 1.3 * cards.length &&
    group.cards.filter((card) => cards.some((other) => isInside(other, card))).length > 0.8 * group.cards.length;
  const finer = candidates.find(isFiner);
  return finer && { ...found, ...finer, cards: shownCards(finer.group), posts: false };
}

/** "Cooks 1,204 jobs", "Jobs in Doha (310)". */
const COUNT = /^\P{Nd}{0,25}\p{Nd}[\p{Nd}.,]*\+?\s?\p{L}|\(\p{Nd}[\p{Nd}.,]*\)$/u;
const CONSENT = '[role="dialog"], [class*="cookie" i], [id*="cookie" i], [class*="consent" i], [id*="consent" i]';

export const linkOf = ({ links }: CardGroup, card: Element): Element | null =>
  links.get(card) ?? first(card, 'a[href]');

/** A folder with so many adverts, a question of a form, something at an address of another kind. */
function isNoAdvert(card: Element, text: string, group: CardGroup, url: string): boolean {
  const last = text.slice(text.lastIndexOf('\n') + 1).trim();
  if (last.length < 40 && COUNT.test(last) && !hasMoney(last) && speaksOfJobs(last)) return true;
  const link = linkOf(group, card);
  if (!link) return first(card, 'input, textarea, select') !== null || isConsent(card);
  return leadsElsewhere(addressOf(link, url)) && jobLikeness(text) !== 'certain';
}

/** A choice of cookies. */
export function isConsent(element: Element): boolean {
  const box = closest(element, CONSENT);
  return box !== null && /cookie/i.test(rawText(box));
}

/** Dated, and nearly all of it one text. */
function isOneText(card: Element): boolean {
  const words = rawText(card).trim().length;
  return first(card, 'time') !== null && words > 120 && rawText(placeAfterWords(card)).trim().length > 0.7 * words;
}

/** A card says at least two things and is no bundle of links; else it belongs to a menu, a filter or a directory. */
function isCardlike(card: Element, sizes: Map<Element, TextSize>): boolean {
  const size = sizes.get(card);
  if (
    size &&
    size.linked > 0.9 * size.text &&
    all(card, 'a[href]').filter((link) => rawText(link).trim().length > 2).length > 4
  )
    return false;
  let at = card;
  for (;;) {
    const worded = childrenOf(at).filter((child) => (sizes.get(child)?.text ?? 0) > 0);
    if (worded.length !== 1) return worded.length > 1;
    at = worded[0]!;
  }
}

function meanLength(cards: Element[], sizes: Map<Element, TextSize>): number {
  return cards.reduce((sum, card) => sum + Math.min(1.2 * (sizes.get(card)?.text ?? 0), LONGEST), 0) / cards.length;
}

/** Takes the cards' text out of the sizes of everything around them, which it gives back. */
export function setApart(cards: Element[], root: Element, sizes: Map<Element, TextSize>): Set<Element> {
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
