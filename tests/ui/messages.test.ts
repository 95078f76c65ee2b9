import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { MessageFile } from '../../src/ui/catalogue.ts';
import languages from '../../src/ui/languages.json' with { type: 'json' };
import { ENGLISH_MESSAGES, english } from './english.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const locales = join(root, 'public/_locales');

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx)$/.test(name))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

/** Everything that can speak to a person, and the manifest, which names messages as `__MSG_key__`. */
const speakers = [
  ...sources('src/ui'),
  ...sources('entrypoints'),
  readFileSync(join(root, 'wxt.config.ts'), 'utf8'),
].join('\n');
const keys = Object.keys(ENGLISH_MESSAGES);
const stem = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

describe('message keys', () => {
  it('are all used', () => {
    const used = (key: string) => new RegExp(`['"\`.]${key}\\b|__MSG_${key}__|\\b${key}:`).test(speakers);
    const manifest = ['extName', 'extDescription'];
    expect(keys.filter((key) => !used(stem(key)) && !manifest.includes(key))).toEqual([]);
  });

  it('exist wherever one is used', () => {
    const calls = [
      ...speakers.matchAll(/\b(?:t|plural|template|pluralTemplate)\('(\w+)'/g),
      ...speakers.matchAll(/__MSG_(\w+?)__/g),
    ];
    const known = new Set(keys.flatMap((key) => [key, stem(key)]));
    expect(calls.map((call) => call[1]!).filter((key) => !known.has(key))).toEqual([]);
  });

  it('of the page strings are all shown by a page', () => {
    const list = readFileSync(join(root, 'src/ui/page-strings.ts'), 'utf8');
    const named = [...list.matchAll(/^ {2}'(\w+)',$/gm)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((key) => !new RegExp(`strings\\.${key}\\b|'${key}'[ |>]`).test(speakers))).toEqual([]);
  });
});

describe.each(readdirSync(locales))('messages of %s', (folder) => {
  const own: MessageFile = JSON.parse(readFileSync(join(locales, folder, 'messages.json'), 'utf8'));

  it('are named in the list of languages', () => {
    expect(languages).toContain(folder);
  });

  it('use names that browsers accept', () => {
    for (const key of Object.keys(own)) expect(key).toMatch(/^[A-Za-z0-9_@]+$/);
  });

  it('use each placeholder they declare, and declare each they use', () => {
    for (const [key, { message, placeholders = {} }] of Object.entries(own)) {
      const used = [...message.matchAll(/\$(\w+)\$/g)].map((match) => match[1]!.toLowerCase());
      const declared = Object.keys(placeholders);
      // A form for one thing may leave the number out.
      const mayOmit = stem(key) === key ? [] : ['count'];
      expect(
        used.filter((name) => !declared.includes(name)),
        key,
      ).toEqual([]);
      expect(
        declared.filter((name) => !used.includes(name) && !mayOmit.includes(name)),
        key,
      ).toEqual([]);
      for (const name of declared) expect(placeholders[name]!.content, key).toMatch(/^\$[1-9]$/);
    }
  });

  it('put in what English puts in', () => {
    for (const [key, { placeholders = {} }] of Object.entries(own)) {
      const original = ENGLISH_MESSAGES[key] ?? ENGLISH_MESSAGES[`${stem(key)}_other`];
      expect(original, `${key} is unknown`).toBeDefined();
      expect(Object.keys(placeholders).sort(), key).toEqual(Object.keys(original!.placeholders ?? {}).sort());
    }
  });

  it('have all forms that the language counts by', () => {
    const forms = new Intl.PluralRules(folder.replace('_', '-')).resolvedOptions().pluralCategories;
    const counted = new Set(
      Object.keys(own)
        .filter((key) => stem(key) !== key)
        .map(stem),
    );
    for (const key of counted) for (const form of forms) expect(own[`${key}_${form}`], `${key}_${form}`).toBeDefined();
  });
});

describe('English messages', () => {
  it('each tell a translator what they are for', () => {
    for (const [key, { description }] of Object.entries(ENGLISH_MESSAGES)) expect(description, key).toMatch(/\w{3}/);
  });

  it('never call an advert safe or a scam, and never shout', () => {
    for (const [key, { message }] of Object.entries(ENGLISH_MESSAGES)) {
      expect(message, key).not.toMatch(/\bsafe|\ba scam\b|!/i);
      expect(message, key).not.toMatch(/\b(?!SIM\b|ID\b|QR\b)[A-Z]{2,}\b(?!\$)/);
    }
  });

  it('fit the stores', () => {
    expect(english.t('extDescription').length).toBeLessThanOrEqual(132);
  });
});
