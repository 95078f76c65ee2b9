import {
  addressOf,
  attributeOf,
  childrenOf,
  closest,
  dataOf,
  documentOf,
  first,
  isInside,
  matches,
  nameOf,
  nodeTypeOf,
  parentOf,
  rawText,
} from './dom.ts';
import { type Field, fieldNamed, fieldOf, isLabel, leadsToCompany } from './field-words.ts';
import { apartOf, isTextShown } from './style.ts';

/** A run of words in a card, with what the page says around it about its meaning. */
export interface Part {
  text: string;
  /** Where it stands: the same in every card of a list. */
  path: string;
  holder: Element;
  /** The element that makes its line. */
  line: Element;
  /** How plainly labels, icons, attributes and addresses say what it is. */
  told: Partial<Record<Field, number>>;
  /** The heading or naming link that it stands in. */
  head: Element | null;
}

const MOST_PARTS = 150;
const FORMATTING = 'b, strong, em, mark, i, u, font, wbr, bdi';
const SKIPPED = 'script, style, noscript, template, select, textarea, nav, [role="tooltip"]';
const BUTTON = 'button, [role="button"]';
/** What is longer is a card that can be pressed. */
const LONGEST_BUTTON = 80;
const ICON = 'i, img, svg, use, span, [class*="icon" i]';
const TERM = 'dt, th, label';
export const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';
/** What is told at all, and by a label. */
const TOLD = 3;
const LABELLED = 5;
const SEPARATOR = /\s+\|\s+|\s*[·•]\s*/;
const EDGES = /^[\s|/,:;–—-]+|[\s|/,:;–—-]+$/g;

/** The runs of words of a card in the order of the page, as a person sees them. */
export function partsOf(card: Element, link?: Element): Part[] {
  const parts: Part[] = [];
  const columns = nameOf(card) === 'tr' ? columnHeads(card) : [];
  const walker = Document.prototype.createTreeWalker.call(documentOf(card), card, 5);
  let fresh = true;
  let icon: { field: Field; within: Element } | undefined;
  for (let node = walker.nextNode(); node && parts.length < MOST_PARTS; node = walker.nextNode()) {
    const owner = parentOf(node);
    if (!owner) continue;
    if (nodeTypeOf(node) === 1) {
      const element = node as Element;
      if (!matches(element, FORMATTING)) fresh = true;
      const field = matches(element, ICON) && rawText(element).trim() === '' && fieldNamed(element);
      if (field) icon = { field, within: owner };
      continue;
    }
    const words = dataOf(node).replace(/\s+/g, ' ').trim();
    if (!words) continue;
    const chain: Element[] = [];
    for (let at: Element | null = owner; at && at !== card; at = parentOf(at)) chain.push(at);
    const is = (selector: string): Element | undefined => chain.find((at) => matches(at, selector));
    const anchor = is('a[href]');
    const named = chain.slice(0, 4).findIndex((at) => fieldNamed(at));
    const button = !anchor && named < 0 && is(BUTTON);
    const isControl = button && rawText(button).length <= LONGEST_BUTTON;
    if (chain.length > 40 || is(SKIPPED) || isControl || !isTextShown(owner, false)) continue;
    const holder = chain.find((at) => !matches(at, FORMATTING)) ?? card;
    const last = parts.at(-1);
    // The end of a name is often kept together in an element of its own.
    const goesOn = fresh
      ? last && matches(last.holder, `a, ${HEADINGS}`) && isInside(last.holder, holder) && !fieldNamed(holder)
      : last?.holder === holder;
    if (last && goesOn && !/[::]$/.test(last.text)) {
      last.text += ` ${words}`;
      continue;
    }
    fresh = false;
    // Several links of a card can lead to the same advert.
    const isNaming = anchor && link && attributeOf(anchor, 'href') === attributeOf(link, 'href');
    const told: Part['told'] = {};
    const tell = (field: Field | undefined, weight: number): void => {
      if (field) told[field] = Math.max(told[field] ?? 0, weight);
    };
    const name = named >= 0 && fieldNamed(chain[named]!);
    if (name && (name !== 'pay' || /\p{Nd}/u.test(words))) tell(name, named < 3 ? TOLD : TOLD - 1);
    if (icon && [...chain, card].slice(0, 3).includes(icon.within)) {
      tell(icon.field, TOLD);
      icon = undefined;
    }
    if (anchor && !isNaming && leadsToCompany(addressOf(anchor, 'https://a.example'))) tell('company', TOLD);
    tell(columns[childrenOf(card).findIndex((cell) => chain.includes(cell))], TOLD + 1);
    const line = chain.find((at) => apartOf(at) === 'line') ?? card;
    const head = is(HEADINGS) ?? (isNaming ? anchor : null);
    const path = chain.map((at) => `${nameOf(at)}.${attributeOf(at, 'class')?.trim().split(/\s/)[0]}`).join('<');
    parts.push({ text: words, path, holder, line, told, head });
  }
  return parts.filter(isNoCopy).flatMap(readLabels).flatMap(splitLine);
}

/** Screen readers are told more in words that stand before the same ones again. */
const isNoCopy = ({ text, line }: Part, at: number, parts: Part[]): boolean => {
  const next = parts[at + 1];
  return !next || next.line !== line || next.text.length < 3 || !text.startsWith(next.text);
};

/** A label's meaning goes over to what stands after it: "Company: Acme", <dt>Company</dt><dd>Acme</dd>. */
function readLabels(part: Part, at: number, parts: Part[]): Part[] {
  const inline = /^(\P{Nd}{2,30}?)\s*[::]\s*(\S.*)$/u.exec(part.text);
  const field = inline && fieldOf(inline[1]!);
  if (field) return [{ ...part, text: inline[2]!, told: { [field]: LABELLED } }];
  if (part.text.length > 30) return [part];
  const isTerm = /^\P{Nd}+[::]$/u.test(part.text) || matches(part.holder, TERM);
  if (!isTerm && !isLabel(part.text)) return [part];
  const next = parts[at + 1];
  if (next) next.told = { [fieldOf(part.text) ?? 'other']: LABELLED };
  return [];
}

function splitLine(part: Part): Part[] {
  const texts = part.text.split(SEPARATOR);
  return texts.flatMap((said, at) => {
    const text = said.replace(EDGES, '');
    return text ? [{ ...part, text, path: texts.length > 1 ? `${part.path}/${at}` : part.path }] : [];
  });
}

/** What the columns of a table hold, by its first row. */
function columnHeads(row: Element): (Field | undefined)[] {
  const table = closest(row, 'table');
  const head = table && first(table, 'tr');
  return head && head !== row ? childrenOf(head).map((cell) => fieldOf(rawText(cell).trim().slice(0, 40))) : [];
}
