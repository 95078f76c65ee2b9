import { describe, expect, it } from 'vitest';
import { readPacks } from '../../src/command-line/read-rules.ts';
import { fold } from '../../src/engine/folding.ts';
import { findAmounts } from '../../src/engine/money.ts';
import { compileRules } from '../../src/packs/compile-rules.ts';

const { money } = compileRules(readPacks());

function sums(text: string): [low: number, high: number, currency: string][] {
  return findAmounts(fold(text), money).map(({ low, high, currencies }) => [low, high, currencies[0] ?? '']);
}

describe('sums', () => {
  it.each<[string, number, number, string]>([
    ['$1,200 - $1,800', 1200, 1800, 'USD'],
    ['1.200.000 đồng', 1_200_000, 1_200_000, 'VND'],
    ['25 triệu', 25_000_000, 25_000_000, ''],
    ['15-20tr', 15_000_000, 20_000_000, ''],
    ['Rp 7 juta', 7_000_000, 7_000_000, 'IDR'],
    ['30-50k PHP', 30_000, 50_000, 'PHP'],
    ['月薪2万', 20_000, 20_000, ''],
    ['一万五', 15_000, 15_000, ''],
    ['两千二美金', 2200, 2200, 'USD'],
    ['1萬8', 18_000, 18_000, ''],
    ['3000U', 3000, 3000, 'USDT'],
    ['₹ 2 lakh', 200_000, 200_000, 'INR'],
    ['80 হাজার টাকা', 80_000, 80_000, 'BDT'],
    ['ห้าหมื่นบาท', 50_000, 50_000, 'THB'],
    ['от 120 тыс. руб', 120_000, 120_000, 'RUB'],
    ['€2.400', 2400, 2400, 'EUR'],
    ['٣٠٠٠ دولار', 3000, 3000, 'USD'],
    ['USD 900 to 1200', 900, 1200, 'USD'],
  ])('%s', (text, low, high, currency) => {
    expect(sums(text)).toContainEqual([low, high, currency]);
  });

  it.each(['三餐全包', 'three of us', 'สองคน', 'call 24/7'])('does not take "%s" for money', (text) => {
    expect(sums(text).filter(([low, , currency]) => low >= 100 || currency)).toEqual([]);
  });
});
