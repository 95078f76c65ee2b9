import { attributeOf, childNodesOf, dataOf, nameOf, nodeTypeOf } from './dom.ts';
import { isOwn } from './own-nodes.ts';

export interface TextSize {
  /** Characters of text, roughly: no style is read. */
  text: number;
  /** Of these, inside links and buttons. */
  linked: number;
}

/** Parts of a page that never hold its adverts. */
export const PAGE_FURNITURE =
  'nav, footer, aside, [role="navigation"], [role="banner"], [role="contentinfo"], [role="complementary"], [role="search"], [role="menu"], [role="menubar"], [aria-hidden="true"]';

const SKIPPED = new Set(
  'script style noscript template svg head nav footer aside iframe select option textarea input'.split(' '),
);
const SKIPPED_ROLES = new Set('navigation banner contentinfo complementary search menu menubar'.split(' '));
const MOST_NODES = 200_000;

/** Text sizes of every element under a root, in one iterative walk from the leaves up. */
export function textSizes(root: Element): Map<Element, TextSize> {
  const sizes = new Map<Element, TextSize>();
  const stack: { element: Element; parent: TextSize | null; done: boolean; linked: boolean }[] = [
    { element: root, parent: null, done: false, linked: false },
  ];
  let seen = 0;
  for (let step = stack.pop(); step && seen < MOST_NODES; step = stack.pop()) {
    const { element, parent, linked } = step;
    if (step.done) {
      const own = sizes.get(element)!;
      if (parent) {
        parent.text += own.text;
        parent.linked += own.linked;
      }
      continue;
    }
    const size: TextSize = { text: 0, linked: 0 };
    sizes.set(element, size);
    stack.push({ ...step, done: true });
    const nodes = childNodesOf(element);
    for (let at = nodes.length - 1; at >= 0; at--) {
      const node = nodes[at]!;
      seen++;
      const type = nodeTypeOf(node);
      if (type === 3) {
        const length = dataOf(node).trim().length;
        size.text += length;
        if (linked) size.linked += length;
      } else if (type === 1 && !isSkipped(node as Element)) {
        const name = nameOf(node as Element);
        stack.push({
          element: node as Element,
          parent: size,
          done: false,
          linked: linked || name === 'a' || name === 'button',
        });
      }
    }
  }
  return sizes;
}

function isSkipped(element: Element): boolean {
  if (SKIPPED.has(nameOf(element)) || isOwn(element) || attributeOf(element, 'hidden') !== null) return true;
  const role = attributeOf(element, 'role');
  return role !== null && SKIPPED_ROLES.has(role);
}
