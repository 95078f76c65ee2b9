/** Letters of other alphabets that look like Latin ones; source of the pairs: Unicode's confusables data. */
export const LOOK_ALIKES: Record<string, string> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  і: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  п: 'n',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  т: 't',
  ц: 'u',
  ѵ: 'v',
  ѡ: 'w',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  г: 'r',
  н: 'h',
  з: '3',
  ь: 'b',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  ς: 'c',
  օ: 'o',
  ո: 'n',
  ս: 'u',
  հ: 'h',
  ց: 'g',
  զ: 'q',
  γ: 'y',
  μ: 'u',
  ɩ: 'i',
  ꮪ: 's',
  '€': 'e',
  '£': 'l',
};
const DIGIT_LETTERS: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  6: 'g',
  7: 't',
  8: 'b',
  9: 'g',
  '@': 'a',
  $: 's',
};

/** Latin letters that look like Cyrillic ones, as capitals or small. */
export const CYRILLIC_LOOK_ALIKES: Record<string, string> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  j: 'ј',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

function replaced(word: string, table: Record<string, string>): string {
  let out = '';
  for (const character of word) out += table[character] ?? character;
  return out;
}

/** Letters that digits and signs stand for: `1` for i or l, each by itself while there are few of them. */
function lettersForDigits(word: string): string[] {
  const ones = word.split('1').length - 1;
  if (ones === 0 || ones > MOST_ONES) return [...new Set([word, word.replaceAll('1', 'l')])].map(withDigitLetters);
  return Array.from({ length: 1 << ones }, (_, choice) => {
    let at = 0;
    return withDigitLetters(word.replace(/1/g, () => ((choice >> at++) & 1 ? 'l' : 'i')));
  });
}

const MOST_ONES = 3;
const MOST_DOUBLES = 4;
const withDigitLetters = (word: string): string => replaced(word, DIGIT_LETTERS);

/** With one letter less where letters stand twice: each place by itself, then all. */
function withoutDoubles(word: string): string[] {
  const places = [...word.matchAll(/(\p{L})\1/gu)].map((match) => match.index);
  if (places.length === 0 || places.length > MOST_DOUBLES) return [];
  const each = places.map((at) => word.slice(0, at) + word.slice(at + 1));
  return places.length > 1 ? [...each, word.replace(/(\p{L})\1/gu, '$1')] : each;
}

/**
 * Spellings a disguised word may stand for, likeliest first: look-alike letters, digits for letters, stretched and
 * doubled letters.
 */
export function plainSpellings(word: string): string[] {
  const spellings: string[] = [];
  const hasLatin = /[a-z]/.test(word);
  let plain = word;
  if (/^[@']/.test(plain) && plain.length > 3) spellings.push(plain.slice(1));
  if (plain.includes("'")) {
    plain = plain.replaceAll("'", '');
    spellings.push(plain);
  }
  if (hasLatin && /[^a-z0-9@$']/.test(plain)) {
    plain = replaced(plain, LOOK_ALIKES);
    spellings.push(plain);
  }
  if (hasLatin && /[0-9@$]/.test(plain) && /^[a-z0-9@$]+$/.test(plain) && !/^\d+[a-z]{1,3}$/.test(plain)) {
    const letters = lettersForDigits(plain);
    spellings.push(...letters);
    plain = letters[0]!;
  }
  if (/(.)\1\1/.test(plain)) {
    spellings.push(plain.replace(/(.)\1{2,}/g, '$1$1'), plain.replace(/(.)\1{2,}/g, '$1'));
  } else if (plain.length > 3) spellings.push(...withoutDoubles(plain));
  if (/^[abcehikmoptxy]{3,}$/.test(word)) spellings.push(replaced(word, CYRILLIC_LOOK_ALIKES));
  return spellings.filter((spelling) => spelling !== word && spelling.length > 1);
}
