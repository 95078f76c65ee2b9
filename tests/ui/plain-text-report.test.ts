import { expect, it } from 'vitest';
import { explain } from '../../src/ui/explain.ts';
import { pageStrings } from '../../src/ui/page-strings.ts';
import { plainTextReport } from '../../src/ui/plain-text-report.ts';
import { english } from './english.ts';
import { ENGLISH, HONEST, UNREAD } from './gallery/sample-adverts.ts';
import { COMBINATIONS, SIGNALS } from './gallery/sample-words.ts';

const strings = pageStrings(english);
const facts = { url: 'https://www.facebook.com/groups/jobs', seenAt: '2026-11-20T08:30:00.000Z', lang: 'en' };
const explained = (scored: typeof ENGLISH) =>
  explain({ scored, signals: SIGNALS, combinations: COMBINATIONS, help: [], home: 'KE', today: '2026-11-20' }, english);

it('holds what forms of hotlines and police ask for', () => {
  const report = plainTextReport(
    explained(ENGLISH),
    { ...facts, link: 'https://www.facebook.com/1', poster: 'Example HR' },
    strings,
  );
  for (const part of [
    'Strong warning',
    'https://www.facebook.com/groups/jobs',
    'https://www.facebook.com/1',
    'Example HR',
    '2026-11-20T08:30:00.000Z',
    'Golden River International',
    '“Mae Sot”',
    'About 4 times',
    'Contact only on Telegram @example_hr',
    '2026.11.1',
  ]) {
    expect(report).toContain(part);
  }
});

it('holds nothing of the person: not even their country', () => {
  expect(plainTextReport(explained(ENGLISH), facts, strings)).not.toMatch(/Kenya|\bKE\b/);
});

it('is short when there is little to say', () => {
  const report = plainTextReport(explained(UNREAD), facts, strings);
  expect(report).not.toContain('What we saw');
  expect(report).not.toMatch(/\n\n\n|: *\n\n|undefined|null/);
  expect(plainTextReport(explained(HONEST), facts, strings)).toContain('What speaks for the advert:');
});
