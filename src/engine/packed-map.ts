/** What the matcher asks of a table of words; a `Map` is one too. */
export interface WordMap {
  get(word: string): number | undefined;
  has(word: string): boolean;
  keys(): Iterable<string>;
  readonly size: number;
}

/** A map from words to integers in four arrays: ready as soon as its bytes are there, with no string to be made. */
export interface PackedColumns {
  /** UTF-16 units of all words, one behind the other. */
  units: Uint16Array;
  /** Where each word begins in `units`, and one more entry for the end. */
  starts: Int32Array;
  values: Int32Array;
  /** Open-addressed hash table, its length a power of two: index of a word + 1, 0 where none is. */
  slots: Int32Array;
}

function hashOf(units: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ units[i]!, 0x01000193);
  return hash ^ (hash >>> 15);
}

/** The columns of a map. Words stay in the order of the map. */
export function packMap(map: WordMap): PackedColumns {
  const words = [...map.keys()];
  const starts = new Int32Array(words.length + 1);
  for (const [i, word] of words.entries()) starts[i + 1] = starts[i]! + word.length;
  const units = new Uint16Array(starts[words.length]!);
  let capacity = 16;
  while (capacity < words.length * 2) capacity *= 2;
  const slots = new Int32Array(capacity);
  for (const [i, word] of words.entries()) {
    const start = starts[i]!;
    for (let k = 0; k < word.length; k++) units[start + k] = word.charCodeAt(k);
    let slot = hashOf(units, start, start + word.length) & (capacity - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (capacity - 1);
    slots[slot] = i + 1;
  }
  return { units, starts, values: Int32Array.from(words, (word) => map.get(word)!), slots };
}

/** A map over packed columns. Reads only. */
export class PackedMap implements WordMap {
  readonly columns: PackedColumns;
  readonly size: number;

  constructor(columns: PackedColumns) {
    this.columns = columns;
    this.size = columns.values.length;
  }

  get(word: string): number | undefined {
    const { units, starts, values, slots } = this.columns;
    const mask = slots.length - 1;
    const { length } = word;
    let hash = 0x811c9dc5;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
    for (let slot = (hash ^ (hash >>> 15)) & mask, index = slots[slot]!; index > 0; ) {
      const start = starts[index - 1]!;
      if (starts[index]! - start === length) {
        let i = 0;
        while (i < length && units[start + i] === word.charCodeAt(i)) i++;
        if (i === length) return values[index - 1];
      }
      slot = (slot + 1) & mask;
      index = slots[slot]!;
    }
    return undefined;
  }

  has(word: string): boolean {
    return this.get(word) !== undefined;
  }

  *keys(): Generator<string> {
    const { units, starts } = this.columns;
    for (let i = 0; i < this.size; i++) yield String.fromCharCode(...units.subarray(starts[i]!, starts[i + 1]!));
  }
}

/** The first two letters of a word as one number. */
export function beginningOf(word: string): number {
  return word.charCodeAt(0) * 65_536 + (word.length > 1 ? word.charCodeAt(1) : 0);
}

/** The beginnings of all words of a table. */
export function beginningsOf(map: WordMap): Set<number> {
  const beginnings = new Set<number>();
  if (!(map instanceof PackedMap)) {
    for (const word of map.keys()) if (word) beginnings.add(beginningOf(word));
    return beginnings;
  }
  const { units, starts } = map.columns;
  for (let i = 0; i < map.size; i++) {
    const start = starts[i]!;
    const length = starts[i + 1]! - start;
    if (length > 0) beginnings.add(units[start]! * 65_536 + (length > 1 ? units[start + 1]! : 0));
  }
  return beginnings;
}
