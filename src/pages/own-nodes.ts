/**
 * Nodes that we put into the page. Kept in a private set and not marked by a class or attribute: a page could wear such
 * a mark to have its words skipped, or look for it to recognise us.
 */
const own = new WeakSet<Node>();

export function markOwn(node: Node): void {
  own.add(node);
}

export function isOwn(node: Node): boolean {
  return own.has(node);
}
