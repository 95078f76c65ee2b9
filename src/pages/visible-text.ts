import { attributeOf, childNodesOf, dataOf, matches, nameOf, nodeTypeOf, parentOf, rawText, shadowOf } from './dom.ts';
import { type LineWriter, lineWriter } from './line-writer.ts';
import { isOwn } from './own-nodes.ts';
import { apartOf, isBlock, isShown, isTextShown, keepsLines } from './style.ts';

export interface TextOptions {
  /** Elements whose words are not the advert's. */
  skip?: string;
  /** Elements that have been read already. */
  without?: Set<Element>;
  /** Longest text wanted, in UTF-16 units. */
  limit?: number;
}

export interface VisibleText {
  text: string;
  /** There was more than the limit. */
  cut: boolean;
}

export const TEXT_LIMIT = 200_000;
const NODE_LIMIT = 60_000;

const NOT_WORDS = new Set(
  'audio canvas datalist embed head iframe input math nav noscript object option script select style svg template textarea title video'.split(
    ' ',
  ),
);
/** A button this long is a clickable card, not a button. */
const LONGEST_BUTTON = 80;
/** Emoji, near enough: asking for the property of Unicode takes longer than reading a page. */
const EMOJI =
  /[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u25fe\u2600-\u27bf\u2934\u2935\u2b05-\u2b55\u3030\u303d\u3297\u3299\ud83c-\ud83e]|\u20e3/;

/** The end of an element, met after its content. */
interface End {
  end: Element;
}
type Step = Node | End;

/**
 * The words a person sees in an element, as lines. Iterative, so that nesting cannot exhaust the stack, and without
 * clones or layout reads. Left out: what is hidden, controls, our own nodes, `skip`, and the screen reader's copy of a
 * text that is shown beside it. Open shadow roots are read as displayed; emoji images become their emoji.
 */
export function visibleText(root: Element, options: TextOptions = {}): VisibleText {
  const out = lineWriter(options.limit ?? TEXT_LIMIT);
  const stack: Step[] = [];
  const faded = !isShown(root, { opacityProperty: true, visibilityProperty: true });
  const shown = new Map<Element, boolean>();
  const lines = new Map<Element, boolean>();
  const isSeen = (holder: Element): boolean => {
    const seen = shown.get(holder) ?? isTextShown(holder, faded);
    shown.set(holder, seen);
    return seen;
  };
  pushChildren(root, stack, isSeen);
  let count = 0;
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    if ('end' in step) {
      const { end } = step;
      if (isBlock(end)) out.line();
      else out.end(() => apartOf(end));
      continue;
    }
    if (out.isFull() || ++count > NODE_LIMIT) return { text: out.text(), cut: true };
    if (nodeTypeOf(step) === 3) writeText(step, out, isSeen, lines);
    else if (options.without?.has(step as Element)) out.line();
    else enter(step as Element, stack, out, isSeen, options.skip);
  }
  return { text: out.text(), cut: out.isFull() };
}

/** The same as one line, for titles, names and places. */
export function lineOf(element: Element, skip?: string): string {
  return visibleText(element, { skip, limit: 2000 }).text.replace(/\s+/g, ' ').trim();
}

function writeText(
  node: Node,
  out: LineWriter,
  isSeen: (holder: Element) => boolean,
  lines: Map<Element, boolean>,
): void {
  const raw = dataOf(node);
  const holder = parentOf(node);
  if (!holder) return;
  if (raw.trim() !== '') {
    if (!isSeen(holder)) return;
    if (raw.includes('\n') && !lines.has(holder)) lines.set(holder, keepsLines(holder));
  }
  out.write(raw, lines.get(holder) ?? false);
}

function enter(
  element: Element,
  stack: Step[],
  out: LineWriter,
  isSeen: (holder: Element) => boolean,
  skip: string | undefined,
): void {
  const name = nameOf(element);
  if (name === 'br') {
    out.line(true);
    return;
  }
  if (name === 'img') {
    const alt = attributeOf(element, 'alt') ?? '';
    if (alt.length <= 16 && EMOJI.test(alt) && isSeen(element)) out.write(alt, false);
    return;
  }
  if (NOT_WORDS.has(name) || isOwn(element) || attributeOf(element, 'hidden') !== null) return;
  if ((skip && matches(element, skip)) || isControl(element, name)) return;
  if (isBlock(element)) out.line();
  else if (out.isGlued()) out.apart(apartOf(element));
  stack.push({ end: element });
  pushChildren(element, stack, isSeen);
}

function pushChildren(element: Element, stack: Step[], isSeen: (holder: Element) => boolean): void {
  const closed = nameOf(element) === 'details' && attributeOf(element, 'open') === null;
  const nodes = shownNodes(element);
  const copies = screenReaderCopies(nodes, isSeen);
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]!;
    const type = nodeTypeOf(node);
    if (type !== 1 && type !== 3) continue;
    if (copies?.has(node) || (closed && !(type === 1 && nameOf(node as Element) === 'summary'))) continue;
    stack.push(node);
  }
}

/** Children as displayed: the open shadow tree where there is one, a slot's assigned nodes inside it. */
export function shownNodes(element: Element): ArrayLike<Node> {
  const shadow = shadowOf(element);
  if (shadow) return childNodesOf(shadow);
  if (nameOf(element) === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes?.() ?? [];
    if (assigned.length > 0) return assigned;
  }
  return childNodesOf(element);
}

function isControl(element: Element, name: string): boolean {
  if (name === 'button' || attributeOf(element, 'role') === 'button') return rawText(element).length <= LONGEST_BUTTON;
  // Icon fonts write the icon's name as text.
  return name === 'i' && attributeOf(element, 'aria-hidden') === 'true';
}

/** Siblings that repeat, for screen readers, what an `aria-hidden` element beside them shows. */
function screenReaderCopies(nodes: ArrayLike<Node>, isSeen: (holder: Element) => boolean): Set<Node> | null {
  if (nodes.length < 2 || nodes.length > 40) return null;
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    if (nodeTypeOf(node) !== 1 || attributeOf(node as Element, 'aria-hidden') !== 'true') continue;
    const words = rawText(node).trim();
    if (words.length < 2 || words.length > 500 || !isSeen(node as Element)) continue;
    const copies = new Set<Node>();
    for (let other = 0; other < nodes.length; other++) {
      if (other === at || nodeTypeOf(nodes[other]!) !== 1) continue;
      const text = rawText(nodes[other]!).trim();
      if (text.startsWith(words) && text.length <= words.length + 60) copies.add(nodes[other]!);
    }
    if (copies.size > 0) return copies;
  }
  return null;
}
