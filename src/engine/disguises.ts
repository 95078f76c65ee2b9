/** Letters of other alphabets that look like Latin ones; source of the pairs: Unicode's confusables data. */
const LOOK_ALIKES: Record<string, string> = {
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

function replaced(word: string, table: Record<string, string>): string {
  let out = '';
  for (const character of word) out += table[character] ?? character;
  return out;
}

/** Spellings a disguised word may stand for, likeliest first: look-alike letters, digits for letters, stretched letters. */
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
    const letters = replaced(plain, DIGIT_LETTERS);
    spellings.push(letters);
    if (plain.includes('1')) spellings.push(replaced(plain.replaceAll('1', 'l'), DIGIT_LETTERS));
    plain = letters;
  }
  if (/(.)\1\1/.test(plain)) spellings.push(plain.replace(/(.)\1{2,}/g, '$1$1'), plain.replace(/(.)\1{2,}/g, '$1'));
  return spellings.filter((spelling) => spelling !== word && spelling.length > 1);
}
