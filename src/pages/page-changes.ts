import { bodyOf, isInDocument, nodeTypeOf, parentOf, rawText } from './dom.ts';
import { isOwn } from './own-nodes.ts';

export interface PageChanges {
  /** Watches these elements and what surrounds them; the whole body when there are none. */
  observe(containers: Element[]): void;
  /** What has changed since the last time. */
  take(): Change[];
}

export interface Change {
  target: Node;
  /** Elements that came into the target; not told where they came in very many steps. */
  added: Element[];
  grewLong?: boolean;
  /** Elements went out of it. */
  removed: boolean;
  /** The page threw out nodes of ours. */
  lostOwn: boolean;
  /** Only words changed: no element came, went, or was shown or hidden. */
  wordsOnly: boolean;
}

/** From so many steps on a list is told as a whole. */
const MANY_STEPS = 100;

/** Lists that grew in many steps, and only grew: with each step, the browser would have to make objects for us. */
function grownIn(records: MutationRecord[]): Set<Node> {
  const steps = new Map<Node, number>();
  if (records.length < MANY_STEPS) return new Set();
  for (const { target, addedNodes, removedNodes } of records) {
    const grew = addedNodes.length > 0 && removedNodes.length === 0;
    steps.set(target, grew ? (steps.get(target) ?? 0) + 1 : Number.NEGATIVE_INFINITY);
  }
  return new Set([...steps].flatMap(([target, count]) => (count >= MANY_STEPS ? [target] : [])));
}

/** Null where only nodes of ours came or went. */
function changeOf({ type, target, addedNodes, removedNodes }: MutationRecord): Change | null {
  if (isOwn(target)) return null;
  const added: Element[] = [];
  let foreign = addedNodes.length + removedNodes.length === 0;
  // By index: a step of a node list's iterator costs more than what is done with the node.
  for (let at = 0; at < addedNodes.length; at++) {
    const node = addedNodes[at]!;
    if (isOwn(node)) continue;
    foreign = true;
    if (nodeTypeOf(node) === 1) added.push(node as Element);
  }
  let removed = false;
  let lostOwn = false;
  for (let at = 0; at < removedNodes.length; at++) {
    const node = removedNodes[at]!;
    if (isOwn(node)) lostOwn ||= !isInDocument(node);
    else {
      foreign = true;
      removed ||= nodeTypeOf(node) === 1;
    }
  }
  if (!foreign && !lostOwn) return null;
  return { target, added, removed, lostOwn, wordsOnly: type !== 'attributes' && added.length === 0 && !removed };
}

/**
 * One MutationObserver. In the containers it sees everything; in their ancestors only which children come and go, so
 * that it notices when the page replaces a container. Changes are kept until they are taken: a page makes them in many
 * small steps. In a hidden page they are let go, because all of it is looked at anew when it is shown.
 */
export function pageChanges(document: Document, signal: AbortSignal, onChange: () => void): PageChanges {
  let kept: MutationRecord[] = [];
  const observer = new MutationObserver((records) => {
    if (document.hidden) kept = [];
    else for (const record of records) kept.push(record);
    onChange();
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    kept = [];
  });
  let watched: Element[] = [];

  function take(): Change[] {
    const changes: Change[] = [];
    const grown = grownIn(kept);
    for (const record of kept) {
      const change = grown.has(record.target) ? null : changeOf(record);
      if (change) changes.push(change);
    }
    for (const target of grown)
      changes.push({ target, added: [], grewLong: true, removed: false, lostOwn: false, wordsOnly: false });
    kept = [];
    return changes;
  }

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

  return { observe, take };
}

/** Characters in the element that holds a node. */
export const wordsAround = (node: Node): number =>
  rawText(nodeTypeOf(node) === 1 ? node : (parentOf(node) ?? node)).trim().length;

/** The closest known element at or above a node. */
export function closestKnown<T>(node: Node, known: Map<Element, T>): T | undefined {
  let at = nodeTypeOf(node) === 1 ? (node as Element) : parentOf(node);
  for (; at; at = parentOf(at)) {
    const found = known.get(at);
    if (found) return found;
  }
  return undefined;
}
