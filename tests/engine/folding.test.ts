import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, originalRange } from '../../src/engine/folding.ts';

function folded(text: string): string {
  return fold(text).text;
}

describe('fold', () => {
  it.each([
    ['Ｆｕｌｌ　Ｗｉｄｔｈ', 'full width'],
    ['𝗛𝗶𝗿𝗶𝗻𝗴 𝓃𝑜𝓌', 'hiring now'],
    ['Việc nhẹ LƯƠNG CAO', 'viec nhe luong cao'],
    ['hi\u200bring\u2060 now', 'hiring now'],
    ['h.i.r.i.n.g s*a*l*a*r*y', 'hiring salary'],
    ['t h a i l a n d', 'thailand'],
    ['الراتِب إلى', 'الراتب الي'],
    ['٣٠٠٠ ၁၂၃ ๕๐๐', '3000 123 500'],
    ['ЁЛКА Й', 'елка и'],
    ['🅷🅸🆁🅸🅽🅶 🅝🅞🅦', 'hiring now'],
    ['ʜɪʀɪɴɢ ɴᴏᴡ', 'hiring now'],
    ['frее sаlаry', 'free salary'],
    ['ΤICΚET Νow', 'ticket now'],
    ['Требуется paбoтник', 'требуется работник'],
    ['плата paботa', 'плата работа'],
    ['微.信 加*我 招·聘', '微信 加我 招聘'],
    ['高 薪 招 聘', '高薪招聘'],
    ['สมัคร ง.า.น', 'สมัคร งาน'],
    ['  नौ क री  ', '  नौकरी  '],
    ['j o b', 'job'],
    ['ㅎㅐㅇㅚ ㅊㅟㅇㅓㅂ', '해외 취업'],
    ['취업'.normalize('NFD'), '취업'],
    ['ﾃﾞｰﾀ', 'データ'],
    ['டொலர்'.normalize('NFD'), 'டொலர்'],
  ])('%s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it.each([
    '9 a.m. to 5 p.m.',
    'e.g. this',
    '1 2 3 4 5',
    'a/b',
    'U and I',
    'нет, тест',
    'Москва, Telegram',
    'कल जो भी हो तो काम',
    'ㅋㅋㅋ 좋아ㅋㅋ'.normalize('NFKC'),
  ])('leaves ordinary writing alone: %s', (text) => {
    expect(folded(text)).toBe(text.toLowerCase());
  });

  it('maps every folded unit into the original, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const result = fold(text);
        for (let i = 0; i < result.length; i++) {
          expect(result.origin[i]).toBeLessThan(text.length);
          if (i > 0) expect(result.origin[i]!).toBeGreaterThanOrEqual(result.origin[i - 1]!);
        }
        const [from, to] = originalRange(result, text, 0, result.length);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('takes time that grows with the text, not faster, for a page of single digits', () => {
    const start = performance.now();
    expect(folded('1 '.repeat(30_000)).length).toBe(60_000);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('accepts lone surrogates and a megabyte of combining marks', () => {
    expect(() => fold('\ud800x\udc00')).not.toThrow();
    const marks = `a${'\u0301'.repeat(1_000_000)}`;
    const start = performance.now();
    expect(folded(marks)).toBe('a');
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
