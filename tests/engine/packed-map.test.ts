import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningsOf, PackedMap, packMap } from '../../src/engine/packed-map.ts';

describe('a packed map', () => {
  it('answers as the map that it was made of', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'binary' }), fc.integer({ min: -5, max: 2 ** 31 - 1 })),
        fc.array(fc.string({ unit: 'binary' })),
        (record, others) => {
          const map = new Map(Object.entries(record));
          const packed = new PackedMap(packMap(map));
          expect(packed.size).toBe(map.size);
          expect([...packed.keys()]).toEqual([...map.keys()]);
          for (const word of [...map.keys(), ...others]) {
            expect(packed.get(word)).toBe(map.get(word));
            expect(packed.has(word)).toBe(map.has(word));
          }
          expect(beginningsOf(packed)).toEqual(beginningsOf(map));
        },
      ),
    );
  });

  it('answers for tens of thousands of words', () => {
    const map = new Map(Array.from({ length: 40_000 }, (_, i) => [`word${i}`, i]));
    const packed = new PackedMap(packMap(map));
    for (const [word, value] of map) expect(packed.get(word)).toBe(value);
    expect(packed.get('word40000')).toBeUndefined();
    expect(packed.get('')).toBeUndefined();
  });
});
