/**
 * Ways in which real posters hide words from filters, with every word changed in some adverts and a random half of the
 * words in others. Addresses and numbers stay as they are: whoever posts wants to be written to.
 */
export interface Evasion {
  name: string;
  apply: (text: string, random: Random) => string;
}

export type Random = () => number;

/** Small seeded generator (mulberry32), so that a test says the same every day. */
export function seeded(seed: string): Random {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const isAddress = (chunk: string): boolean => /[@/\d]|\.\w{2}/u.test(chunk);

type ChangeWord = (word: string, random: Random) => string;

/** Changes words, in scripts without spaces too; `share` of them. */
function words(change: ChangeWord, share: number): Evasion['apply'] {
  return (text, random) =>
    text
      .split(/(\s+)/)
      .map((chunk) =>
        isAddress(chunk)
          ? chunk
          : [...segmenter.segment(chunk)]
              .map(({ segment, isWordLike }) => (isWordLike && random() < share ? change(segment, random) : segment))
              .join(''),
      )
      .join('');
}

/** Every word, or half of them, as the first draw has it. */
function everyOrHalf(name: string, change: ChangeWord): Evasion {
  const every = words(change, 1);
  const half = words(change, 0.5);
  return { name, apply: (text, random) => (random() < 0.5 ? every : half)(text, random) };
}

function byTable(table: Record<string, string>, share = 1): ChangeWord {
  return (word, random) =>
    [...word]
      .map((letter) => {
        const options = [...(table[letter] ?? '')];
        return options.length > 0 && random() < share ? options[Math.floor(random() * options.length)]! : letter;
      })
      .join('');
}

const lettersOf = (word: string): string[] => [...graphemes.segment(word)].map(({ segment }) => segment);
const separated =
  (separator: string): ChangeWord =>
  (word) => {
    const letters = lettersOf(word);
    return letters.length < 3 ? word : letters.join(separator);
  };
const inserted =
  (options: string): ChangeWord =>
  (word, random) =>
    lettersOf(word).join([...options][Math.floor(random() * [...options].length)]);
const inside =
  (script: RegExp, change: ChangeWord): ChangeWord =>
  (word, random) =>
    script.test(word) ? change(word, random) : word;

const LATIN = /^[\p{Script=Latin}\p{M}]+$/u;
const CYRILLIC = /^[\p{Script=Cyrillic}\p{M}]+$/u;
const ARABIC = /^[\p{Script=Arabic}\p{M}]+$/u;
const UNSPACED = /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const LATIN_AS_OTHERS: Record<string, string> = {
  a: 'аα',
  c: 'сϲ',
  d: 'ԁ',
  e: 'е',
  g: 'ɡ',
  h: 'һ',
  i: 'іι',
  j: 'ј',
  k: 'кκ',
  l: 'ӏ',
  o: 'оο',
  p: 'рρ',
  q: 'ԛ',
  s: 'ѕ',
  u: 'υ',
  v: 'ѵν',
  w: 'ԝ',
  x: 'хχ',
  y: 'уγ',
  A: 'АΑ',
  B: 'ВΒ',
  C: 'С',
  E: 'ЕΕ',
  H: 'НΗ',
  I: 'ІΙ',
  J: 'Ј',
  K: 'КΚ',
  M: 'МΜ',
  N: 'Ν',
  O: 'ОΟ',
  P: 'РΡ',
  S: 'Ѕ',
  T: 'ТΤ',
  X: 'ХΧ',
  Y: 'УΥ',
  Z: 'Ζ',
};
const CYRILLIC_AS_LATIN: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  һ: 'h',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  О: 'O',
  Р: 'P',
  С: 'C',
  Т: 'T',
  У: 'Y',
  Х: 'X',
  І: 'I',
  Ј: 'J',
  З: '3',
};
const DIGITS: Record<string, string> = {
  a: '4',
  e: '3',
  i: '1',
  l: '1',
  o: '0',
  s: '5',
  A: '4',
  E: '3',
  I: '1',
  L: '1',
  O: '0',
  S: '5',
};

