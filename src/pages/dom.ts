/**
 * Reads of the page's tree that a page cannot redirect.
 *
 * Stops DOM clobbering: `<form><input name="childNodes">` makes `form.childNodes` the input, also in an isolated
 * world, and an `<img name="querySelectorAll">` does the same to the document. Every read therefore goes through the
 * prototype. Selectors come from site rules, so one that does not parse matches nothing instead of throwing.
 */

/** Reads one property through the prototype that has it. Looked up once, at the first use: there may be no page yet. */
function reader<T>(name: string): (node: Node) => T {
  let get: ((this: unknown) => T) | undefined;
  return (node) => {
    get ??= [Element.prototype, Node.prototype]
      .map((prototype) => Object.getOwnPropertyDescriptor(prototype, name)?.get)
      .find(Boolean) as typeof get;
    return get!.call(node);
  };
}

export const childNodesOf = reader<NodeListOf<ChildNode>>('childNodes');
export const parentOf = reader<Element | null>('parentElement');
export const nodeTypeOf = reader<number>('nodeType');
/** Words of a text node, which no page can redirect. */
export const dataOf = (node: Node): string => (node as CharacterData).data;
const textContentOf = reader<string | null>('textContent');
/** Everything an element holds, shown or not, scripts too. */
export const rawText = (node: Node): string => textContentOf(node) ?? '';
export const documentOf = reader<Document>('ownerDocument');
export const baseOf = reader<string>('baseURI');
export const isInDocument = reader<boolean>('isConnected');
export const childElementsOf = reader<HTMLCollection>('children');
export const childrenOf = (element: Element): Element[] => Array.from(childElementsOf(element));
export const shadowOf = reader<ShadowRoot | null>('shadowRoot');
/** Lower-case name without prefix. */
export const nameOf: (element: Element) => string = reader<string>('localName');

/** Where an element stands in the window. Makes the browser lay out the page where that is due. */
export const rectOf = (element: Element): DOMRect => Element.prototype.getBoundingClientRect.call(element);

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

function tried<T>(ask: () => T, otherwise: T): T {
  try {
    return ask();
  } catch {
    return otherwise;
  }
}

const prototypeOf = (root: Document | Element): ParentNode =>
  nodeTypeOf(root) === 9 ? Document.prototype : Element.prototype;

export const all = (root: Document | Element, selector: string): Element[] =>
  tried(() => Array.from(prototypeOf(root).querySelectorAll.call(root, selector)), []);

export const first = (root: Document | Element, selector: string): Element | null =>
  tried(() => prototypeOf(root).querySelector.call(root, selector), null);

export const matches = (element: Element, selector: string): boolean =>
  tried(() => Element.prototype.matches.call(element, selector), false);

export const closest = (element: Element, selector: string): Element | null =>
  tried(() => Element.prototype.closest.call(element, selector), null);

/** The document's body; `document.body` itself can be clobbered. */
export function bodyOf(document: Document): Element | null {
  return first(document, 'body');
}

export function isInside(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}
