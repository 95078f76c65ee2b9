import { advertAddress, pathOf } from './advert-address.ts';
import { addressOf, all, attributeOf, childrenOf, closest, nameOf, parentOf, rawText } from './dom.ts';
import { speaksOfJobs } from './job-likeness.ts';
import { isElsewhere } from './other-pages.ts';
import { isShown } from './style.ts';
import { PAGE_FURNITURE, type TextSize } from './text-sizes.ts';

/** Elements that look like the entries of one list. */
export interface CardGroup {
  cards: Element[];
  /** The link that names each card, where the list was found by its links. */
  links: Map<Element, Element>;
  /** The links' addresses speak of jobs. */
  jobAddresses?: boolean;
  /** What the naming links have in common. */
  linkShape?: string;
}

const MOST_LINKS = 4000;
const MOST_CARDS = 400;

/**
 * Groups found by links: in a list of adverts the links to the adverts are alike, in their addresses or in where they
 * stand, and each has a part of the page to itself. That part is the card.
 */
export function linkGroups(root: Element, url: string, sizes: Map<Element, TextSize>, fewest: number): CardGroup[] {
  const clusters = new Map<string, { link: Element; href: string }[]>();
  for (const link of all(root, 'a[href]').slice(0, MOST_LINKS)) {
    const href = addressOf(link, url).replace(/#.*$/, '');
    if (!href || closest(link, PAGE_FURNITURE)) continue;
    // A link laid over a whole card has no words of its own.
    if (rawText(link).trim().length < 3 && !isJobAddress(href)) continue;
    const advert = `https://${advertAddress(href)}`;
    for (const key of shapesOfLink(link, href)) {
      const cluster = clusters.get(key);
      if (cluster) cluster.push({ link, href: advert });
      else clusters.set(key, [{ link, href: advert }]);
    }
  }
  const groups: CardGroup[] = [];
  for (const [linkShape, cluster] of clusters) {
    const hrefs = new Set(cluster.map(({ href }) => href));
    if (hrefs.size < fewest) continue;
    const group = cardsOf(cluster, root);
    // A few links often lead out of unlike parts of one page.
    const even = group.cards.length >= 6 || isEven(group.cards, sizes);
    if (group.cards.length >= fewest && even)
      groups.push({ ...group, linkShape, jobAddresses: [...hrefs].every((href) => isJobAddress(href)) });
  }
  return groups;
}

const shapesOfLink = (link: Element, href: string): string[] => [
  `address:${addressShape(href)}`,
  `place:${placeShape(link)}`,
];

/**
 * Cards in an element that came into the page later; null where more than another card of the list came. The card's link
 * is noted in the group.
 */
export function cardsIn(added: Element, { cards, links, linkShape }: CardGroup, url: string): Element[] | null {
  if (rawText(added).trim().length < 12) return [];
  const isLike = cards.some((card) => parentOf(card) === parentOf(added) && shapeOf(card) === shapeOf(added));
  if (!isLike) return null;
  const link = all(added, 'a[href]')
    .slice(0, 20)
    .find((one) => linkShape && shapesOfLink(one, addressOf(one, url)).includes(linkShape));
  if (linkShape && !link) return null;
  if (link) links.set(added, link);
  return [added];
}

const isJobAddress = (href: string): boolean => speaksOfJobs(new URL(href).pathname);

/** The folder that tells most of an address holds no adverts: "/blog/tips-for-your-cv". */
export function leadsElsewhere(href: string): boolean {
  const told = pathOf(href)
    .split('/')
    .slice(1, -1)
    .reverse()
    .find((part) => isElsewhere(part) || speaksOfJobs(part));
  return told !== undefined && isElsewhere(told);
}

/** Path with its changing parts blanked: "/jobs/view/cook-at-acme-123" → "/jobs/view/~". */
function addressShape(href: string): string {
  const { host, pathname, searchParams } = new URL(href);
  const parts = pathname
    .replace(/\/$/, '')
    .split('/')
    .map((part, at, { length }) =>
      /\d/.test(part) || part.length > 24 || part.split('-').length > 2 || (at > 1 && at === length - 1) ? '~' : part,
    );
  const names = new Set<string>();
  // Not keys(): in Firefox's content scripts the iterator of URLSearchParams is not iterable.
  searchParams.forEach((_, name) => {
    names.add(name);
  });
  return `${host}${parts.join('/')}?${[...names].sort().join('&')}`;
}

const shapeOf = (element: Element): string =>
  `${nameOf(element)}.${(attributeOf(element, 'class') ?? '').trim().split(/\s+/)[0]!.replace(/\d+/g, '#')}`;

function placeShape(link: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = link; at && steps.length < 4; at = parentOf(at)) {
    steps.push(shapeOf(at));
  }
  return steps.join('<');
}

