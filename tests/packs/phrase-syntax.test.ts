import { describe, expect, it } from 'vitest';
import { fold } from '../../src/engine/folding.ts';
import { createMatcher } from '../../src/engine/matcher.ts';
import { tokenize } from '../../src/engine/tokens.ts';
import { compileMatcher, type PhraseEntry } from '../../src/packs/compile-matcher.ts';
import { parsePhrase } from '../../src/packs/phrase-syntax.ts';

function found(entries: Omit<PhraseEntry, 'target'>[], text: string): string[] {
  const matcher = createMatcher(compileMatcher(entries.map((entry) => ({ target: 0, ...entry }))));
  const folded = fold(text);
  return matcher.find(folded, tokenize(folded)).map((hit) => folded.text.slice(hit.start, hit.end));
}

const en = (phrase: string, sets?: Record<string, string[]>) => ({ language: 'en', phrase, sets });

describe('phrases', () => {
  it.each([
    ['free flight', 'A FREE flight for you', 'free flight'],
    ['free ~2 flight', 'free room and flight', 'free room and flight'],
    ['flight <>2 free', 'free return flight', 'free return flight'],
    ['(no|without) experience', 'without experiences', 'without experiences'],
    ['age # to #', 'Age 18 to 35', 'age 18 to 35'],
    ['recruit*', 'recruitmentdrive', 'recruitmentdrive'],
  ])('%s is found in "%s"', (phrase, text, hit) => {
    expect(found([en(phrase)], text)).toEqual([hit]);
  });

  it.each([
    ['free flight', 'free. Flight'],
    ['free ~2 flight', 'free one two three flight'],
    ['flight ~2 free', 'free flight'],
    ['cat', 'concatenate'],
  ])('%s is not found in "%s"', (phrase, text) => {
    expect(found([en(phrase)], text)).toEqual([]);
  });

  it('reads word sets, and words without spaces as substrings', () => {
    expect(
      found(
        [en('{paid} <>3 {travel}', { paid: ['free', 'paid'], travel: ['air ticket', 'flight'] })],
        'air tickets are paid',
      ),
    ).toEqual(['air tickets are paid']);
    expect(found([{ language: 'zh-Hans', phrase: '包 ~2 机票' }], '公司包吃包机票')).toEqual(['包机票']);
    expect(found([{ language: 'th', phrase: 'ฟรี ~2 ที่พัก' }], 'ฟรีค่าที่พัก')).toEqual(['ฟรีค่าที่พัก']);
  });

  it('is not confused by a part that holds a word of the part before it', () => {
    expect(
      found([en('{paid} ~3 {travel}', { paid: ['free', 'paid'], travel: ['paid ticket'] })], 'free and paid ticket'),
    ).toEqual(['free and paid ticket']);
  });

  it('reads through disguises', () => {
    expect(found([en('high salary')], 'H1gh s@lаry')).toHaveLength(1);
    expect(found([en('telegram')], 'te1egram')).toHaveLength(1);
    expect(found([en('hiring')], 'hiiiiring')).toHaveLength(1);
  });

  it('drops hits that a cancelling phrase overlaps', () => {
    const entries = [en('fee'), { ...en('no ~1 fee'), cancels: true }];
    expect(found(entries, 'No fees. A fee applies.')).toEqual(['fee']);
  });

  it.each(['free ~', '~2 free', 'free ~9 flight', '(free flight', 'free ~2', '', 'a {b c}'])(
    'names what is wrong in "%s"',
    (phrase) => {
      const parsed = parsePhrase(phrase);
      expect(parsed.ok ? '' : parsed.error).not.toBe('');
    },
  );
});
