import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const ROOT = fileURLToPath(new URL('../../rules', import.meta.url));

export interface RuleFile<T> {
  /** File name without `.yaml`. */
  stem: string;
  /** The file as written, comments included. */
  text: string;
  rule: T;
}

/** Every rule file of one folder of `rules/`, in the order of their names. */
export function readRules<T>(folder: string): RuleFile<T>[] {
  return readdirSync(join(ROOT, folder))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(ROOT, folder, file), 'utf8');
      return { stem: file.slice(0, -'.yaml'.length), text, rule: parse(text, { uniqueKeys: true }) as T };
    });
}

/** Values that occur more than once. */
export function repeated(values: string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}

export function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && !/\s/.test(value);
}

const REGION_NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** A country or territory in ISO 3166-1 alpha-2, as Unicode knows them; `XX` and other private codes are not. */
export function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || /^(AA|Q[M-Z]|X[A-Z]|ZZ|EU|UN|EZ)$/.test(code)) return code === 'XK';
  return REGION_NAMES.of(code) !== undefined;
}

/** The thirty languages of the project. */
export const LANGUAGES = [
  'en',
  'zh-Hans',
  'zh-Hant',
  'vi',
  'id',
  'ms',
  'th',
  'lo',
  'km',
  'my',
  'tl',
  'hi',
  'bn',
  'ne',
  'ur',
  'si',
  'ta',
  'ru',
  'uk',
  'kk',
  'uz',
  'tr',
  'ar',
  'fr',
  'es',
  'pt',
  'sw',
  'am',
  'ja',
  'ko',
];