const shifted =
  (capital: number, small: number, holes: Record<string, string> = {}): ChangeWord =>
  (word) =>
    word
      .replace(/[a-z]/g, (letter) => holes[letter] ?? String.fromCodePoint(small + letter.charCodeAt(0) - 97))
      .replace(/[A-Z]/g, (letter) => holes[letter] ?? String.fromCodePoint(capital + letter.charCodeAt(0) - 65));
const SCRIPT_HOLES = { e: 'ℯ', g: 'ℊ', o: 'ℴ', B: 'ℬ', E: 'ℰ', F: 'ℱ', H: 'ℋ', I: 'ℐ', L: 'ℒ', M: 'ℳ', R: 'ℛ' };
const SMALL_CAPITALS = [...'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡxʏᴢ'];

const HALF_WIDTH: Record<string, string> = Object.fromEntries(
  [...'ｦｧｨｩｪｫｬｭｮｯｰｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜﾝﾞﾟ'].map((half) => [half.normalize('NFKC'), half]),
);
const halfWidth: ChangeWord = (word) =>
  [...word]
    .map((character) => {
      const parts = [...character.normalize('NFD')];
      return parts.every((part) => part in HALF_WIDTH) ? parts.map((part) => HALF_WIDTH[part]).join('') : character;
    })
    .join('');

const LEADS = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'];
const TAILS = ['', ...'ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ'];
const typedJamo: ChangeWord = (word) =>
  word.replace(/[\uac00-\ud7a3]/g, (syllable) => {
    const index = syllable.charCodeAt(0) - 0xac00;
    return `${LEADS[Math.floor(index / 588)]}${String.fromCharCode(0x314f + (Math.floor(index / 28) % 21))}${TAILS[index % 28]}`;
  });

const replaced =
  (pairs: [pattern: RegExp, options: string[]][]): Evasion['apply'] =>
  (text, random) =>
    pairs.reduce(
      (changed, [pattern, options]) => changed.replace(pattern, () => options[Math.floor(random() * options.length)]!),
      text,
    );

