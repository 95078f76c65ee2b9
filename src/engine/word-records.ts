/** Most places looked at for one word: words made to collide may be forgotten, but never make a text slow. */
const MOST_PROBES = 48;

/** Integers of one record: the word's hash, where its units begin, how many they are; the rest is the caller's. */
export const WORD_RECORD = 16;
export const WORD_PAYLOAD = 3;

/**
 * Numbers words from 1 as they are first met, with a record for each: all that is kept of a word is a few looks away.
 * Works on the text's units, so that a word met before makes no string.
 */
export interface WordRecords {
  /** Largest number given. */
  readonly count: number;
  /** Record n begins at n × `WORD_RECORD`; record 0 is for words that cannot be kept. */
  readonly records: Int32Array;
  /** The number of the word at `codes[start] … codes[end - 1]`, `count` + 1 when it is new; 0 when it cannot be kept. */
  of(codes: Uint16Array, start: number, end: number, hash: number): number;
  clear(): void;
}

export function createWordRecords(): WordRecords {
  let slots = new Int32Array(4096);
  let records = new Int32Array(1024 * WORD_RECORD);
  let units = new Uint16Array(8192);
  let unitCount = 0;
  let count = 0;

  function grow(): void {
    const before = records;
    records = new Int32Array(before.length * 2);
    records.set(before);
    slots = new Int32Array(slots.length * 2);
    for (let number = 1; number <= count; number++) {
      let slot = records[number * WORD_RECORD]! & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number;
    }
  }

  function add(codes: Uint16Array, start: number, end: number, hash: number, slot: number): number {
    const number = ++count;
    const length = end - start;
    if (unitCount + length > units.length) {
      const before = units;
      units = new Uint16Array(before.length * 2);
      units.set(before);
    }
    for (let i = 0; i < length; i++) units[unitCount + i] = codes[start + i]!;
    records[number * WORD_RECORD] = hash;
    records[number * WORD_RECORD + 1] = unitCount;
    records[number * WORD_RECORD + 2] = length;
    unitCount += length;
    slots[slot] = number;
    if ((number + 1) * WORD_RECORD === records.length) grow();
    return number;
  }

  return {
    get count() {
      return count;
    },
    get records() {
      return records;
    },
    of(codes, start, end, hash) {
      const mask = slots.length - 1;
      const length = end - start;
      let slot = hash & mask;
      for (let probe = 0; probe < MOST_PROBES; probe++, slot = (slot + 1) & mask) {
        const number = slots[slot]!;
        if (number === 0) return add(codes, start, end, hash, slot);
        const record = number * WORD_RECORD;
        if (records[record] !== hash || records[record + 2] !== length) continue;
        const from = records[record + 1]!;
        let i = 0;
        while (i < length && units[from + i] === codes[start + i]) i++;
        if (i === length) return number;
      }
      return 0;
    },
    clear() {
      slots.fill(0);
      count = 0;
      unitCount = 0;
    },
  };
}
