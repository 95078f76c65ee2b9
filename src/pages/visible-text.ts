import { attributeOf, childNodesOf, matches, nameOf, nodeTypeOf, rawText, shadowOf } from './dom.ts';
import { isOwn } from './own-nodes.ts';
import { type ElementStyle, styleOf } from './style.ts';

export interface TextOptions {
  /** Elements whose words are not the advert's. */
  skip?: string;
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
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

const LINE = 'line';
const GAP = 'gap';
type Step = Node | typeof LINE | typeof GAP;

/**
 * The words a person sees in an element, as lines. Iterative, so that nesting cannot exhaust the stack, and without
 * clones or layout reads. Left out: what is hidden, controls, our own nodes, `skip`, and the screen reader's copy of a
 * text that is shown beside it. Open shadow roots are read as displayed; emoji images become their emoji.
 */
export function visibleText(root: Element, options: TextOptions = {}): VisibleText {
  const limit = options.limit ?? TEXT_LIMIT;
  const out = new LineWriter(limit);
  const stack: Step[] = [];
  const rootStyle = styleOf(root);
  const styles = new Map<Node, ElementStyle>([[root, rootStyle]]);
  pushChildren(root, stack, styles);
  let seen = 0;
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node === 'string') {
      if (node === LINE) out.line();
      else out.gap();
      continue;
    }
    if (out.full || ++seen > NODE_LIMIT) return { text: out.text(), cut: true };
    const type = nodeTypeOf(node);
    if (type === 3) {
      const style = styles.get(node);
      if (!style?.invisible) out.write(rawText(node), style?.keepsLines ?? false);
    } else if (type === 1) {
      enter(node as Element, stack, styles, out, options.skip);
    }
  }
  return { text: out.text(), cut: false };
}

/** The same as one line, for titles, names and places. */
export function lineOf(element: Element, skip?: string): string {
  return visibleText(element, { skip, limit: 2000 }).text.replace(/\s+/g, ' ').trim();
}

function enter(
  element: Element,
  stack: Step[],
  styles: Map<Node, ElementStyle>,
  out: LineWriter,
  skip: string | undefined,
): void {
  const name = nameOf(element);
  if (name === 'br') return out.line(true);
  if (name === 'img') {
    const alt = attributeOf(element, 'alt') ?? '';
    if (alt.length <= 16 && EMOJI.test(alt)) out.write(alt, false);
    return;
  }
  if (NOT_WORDS.has(name) || isOwn(element) || (skip && matches(element, skip)) || isControl(element, name)) return;
  const style = styleOf(element);
  if (style.hidden) return;
  if (style.apart === 'line') out.line();
  if (style.apart === 'gap') out.gap();
  if (style.apart !== 'no') stack.push(style.apart);
  styles.set(element, style);
  pushChildren(element, stack, styles);
}

function pushChildren(element: Element, stack: Step[], styles: Map<Node, ElementStyle>): void {
  const style = styles.get(element)!;
  const closed = nameOf(element) === 'details' && attributeOf(element, 'open') === null;
  const nodes = shownNodes(element);
  const copies = screenReaderCopies(nodes);
  for (let at = nodes.length - 1; at >= 0; at--) {
    const node = nodes[at]!;
    const type = nodeTypeOf(node);
    if (type === 3) styles.set(node, style);
    if (type !== 1 && type !== 3) continue;
    if (copies?.has(node) || (closed && !(type === 1 && nameOf(node as Element) === 'summary'))) continue;
    stack.push(node);
  }
}

/** Children as displayed: the open shadow tree where there is one, a slot's assigned nodes inside it. */
function shownNodes(element: Element): ArrayLike<Node> {
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
function screenReaderCopies(nodes: ArrayLike<Node>): Set<Node> | null {
  if (nodes.length < 2 || nodes.length > 40) return null;
  let copies: Set<Node> | null = null;
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    if (nodeTypeOf(node) !== 1 || attributeOf(node as Element, 'aria-hidden') !== 'true') continue;
    const shown = rawText(node).trim();
    if (shown.length < 2 || shown.length > 500 || styleOf(node as Element).hidden) continue;
    for (let other = 0; other < nodes.length; other++) {
      if (other === at || nodeTypeOf(nodes[other]!) !== 1) continue;
      const text = rawText(nodes[other]!).trim();
      if (text.startsWith(shown) && text.length <= shown.length + 60) copies = (copies ?? new Set()).add(nodes[other]!);
    }
    if (copies) return copies;
  }
  return copies;
}

class LineWriter {
  private parts: string[] = [];
  private length = 0;
  private breaks = 0;
  private space = false;
  private readonly limit: number;
  full = false;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Ends the line; `forced` by a line break, which may leave one empty line. */
  line(forced = false): void {
    this.breaks = forced ? Math.min(this.breaks + 1, 2) : Math.max(this.breaks, 1);
  }

  gap(): void {
    this.space = true;
  }

  write(raw: string, keepsLines: boolean): void {
    if (keepsLines && raw.includes('\n')) {
      const lines = raw.split('\n');
      for (let at = 0; at < lines.length && !this.full; at++) {
        if (at > 0) this.line(true);
        this.write(lines[at]!, false);
      }
      return;
    }
    const text = raw.replace(/[\s\u00a0]+/g, ' ');
    const words = text.trim();
    if (!words) {
      if (text) this.space = true;
      return;
    }
    if (this.length > 0) {
      if (this.breaks > 0) this.append('\n'.repeat(this.breaks));
      else if (this.space || text.startsWith(' ')) this.append(' ');
    }
    this.breaks = 0;
    this.space = text.endsWith(' ');
    this.append(words);
  }

  private append(piece: string): void {
    const room = this.limit - this.length;
    const kept = piece.length > room ? piece.slice(0, Math.max(room, 0)) : piece;
    if (kept.length < piece.length) this.full = true;
    this.parts.push(kept);
    this.length += kept.length;
  }

  text(): string {
    return this.parts.join('');
  }
}