export const EVASIONS: Evasion[] = [
  everyOrHalf('look-alike letters for Latin', inside(LATIN, byTable(LATIN_AS_OTHERS))),
  everyOrHalf('look-alike letters for Cyrillic', inside(CYRILLIC, byTable(CYRILLIC_AS_LATIN))),
  {
    name: 'a third of the letters from other scripts',
    apply: words(
      (word, random) => byTable(LATIN.test(word) ? LATIN_AS_OTHERS : CYRILLIC_AS_LATIN, 0.33)(word, random),
      1,
    ),
  },
  everyOrHalf('zero-width spaces', inserted('\u200b')),
  everyOrHalf(
    'zero-width joiners',
    inside(/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}]+$/u, inserted('\u200d\u200c')),
  ),
  everyOrHalf('soft hyphens', inserted('\u00ad')),
  everyOrHalf('word joiners', inserted('\u2060\ufeff')),
  everyOrHalf('controls of direction', inserted('\u200e\u200f\u202a\u202c\u2066\u2069\u061c')),
  { name: 'spaced letters', apply: (text, random) => (random() < 0.5 ? spacedEvery : spacedHalf)(text, random) },
  everyOrHalf('dotted letters', separated('.')),
  everyOrHalf('starred letters', separated('*')),
  everyOrHalf('dashed letters', separated('-')),
  everyOrHalf('underscored letters', separated('_')),
  everyOrHalf('digits for letters', inside(LATIN, byTable(DIGITS))),
  {
    name: 'signs for letters',
    apply: words(
      inside(
        LATIN,
        (word, random) => word[0]! + byTable({ a: '@', s: '$', A: '@', S: '$', e: '€' })(word.slice(1), random),
      ),
      1,
    ),
  },
  everyOrHalf('full width', shifted(0xff21, 0xff41)),
  everyOrHalf('mathematical bold', shifted(0x1d400, 0x1d41a)),
  everyOrHalf('mathematical script', shifted(0x1d49c, 0x1d4b6, SCRIPT_HOLES)),
  everyOrHalf('circled letters', shifted(0x24b6, 0x24d0)),
  everyOrHalf('squared letters', shifted(0x1f130, 0x1f130)),
  everyOrHalf('dark circled letters', shifted(0x1f150, 0x1f150)),
  everyOrHalf('dark squared letters', shifted(0x1f170, 0x1f170)),
  everyOrHalf('small capitals', (word) =>
    word.replace(/[a-zA-Z]/g, (letter) => SMALL_CAPITALS[letter.toLowerCase().charCodeAt(0) - 97]!),
  ),
  {
    name: 'emoji for words',
    apply: replaced([
      [/telegram|телеграм\p{L}*|تيليجرام|تلغرام|テレグラム|텔레그램|เทเลแกรม/giu, ['✈️']],
      [/\b(?:phone|call|mobile)\b|电话|電話|โทร|телефон\p{L}*|전화|điện thoại/giu, ['📱', '📞']],
      [/\b(?:money|cash)\b|деньг\p{L}*|\buang\b|\bduit\b|钱|錢|お金|\btiền\b|เงิน/giu, ['💰']],
    ]),
  },
  {
    name: 'Chinese by-names of messengers',
    apply: replaced([
      [/telegram|电报|電報|纸飞机/giu, ['飞机', '纸飞机']],
      [/微信|wechat|vx/giu, ['薇信', 'V信', '威信', '绿泡泡']],
    ]),
  },
  everyOrHalf(
    'accents added',
    inside(LATIN, (word) =>
      lettersOf(word)
        .map((letter) => `${letter}\u0301`)
        .join(''),
    ),
  ),
  everyOrHalf('struck-through letters', (word) =>
    lettersOf(word)
      .map((letter) => `${letter}\u0336`)
      .join(''),
  ),
  {
    name: 'accents left away',
    apply: (text) =>
      text.replace(/[\p{Script=Latin}\p{M}]+/gu, (word) =>
        word
          .normalize('NFD')
          .replace(/[\u0300-\u036f]/g, '')
          .replace(/đ/g, 'd')
          .replace(/Đ/g, 'D')
          .normalize('NFC'),
      ),
  },
  { name: 'capitals', apply: (text) => text.toUpperCase() },
  everyOrHalf(
    'one letter doubled',
    inside(/^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u, (word, random) => {
      const at = Math.floor(random() * word.length);
      return word.length < 3 ? word : word.slice(0, at) + word[at] + word.slice(at);
    }),
  ),
  everyOrHalf(
    'letters stretched',
    inside(/^[\p{Script=Latin}\p{Script=Cyrillic}]+$/u, (word) =>
      word.length < 3 ? word : word + word.at(-1)!.repeat(3),
    ),
  ),
  { name: 'canonically decomposed', apply: (text) => text.normalize('NFD') },
  everyOrHalf(
    'tatweel',
    inside(ARABIC, (word) => word.replace(/(?<=\p{L})(?=\p{L})/gu, 'ـ')),
  ),
  everyOrHalf(
    'zero-width separators between unspaced words',
    inside(UNSPACED, (word) => `\u200b${word}\u200b`),
  ),
  { name: 'half-width katakana', apply: words(halfWidth, 1) },
  everyOrHalf('Hangul typed letter by letter', typedJamo),
  {
    name: 'line breaks in mid-sentence',
    apply: (text, random) => text.replace(/ /g, (space) => (random() < 0.2 ? '\n' : space)),
  },
];

/** Wider between words, so that a reader still sees where one ends. */
function spacedEvery(text: string, random: Random): string {
  return words(separated(' '), 1)(text.replace(/ /g, '   '), random);
}

function spacedHalf(text: string, random: Random): string {
  return words((word, inner) => (word.length > 2 ? ` ${separated(' ')(word, inner)} ` : word), 0.5)(text, random);
}
