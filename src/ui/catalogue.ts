import { fill } from './fill.ts';
import { countryName, directionOf, isolate } from './wording.ts';

/** One message in Chrome's i18n format. */
export interface MessageEntry {
  message: string;
  description?: string;
  placeholders?: Record<string, { content: string; example?: string }>;
}

export type MessageFile = Record<string, MessageEntry>;

/** Gives the messages of one `_locales` folder, or null when there is no such folder. */
export type LoadMessages = (folder: string) => Promise<MessageFile | null>;

export type MessageKey = keyof typeof import('../../public/_locales/en/messages.json');
type StemOf<K> = K extends `${infer Stem}_other` ? Stem : never;
/** Keys that exist once per plural category: `signs` for `signs_one`, `signs_other`. */
export type PluralKey = StemOf<MessageKey>;

/** Everything that is said in one language. What it lacks is said in English. */
export interface Catalogue {
  lang: string;
  dir: 'ltr' | 'rtl';
  t(key: MessageKey, ...subs: string[]): string;
  /** The form for `count`, which is also the first piece put in. */
  plural(key: PluralKey, count: number, ...subs: string[]): string;
  /** The message with `$1` to `$9` still open, for places that have no catalogue. */
  template(key: MessageKey): string;
  pluralTemplate(key: PluralKey, form: Intl.LDMLPluralRule): string;
  list(items: string[]): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  country(code: string): string;
}

const FALLBACK = 'en';

/**
 * Folders to try for a language tag, nearest first: `pt-BR` → `pt_BR`, `pt`; Chinese by script → `zh_TW` or `zh_CN`.
 */
export function foldersFor(tag: string): string[] {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(tag.replaceAll('_', '-'));
  } catch {
    return [];
  }
  const folders = locale.region ? [`${locale.language}_${locale.region}`] : [];
  if (locale.language === 'zh') folders.push(locale.maximize().script === 'Hant' ? 'zh_TW' : 'zh_CN');
  folders.push(locale.language);
  return [...new Set(folders)];
}

/** Loads the catalogue of `wanted` (a BCP 47 tag); English where nothing nearer exists. Never rejects. */
export async function loadCatalogue(wanted: string, load: LoadMessages): Promise<Catalogue> {
  const tryLoad = (folder: string) => load(folder).catch(() => null);
  const english = tryLoad(FALLBACK);
  for (const folder of foldersFor(wanted)) {
    if (folder === FALLBACK) break;
    const own = await tryLoad(folder);
    if (own) return makeCatalogue(folder.replace('_', '-'), own, (await english) ?? {});
  }
  const messages = (await english) ?? {};
  return makeCatalogue(FALLBACK, messages, messages);
}

/** Joins one language's messages with the English ones behind them. */
export function makeCatalogue(lang: string, own: MessageFile, english: MessageFile): Catalogue {
  const dir = directionOf(lang);
  const rules = new Intl.PluralRules(lang);
  const englishRules = new Intl.PluralRules(FALLBACK);
  const lists = new Intl.ListFormat(lang, { type: 'conjunction' });
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(lang, options).format(value);
  const put = (entry: MessageEntry, subs: string[]) =>
    fill(openTemplate(entry), ...subs.map((sub) => isolate(sub, dir)));
  const find = (key: string) => own[key] ?? english[key] ?? { message: key };

  return {
    lang,
    dir,
    number,
    t: (key, ...subs) => put(find(key), subs),
    plural(key, count, ...subs) {
      const entry =
        own[`${key}_${rules.select(count)}`] ?? own[`${key}_other`] ?? find(`${key}_${englishRules.select(count)}`);
      return put(entry, [number(count), ...subs]);
    },
    template: (key) => openTemplate(find(key)),
    pluralTemplate: (key, form) => openTemplate(own[`${key}_${form}`] ?? find(`${key}_other`)),
    list: (items) => lists.format(items),
    country: (code) => countryName(lang, code),
  };
}

/** Replaces named placeholders by what they stand for, `$COUNT$` → `$1`. */
function openTemplate(entry: MessageEntry): string {
  const named = entry.placeholders;
  if (!named) return entry.message;
  return entry.message.replace(/\$(\w+)\$/g, (whole, name: string) => named[name.toLowerCase()]?.content ?? whole);
}
