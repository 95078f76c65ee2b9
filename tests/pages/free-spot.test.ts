import { describe, expect, test } from 'vitest';
import { freeSpot, type Room, type Taken } from '../../src/pages/free-spot.ts';

const WHOLE = { width: 200, height: 22 };
const SMALL = { width: 24, height: 22 };

const line = (left: number, top: number, right: number): Taken => ({
  left,
  top,
  right,
  bottom: top + 18,
  pressed: false,
});

/** A post 400 px wide with lines of words, the last of which ends at `end`, and maybe something below. */
const post = (end: number, more: Partial<Room> = {}, below: Taken[] = []): Room => ({
  taken: [line(10, 10, 390), line(10, 32, end), ...below],
  bounds: { left: 0, top: 0, right: 400, bottom: 120 },
  line: 41,
  start: 10,
  rtl: false,
  ...more,
});

describe('where a badge finds room', () => {
  test('in the last line of the words, right after them', () => {
    expect(freeSpot(post(100), WHOLE, SMALL)).toMatchObject({ left: 108, top: 30, small: false });
  });

  test('below, where the last line is full, in line with the words', () => {
    expect(freeSpot(post(390), WHOLE, SMALL)).toMatchObject({ left: 10, top: 51, small: false });
  });

  test('beside what stands below', () => {
    const buttons = { left: 10, top: 54, right: 120, bottom: 80, pressed: true };
    expect(freeSpot(post(390, {}, [buttons]), WHOLE, SMALL)).toMatchObject({ left: 128, top: 51, small: false });
  });

  test('mirrored, where lines run from right to left', () => {
    const rtl = { rtl: true, start: 390, taken: [line(10, 10, 390), line(300, 32, 390)] };
    expect(freeSpot(post(0, rtl), WHOLE, SMALL)).toMatchObject({ left: 92, top: 30 });
  });

  test('with the sign alone where words do not fit', () => {
    const tight = { bounds: { left: 0, top: 0, right: 400, bottom: 52 } };
    expect(freeSpot(post(350, tight), WHOLE, SMALL)).toMatchObject({ left: 358, small: true });
  });

  test('over the lower edge of a post that is full', () => {
    const full = { bounds: { left: 0, top: 0, right: 400, bottom: 50 } };
    expect(freeSpot(post(395, full), WHOLE, SMALL)).toMatchObject({ left: 376, top: 39, small: true });
  });

  test('leaves fingers the controls above and below', () => {
    const link = { left: 10, top: 10, right: 390, bottom: 27, pressed: true };
    const like = { left: 100, top: 60, right: 300, bottom: 90, pressed: true };
    const room = { taken: [link, line(10, 32, 100), like] };
    expect(freeSpot(post(0, room), WHOLE, SMALL)).toMatchObject({ top: 30, reach: 3 });
  });

  test('never on anything, whatever stands in the post', () => {
    for (let seed = 1; seed <= 300; seed++) {
      let state = seed * 7919;
      const next = (below: number): number => {
        state = (state * 48271) % 2147483647;
        return state % below;
      };
      const taken = Array.from({ length: 12 }, () => {
        const [left, top] = [next(360), next(380)];
        return { left, top, right: left + 10 + next(200), bottom: top + 8 + next(30), pressed: false };
      });
      const bounds = { left: 0, top: 0, right: 400, bottom: 400 };
      const spot = freeSpot({ taken, bounds, line: next(400), start: 10, rtl: seed % 2 === 0 }, WHOLE, SMALL);
      const size = spot.small ? SMALL : WHOLE;
      const hit = taken.filter(
        (box) =>
          box.left < spot.left + size.width &&
          box.right > spot.left &&
          box.top < spot.top + 22 &&
          box.bottom > spot.top,
      );
      if (spot.top + 22 <= 400) expect(hit).toEqual([]);
    }
  });
});
