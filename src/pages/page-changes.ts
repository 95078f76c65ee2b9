import { bodyOf, isInDocument, nodeTypeOf, parentOf } from './dom.ts';
import { isOwn } from './own-nodes.ts';

export interface PageChanges {
  /** Watches these elements and what surrounds them; the whole body when there are none. */
  observe(containers: Element[]): void;
}

export interface Change {
  target: Node;
  /** The page threw out nodes of ours. */
  lostOwn: boolean;
}

/**
 * One MutationObserver. In the containers it sees everything; in their ancestors only which children come and go, so
 * that it notices when the page replaces a container.
 */
export function pageChanges(
  document: Document,
  signal: AbortSignal,
  onChange: (changes: Change[]) => void,
): PageChanges {
  const observer = new MutationObserver((records) => {
    const changes: Change[] = [];
    for (const { target, addedNodes, removedNodes } of records) {
      if (isOwn(target)) continue;
      const added = [...addedNodes];
      const removed = [...removedNodes];
      const lostOwn = removed.some((node) => isOwn(node) && !isInDocument(node));
      if (added.length + removed.length > 0 && !lostOwn && [...added, ...removed].every(isOwn)) continue;
      changes.push({ target, lostOwn });
    }
    if (changes.length > 0) onChange(changes);
  });
  signal.addEventListener('abort', () => observer.disconnect());
  let watched: Element[] = [];

  function observe(containers: Element[]): void {
    const body = bodyOf(document);
    const wanted = containers.length > 0 && containers.every(isInDocument) ? containers : body ? [body] : [];
    if (signal.aborted || (wanted.length === watched.length && wanted.every((element, at) => element === watched[at])))
      return;
    observer.disconnect();
    watched = wanted;
    const around = new Set<Node>();
    for (const element of wanted) {
      observer.observe(element, {
        childList: true,
        characterData: true,
        subtree: true,
        attributeFilter: ['hidden', 'open'],
      });
      for (let up = parentOf(element); up; up = parentOf(up)) around.add(up);
    }
    for (const element of around)
      if (!wanted.includes(element as Element)) observer.observe(element, { childList: true });
  }

  return { observe };
}

/** The closest known element at or above a node. */
export function closestKnown<T>(node: Node, known: Map<Element, T>): T | undefined {
  let at = nodeTypeOf(node) === 1 ? (node as Element) : parentOf(node);
  for (; at; at = parentOf(at)) {
    const found = known.get(at);
    if (found) return found;
  }
  return undefined;
}
