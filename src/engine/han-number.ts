const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  貳: 2,
  叁: 3,
  參: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  陸: 6,
  柒: 7,
  捌: 8,
  玖: 9,
};
const UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const MYRIADS: Record<string, number> = { 万: 10_000, 萬: 10_000, 亿: 100_000_000, 億: 100_000_000 };

const BEGINNINGS = new Set([...Object.keys(DIGITS), ...Object.keys(UNITS)].map((character) => character.charCodeAt(0)));

/** True when a Chinese or Japanese numeral can begin with this UTF-16 unit. */
export function beginsHanNumber(unit: number): boolean {
  return BEGINNINGS.has(unit);
}

/**
 * Reads a numeral written in Han characters, spoken short forms included: 一万五 is 15,000, 两千二 is 2,200, 十来万 is not read.
 * Only numerals with a unit of at least a hundred are sums; "三餐" is not.
 */
export function readHanNumber(text: string, at: number): { value: number; end: number } | undefined {
  let total = 0;
  let section = 0;
  let digit = 0;
  let lastUnit = 1;
  let largest = 1;
  let i = at;
  for (; i < text.length && i - at < 12; i++) {
    const character = text[i]!;
    if (character in DIGITS)
      digit = digit === 0 || lastUnit === 0 ? DIGITS[character]! : digit * 10 + DIGITS[character]!;
    else if (character in UNITS) {
      section += (digit || 1) * UNITS[character]!;
      lastUnit = UNITS[character]!;
      digit = 0;
    } else if (character in MYRIADS) {
      total += (section + digit || 1) * MYRIADS[character]!;
      lastUnit = MYRIADS[character]!;
      section = 0;
      digit = 0;
    } else break;
    largest = Math.max(largest, lastUnit);
  }
  if (largest < 100 || i === at) return undefined;
  // A digit at the end stands for the next lower unit.
  const rest = digit === 0 ? 0 : text[i - 2] === '零' || text[i - 2] === '〇' ? digit : (digit * lastUnit) / 10;
  return { value: total + section + rest, end: i };
}
