import { describe, expect, it } from 'vitest';
import { foldersFor, loadCatalogue, type MessageFile, makeCatalogue } from '../../src/ui/catalogue.ts';
import { pageStrings } from '../../src/ui/page-strings.ts';
import { directionOf, isolate, monthAndYear } from '../../src/ui/wording.ts';
import { ENGLISH_MESSAGES, english } from './english.ts';

const count = { count: { content: '$1' } };
const ARABIC: MessageFile = {
  signs_zero: { message: 'لا علامات' },
  signs_one: { message: 'علامة واحدة' },
  signs_two: { message: 'علامتان' },
  signs_few: { message: '$COUNT$ علامات', placeholders: count },
  signs_many: { message: '$COUNT$ علامة', placeholders: count },
  signs_other: { message: '$COUNT$ علامة', placeholders: count },
  actCompanySite: { message: 'ابحث عن موقع $COMPANY$', placeholders: { company: { content: '$1' } } },
};
const arabic = makeCatalogue('ar', ARABIC, ENGLISH_MESSAGES);

describe('messages', () => {
  it('puts pieces in by name and by number', () => {
    expect(english.t('sourceDated', 'Notice', '2024')).toBe('Notice (2024)');
    const own = makeCatalogue('en', { close: { message: '$2, $1: $$5' } }, {});
    expect(own.t('close', 'one', 'two')).toBe('two, one: $5');
  });

  it('leaves a piece alone that looks like a placeholder', () => {
    expect(english.t('sourceDated', 'Pay $1 $DATE$', '2024')).toBe('Pay $1 $DATE$ (2024)');
  });

  it('takes the plural form of the language', () => {
    expect(english.plural('signs', 1)).toBe('1 sign');
    expect(english.plural('signs', 5)).toBe('5 signs');
    expect([0, 1, 2].map((n) => arabic.plural('signs', n))).toEqual(['لا علامات', 'علامة واحدة', 'علامتان']);
  });

  it('falls back to English for a missing key, with the English plural form', () => {
    expect(arabic.t('levelHigh')).toBe('Strong warning');
    expect(arabic.plural('readCount', 1)).toContain('advert read');
    expect(arabic.plural('readCount', 3)).toContain('adverts read');
  });

  it('keeps a piece of the other direction apart', () => {
    expect(arabic.t('actCompanySite', 'Golden River')).toContain('\u2068Golden River\u2069');
    expect(isolate('2024', 'rtl')).toBe('2024');
    expect(isolate('شركة', 'ltr')).toBe('\u2068شركة\u2069');
    expect(isolate('Company', 'ltr')).toBe('Company');
  });
});

describe('languages', () => {
  it('tries the nearest folder first', () => {
    expect(foldersFor('pt-BR')).toEqual(['pt_BR', 'pt']);
    expect(foldersFor('zh-TW')).toEqual(['zh_TW', 'zh']);
    expect(foldersFor('zh-HK')).toEqual(['zh_HK', 'zh_TW', 'zh']);
    expect(foldersFor('zh')).toEqual(['zh_CN', 'zh']);
    expect(foldersFor('th')).toEqual(['th']);
    expect(foldersFor('not a tag')).toEqual([]);
  });

  it('loads the language asked for, else English', async () => {
    const folders: Record<string, MessageFile> = { en: ENGLISH_MESSAGES, ar: ARABIC };
    const load = async (folder: string) => folders[folder] ?? null;
    expect(await loadCatalogue('ar-EG', load)).toMatchObject({ lang: 'ar', dir: 'rtl' });
    expect(await loadCatalogue('fi', load)).toMatchObject({ lang: 'en', dir: 'ltr' });
    expect(await loadCatalogue('en-GB', load)).toMatchObject({ lang: 'en' });
  });

  it('speaks in keys rather than failing when nothing can be loaded', async () => {
    const catalogue = await loadCatalogue('th', () => Promise.reject(new Error('no file')));
    expect(catalogue.t('levelHigh')).toBe('levelHigh');
  });

  it('knows which way a language runs', () => {
    expect(['ar', 'ur-PK', 'fa', 'he'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'rtl']);
    expect(['en', 'th', 'zh_TW'].map(directionOf)).toEqual(['ltr', 'ltr', 'ltr']);
  });
});

describe('words of one language', () => {
  it('prints dates as far as they are known', () => {
    expect(monthAndYear('en', '2025-10-28')).toBe('October 2025');
    expect(monthAndYear('en', '2025-10')).toBe('October 2025');
    expect(monthAndYear('en', '2025')).toBe('2025');
    expect(monthAndYear('en', 'undated')).toBe('undated');
  });

  it('gives pages templates and every plural form of the signs', () => {
    const strings = pageStrings(arabic);
    expect(strings.contactHours).toBe('Open: $1');
    expect(strings.signs_two).toBe('علامتان');
    expect(strings.signs_few).toBe('$1 علامات');
    expect(pageStrings(english).signs_one).toBe('$1 sign');
  });
});
