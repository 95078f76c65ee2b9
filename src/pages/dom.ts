/**
 * Reads of the page's tree that a page cannot redirect.
 *
 * Stops DOM clobbering: `<form><input name="childNodes">` makes `form.childNodes` the input, also in an isolated
 * world, and an `<img name="querySelectorAll">` does the same to the document. Every read therefore goes through the
 * prototype. Selectors come from site rules, so one that does not parse matches nothing instead of throwing.
 */

type Getter = (this: unknown) => unknown;
const getters = new Map<string, Getter>();

function read<T>(name: string, target: Node): T {
  let getter = getters.get(name);
  if (!getter) {
    const found = [Element.prototype, Node.prototype].map((prototype) =>
      Object.getOwnPropertyDescriptor(prototype, name),
    );
    getter = found.find((descriptor) => descriptor?.get)?.get ?? (() => undefined);
    getters.set(name, getter);
  }
  return getter.call(target) as T;
}

export const childNodesOf = (node: Node): NodeListOf<ChildNode> => read('childNodes', node);
export const parentOf = (node: Node): Element | null => read('parentElement', node);
export const nodeTypeOf = (node: Node): number => read('nodeType', node);
/** Words of a text node, which no page can redirect. */
export const dataOf = (node: Node): string => (node as CharacterData).data;
/** Everything an element holds, shown or not, scripts too. */
export const rawText = (node: Node): string => read<string | null>('textContent', node) ?? '';
export const documentOf = (node: Node): Document => read('ownerDocument', node);
export const baseOf = (node: Node): string => read('baseURI', node);
export const isInDocument = (node: Node): boolean => read('isConnected', node);
export const childrenOf = (element: Element): Element[] => Array.from(read<HTMLCollection>('children', element));
export const shadowOf = (element: Element): ShadowRoot | null => read('shadowRoot', element) ?? null;
/** Lower-case name without prefix. */
export const nameOf = (element: Element): string => read('localName', element);

export function attributeOf(element: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(element, name);
}

/** Address an element points to, absolute; empty for `javascript:` and the like. */
export function addressOf(element: Element, base: string): string {
  const href = attributeOf(element, 'href') ?? attributeOf(element, 'data-href');
  if (!href) return '';
  try {
    const url = new URL(href, base);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : '';
  } catch {
    return '';
  }
}

export function all(root: Document | Element, selector: string): Element[] {
  const prototype: ParentNode = nodeTypeOf(root) === 9 ? Document.prototype : Element.prototype;
  try {
    return Array.from(prototype.querySelectorAll.call(root, selector));
  } catch {
    return [];
  }
}

export function first(root: Document | Element, selector: string): Element | null {
  const prototype: ParentNode = nodeTypeOf(root) === 9 ? Document.prototype : Element.prototype;
  try {
    return prototype.querySelector.call(root, selector);
  } catch {
    return null;
  }
}

export function matches(element: Element, selector: string): boolean {
  try {
    return Element.prototype.matches.call(element, selector);
  } catch {
    return false;
  }
}

export function closest(element: Element, selector: string): Element | null {
  try {
    return Element.prototype.closest.call(element, selector);
  } catch {
    return null;
  }
}

/** The document's body; `document.body` itself can be clobbered. */
export function bodyOf(document: Document): Element | null {
  return first(document, 'body');
}

export function isInside(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}