/** Each link's card: its highest ancestor that holds no other address of the cluster. */
function cardsOf(cluster: { link: Element; href: string }[], root: Element): CardGroup {
  const holds = new Map<Element, string | null>();
  for (const { link, href } of cluster) {
    for (let at: Element | null = link; at; at = at === root ? null : parentOf(at)) {
      const held = holds.get(at);
      if (held === undefined) holds.set(at, href);
      else if (held !== href) holds.set(at, null);
    }
  }
  const links = new Map<Element, Element>();
  for (const { link } of cluster) {
    let card = link;
    for (let at: Element | null = link; at && at !== root; at = parentOf(at)) if (holds.get(at)) card = at;
    const known = links.get(card);
    // Of several links to the same advert, the one with the most words names it.
    if (!known || (rawText(known).trim().length < 3 && rawText(link).trim().length >= 3)) links.set(card, link);
  }
  return { cards: [...links.keys()].slice(0, MOST_CARDS), links };
}

const TEXT_PARTS = new Set('p span a td th dt dd h1 h2 h3 h4 h5 h6 ul ol label option'.split(' '));

/** Groups found by shape alone, for cards without links: like children of one parent. */
export function siblingGroups(root: Element, sizes: Map<Element, TextSize>, fewest: number): CardGroup[] {
  const groups: CardGroup[] = [];
  for (const [parent, size] of sizes) {
    if (size.text < 120 || parent === root) continue;
    const kinds = new Map<string, Element[]>();
    for (const child of childrenOf(parent)) {
      if ((sizes.get(child)?.text ?? 0) < 25) continue;
      if (TEXT_PARTS.has(nameOf(child)) || childrenOf(child).length === 0) continue;
      const kind = shapeOf(child);
      const known = kinds.get(kind);
      if (known) known.push(child);
      else kinds.set(kind, [child]);
    }
    for (const cards of kinds.values()) {
      if (cards.length >= fewest && isEven(cards, sizes))
        groups.push({ cards: cards.slice(0, MOST_CARDS), links: new Map() });
    }
  }
  return groups;
}

/** Cards are alike in length; the sections of one text are not. */
function isEven(cards: Element[], sizes: Map<Element, TextSize>): boolean {
  const lengths = cards.map((card) => sizes.get(card)?.text ?? 0);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const spread = Math.sqrt(lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length);
  return mean <= 600 && spread <= 0.6 * mean;
}

/** Units that say themselves what they are. */
export function declaredGroups(root: Element): CardGroup[] {
  const found = [
    all(root, '[role="feed"] > *'),
    all(root, '[role="article"]:not([role="article"] [role="article"])'),
    all(root, 'article:not(article article)'),
    all(root, '[role="listitem"]:not([role="listitem"] [role="listitem"])'),
  ];
  return found
    .filter((cards) => cards.length > 1)
    .map((cards) => ({ cards: cards.slice(0, MOST_CARDS), links: new Map() }));
}

export function shownCards(group: CardGroup): Element[] {
  return group.cards.filter((card) => isShown(card));
}
