import { describe, expect, it } from 'vitest';
import { fold } from '../../src/engine/folding.ts';
import type { PlaceRule } from '../../src/packs/place-rule.ts';
import { isCountry, isWebAddress, LANGUAGES, readRules, repeated } from './read-rules.ts';

const files = readRules<PlaceRule>('places');
const KEYS = ['any', 'emoji', ...LANGUAGES];

/** As the matcher sees a name: folded, without apostrophes and the mark of an open ending. */
function folded(name: string): string {
  return fold(name.replace(/\*$/, '')).text.replaceAll("'", '');
}

function namesOf(rule: PlaceRule): string[] {
  return [rule.aliases, rule.cities ?? {}].flatMap((names) => Object.values(names).flat());
}

describe('place files', () => {
  it('use each id once, as the name of the file', () => {
    expect(repeated(files.map(({ rule }) => rule.id))).toEqual([]);
    for (const { stem, rule } of files) expect(rule.id).toBe(stem);
  });

  it('cover at least seventy countries besides the hotspots', () => {
    const countries = new Set(files.filter(({ rule }) => rule.scope === 'country').map(({ rule }) => rule.country));
    expect(countries.size).toBeGreaterThan(120);
    expect(files.filter(({ rule }) => rule.role === 'destination' && rule.scope === 'country').length).toBeGreaterThan(
      70,
    );
  });

  it('give no name to two countries', () => {
    const owners = new Map<string, Set<string>>();
    for (const { rule } of files) {
      for (const name of namesOf(rule))
        owners.set(folded(name), (owners.get(folded(name)) ?? new Set()).add(rule.country));
    }
    expect([...owners].filter(([, countries]) => countries.size > 1).map(([name]) => name)).toEqual([]);
  });

  it('leave out names that are ordinary words in some language', () => {
    const ordinary = [
      'lima',
      'us',
      'my',
      'lao',
      'cam',
      'nga',
      'duc',
      'golok',
      'surat',
      'kabul',
      'baku',
      'bursa',
      'kazan',
      'asmara',
      'gana',
      'mali',
      'chad',
      'niger',
      'togo',
      'georgia',
      'turkey',
      'jordan',
      'chili',
      'male',
      'nice',
      'bar',
      'clark',
      'douglas',
      'jolo',
      'park',
      'compound',
      'medan',
      'quito',
      'santiago',
      'salvador',
      'sofia',
      'iran',
      'yaman',
      'nhat ban',
      'can tho',
      'ba lan',
      'hai phong',
      'mong co',
      'an do',
      'hoa ky',
      'xa mat',
      'binh di',
      '老街',
      '园区',
      '果敢',
      '波哥',
      '国公',
      '오만',
      '수단',
      'แรงงาน',
      'จีน',
      'ลาว',
      'ไทย',
      'ລາວ',
      'เช็ก',
      'كوبا مان',
    ];
    const names = new Set(files.flatMap(({ rule }) => namesOf(rule).map(folded)));
    expect(ordinary.filter((word) => names.has(folded(word)))).toEqual([]);
  });
});

describe.each(files.map((file) => [file.stem, file] as const))('%s', (_stem, { rule }) => {
  it('names a country and its weight', () => {
    expect(rule.country === 'XX' || isCountry(rule.country)).toBe(true);
    expect([0, 1, 2, 3]).toContain(rule.strength);
    if (rule.role === 'destination') expect(rule.strength).toBe(0);
    if (rule.strength === 3) expect(['compound', 'zone', 'town']).toContain(rule.scope);
  });

  it('has a source with an address', () => {
    expect(rule.sources.length).toBeGreaterThan(0);
    for (const source of rule.sources) expect(source.title && isWebAddress(source.url)).toBe(true);
  });

  it('writes its names under languages of the project', () => {
    expect(Object.keys(rule.aliases).length).toBeGreaterThan(0);
    for (const names of [rule.aliases, rule.cities, rule.exact, rule.unless]) {
      for (const language of Object.keys(names ?? {})) expect(KEYS).toContain(language);
    }
    for (const language of rule.homeLanguages ?? []) expect(LANGUAGES).toContain(language);
  });

  it('has no name so short that it stands everywhere', () => {
    for (const name of namesOf(rule)) {
      expect(name).toBe(name.trim());
      const length = [...name.replace('*', '')].length;
      if (!/^\p{Script=Han}+$/u.test(name)) expect(length, name).toBeGreaterThanOrEqual(2);
      if (name.endsWith('*')) expect(length, name).toBeGreaterThanOrEqual(3);
    }
  });

  it('repeats no name within a language', () => {
    for (const names of Object.values(rule.aliases)) expect(repeated(names.map(folded))).toEqual([]);
  });
});

describe('countries in which people are held', () => {
  const latin = ['en', 'vi', 'id', 'ms', 'tl', 'uz', 'tr', 'fr', 'es', 'pt', 'sw'];
  const main = files.filter(({ rule }) =>
    ['kh-country', 'la-country', 'mm-country', 'th-country', 'vn-country', 'ae-dubai'].includes(rule.id),
  );

  it.each(main.map((file) => [file.stem, file.rule] as const))(
    '%s is written in all thirty languages',
    (_stem, rule) => {
      const missing = LANGUAGES.filter(
        (language) => !rule.aliases[language] && !(latin.includes(language) && rule.aliases.any),
      );
      expect(missing).toEqual([]);
    },
  );
});
