import { plainSpellings } from '../disguises.ts';
import { fold } from '../folding.ts';
import { type Canonical, canonicalIs, notCanonical } from './indicator-kinds.ts';

/** Words that say what kind of company it is, written behind or before its name; folded, longest first. */
const FORMS = [
  'public company limited',
  'private limited',
  'company limited',
  'sociedad anonima',
  'sa de cv',
  'limited liability company',
  'limited company',
  'corporation',
  'incorporated',
  'sendirian berhad',
  'sdn bhd',
  'pte ltd',
  'pvt ltd',
  'pty ltd',
  'co ltd',
  'co inc',
  'cong ty trach nhiem huu han',
  'cong ty tnhh mtv',
  'cong ty tnhh',
  'cong ty co phan',
  'cong ty cp',
  'perseroan terbatas',
  'tnhh',
  'berhad',
  'limited',
  'company',
  'gmbh',
  'sarl',
  'corp',
  'opc',
  'llc',
  'llp',
  'ltd',
  'inc',
  'plc',
  'bhd',
  'jsc',
  'tbk',
  'fzco',
  'fze',
  'fzc',
  'fzllc',
  'ltda',
  'eireli',
  'ооо',
  'оао',
  'зао',
  'пао',
  'ао',
  'тоо',
  'ип',
  'тов',
  'ltd sti',
  'as',
  'bv',
  'nv',
  'ag',
  'sa',
  'srl',
  'co',
  'pt',
  'cv',
  'ud',
];
const FORM_WORDS = FORMS.map((form) => form.split(' '));

/** Forms of scripts that are written on without a space, folded like the names. */
const folded = (forms: string[]): string => forms.map((form) => fold(form).text).join('|');
const JOINED_BEFORE = folded(['株式会社', '有限会社', '合同会社', '주식회사', 'บริษัท', 'ห้างหุ้นส่วนจำกัด', 'ក្រុមហ៊ុន', 'ບໍລິສັດ']);
const JOINED_BEHIND = folded([
  '股份有限公司',
  '有限责任公司',
  '有限責任公司',
  '有限公司',
  '集团公司',
  '公司',
  '株式会社',
  '有限会社',
  '合同会社',
  '주식회사',
  'จำกัด (มหาชน)',
  'จำกัด',
  'ຈຳກັດ',
]).replace(/[()]/g, '\\$&');
const JOINED = new RegExp(`^(?:${JOINED_BEFORE})|(?:${JOINED_BEHIND})$`, 'u');

function withoutForm(words: string[]): string[] {
  for (const form of FORM_WORDS) {
    if (form.length >= words.length) continue;
    if (form.every((word, i) => words[words.length - form.length + i] === word)) return words.slice(0, -form.length);
    if (form.every((word, i) => words[i] === word)) return words.slice(form.length);
  }
  return words;
}

/** A word of Latin letters in which some are of another alphabet is written with the Latin ones. */
function plainWord(word: string): string {
  return /[a-z]/.test(word) && /[^a-z0-9]/.test(word) ? (plainSpellings(word)[0] ?? word) : word;
}

/** Joined abbreviations ("Co., Ltd.", "S.A. de C.V.", "P.T.") without their dots; other marks part words. */
function wordsOf(text: string): string[] {
  return text
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(plainWord);
}

/** Fewest letters that name one company and no other: what is shorter is a word of every trade. */
const LEAST_LETTERS = 6;
const LEAST_HAN = 4;

/**
 * A company's name without its legal form, in folded words. Places in brackets ("(M)", "(Thailand)") go too: the same firm
 * writes itself with and without.
 */
export function canonicalCompany(value: string): Canonical {
  let text = fold(value.replace(/[(（][\p{L}\s.]{1,20}[)）]/gu, ' ')).text.trim();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(JOINED, '').trim();
  }
  let words = wordsOf(text);
  for (let before = 0; before !== words.length; ) {
    before = words.length;
    words = withoutForm(words);
  }
  const name = words.join(' ');
  const han = (name.match(/[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/g) ?? []).length;
  if (han < LEAST_HAN && name.replace(/\P{L}/gu, '').length < LEAST_LETTERS)
    return notCanonical('the name without its legal form is too short to name one company');
  return canonicalIs(`company:${name}`);
}

/** Forms that stand behind a name, and before one, in running text. */
const BEHIND =
  /(?:(?<![\p{L}\p{N}])(?:co\.?,? ?ltd|sdn\.? ?bhd|p(?:te|vt|ty)\.? ?(?:ltd|limited)|ltd|limited|inc|l\.?l\.?c|gmbh|corp(?:oration)?|berhad|plc)(?![\p{L}\p{N}])|有限公司|有限责任公司|有限責任公司|株式会社|주식회사)/gu;
const BEFORE =
  /(?<![\p{L}\p{N}])(?:pt|cv(?=\.)|ооо|оао|зао|тоо|cong ty (?:tnhh|co phan|cp|trach nhiem huu han))(?:[. "«]{1,3})(?=[\p{L}\p{N}])|(?:株式会社|주식회사|บริษัท|\(주\))/gu;
/** Cheap to look for, and in every form of the two. */
const HAS_FORM =
  /ltd|limited|bhd|\binc\b|llc|l\.l|gmbh|corp|berhad|plc|\u516c\u53f8|\u4f1a\u793e|\ud68c\uc0ac|\(\uc8fc|\bpt[. "\u00ab]|\bcv\.|\u043e\u043e\u043e|\u043e\u0430\u043e|\u0437\u0430\u043e|\u0442\u043e\u043e|cong ty|\u0e1a\u0e23\u0e34/;
const MOST_NAMES = 6;
const MOST_WORDS = 6;
const REACH = 90;

export interface CompanyInText {
  canonical: string;
  start: number;
  end: number;
}

/** Every run of words of a name that touches its form: where a name begins in running text nobody marks. */
function* runsOf(around: string, form: string, isBehind: boolean): Generator<Canonical> {
  const joined = /[\u3400-\u9fff\u3040-\u30ff]{4,24}$/.exec(around);
  if (isBehind && joined) {
    for (let i = 0; i + LEAST_HAN <= joined[0].length; i++) yield canonicalCompany(joined[0].slice(i) + form);
    return;
  }
  const words = around.split(/\s+/).filter(Boolean);
  for (let count = 1; count <= Math.min(words.length, MOST_WORDS); count++) {
    const run = isBehind ? words.slice(-count) : words.slice(0, count);
    yield canonicalCompany(isBehind ? `${run.join(' ')} ${form}` : `${form} ${run.join(' ')}`);
  }
}

/** Company names in folded text, found by the legal form that stands with them. Bounded, whatever the text. */
export function companyNamesIn(text: string): CompanyInText[] {
  const names: CompanyInText[] = [];
  if (!HAS_FORM.test(text)) return names;
  let found = 0;
  for (const [pattern, isBehind] of [
    [BEHIND, true],
    [BEFORE, false],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      if (++found > MOST_NAMES) return names;
      const start = match.index;
      const end = start + match[0].length;
      const around = isBehind
        ? text
            .slice(Math.max(0, start - REACH), start)
            .split(/[\n:;!?|，。：（(]/)
            .at(-1)!
        : text.slice(end, end + REACH).split(/[\n:;!?|，。：）)]/)[0]!;
      for (const form of runsOf(around.trim(), match[0], isBehind)) {
        if (form.ok)
          names.push({
            canonical: form.canonical,
            start: isBehind ? start - around.length : start,
            end: isBehind ? end : end + around.length,
          });
      }
    }
  }
  return names;
}
