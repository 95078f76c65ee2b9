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

/** Hash of no unit; FNV-1a over UTF-16 units. */
export const HASH_START = 0x811c9dc5;

/** The hash of some units and one more. */
export function hashWith(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

function hashOf(units: Uint16Array, from: number, to: number): number {
  let hash = HASH_START;
  for (let i = from; i < to; i++) hash = hashWith(hash, units[i]!);
  return hash;
}

function slotOf(hash: number, mask: number): number {
  return (hash ^ (hash >>> 15)) & mask;
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
    let slot = slotOf(hashOf(units, start, start + word.length), capacity - 1);
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
    let hash = HASH_START;
    for (let i = 0; i < length; i++) hash = hashWith(hash, word.charCodeAt(i));
    for (let slot = slotOf(hash, mask), index = slots[slot]!; index > 0; ) {
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

  /** The value of the word at `codes[from] … codes[to - 1]`, whose hash is known; -1 when there is none. */
  find(codes: Uint16Array, from: number, to: number, hash: number): number {
    const { units, starts, values, slots } = this.columns;
    const mask = slots.length - 1;
    const length = to - from;
    for (let slot = slotOf(hash, mask), index = slots[slot]!; index > 0; ) {
      const start = starts[index - 1]!;
      if (starts[index]! - start === length) {
        let i = 0;
        while (i < length && units[start + i] === codes[from + i]) i++;
        if (i === length) return values[index - 1]!;
      }
      slot = (slot + 1) & mask;
      index = slots[slot]!;
    }
    return -1;
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
