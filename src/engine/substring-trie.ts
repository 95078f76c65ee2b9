/** A trie over UTF-16 units, its edges in one open-addressed hash table. Node 0 is the root and never a child. */
export interface SubstringTrie {
  /** 1 for units with which some entry begins. */
  first: Uint8Array;
  edgeNode: Int32Array;
  edgeUnit: Uint16Array;
  edgeChild: Int32Array;
  /** Node → atom that ends there, or -1. */
  atoms: Int32Array;
}

function slotOf(node: number, unit: number, mask: number): number {
  return (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) & mask;
}

/** Child of a node by one unit; 0 when there is none. */
export function childOf(trie: SubstringTrie, node: number, unit: number): number {
  const mask = trie.edgeChild.length - 1;
  let slot = slotOf(node, unit, mask);
  for (;;) {
    const child = trie.edgeChild[slot]!;
    if (child === 0) return 0;
    if (trie.edgeNode[slot] === node && trie.edgeUnit[slot] === unit) return child;
    slot = (slot + 1) & mask;
  }
}

export function buildSubstringTrie(entries: Map<string, number>): SubstringTrie {
  const children: Map<number, number>[] = [new Map()];
  const atoms: number[] = [-1];
  const first = new Uint8Array(65536);
  for (const [text, atom] of entries) {
    let node = 0;
    first[text.charCodeAt(0)] = 1;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      let child = children[node]!.get(unit);
      if (child === undefined) {
        child = children.length;
        children.push(new Map());
        atoms.push(-1);
        children[node]!.set(unit, child);
      }
      node = child;
    }
    atoms[node] = atom;
  }
  let capacity = 16;
  while (capacity < children.length * 2) capacity *= 2;
  const trie: SubstringTrie = {
    first,
    edgeNode: new Int32Array(capacity),
    edgeUnit: new Uint16Array(capacity),
    edgeChild: new Int32Array(capacity),
    atoms: Int32Array.from(atoms),
  };
  children.forEach((edges, node) => {
    for (const [unit, child] of edges) {
      let slot = slotOf(node, unit, capacity - 1);
      while (trie.edgeChild[slot] !== 0) slot = (slot + 1) & (capacity - 1);
      trie.edgeNode[slot] = node;
      trie.edgeUnit[slot] = unit;
      trie.edgeChild[slot] = child;
    }
  });
  return trie;
}
