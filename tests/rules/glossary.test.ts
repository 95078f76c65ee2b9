import { describe, expect, it } from 'vitest';
import { readPacks } from '../../src/command-line/read-rules.ts';
import { fold } from '../../src/engine/folding.ts';
import { createMatcher } from '../../src/engine/matcher.ts';
import { readPosting } from '../../src/engine/reading.ts';
import { createWholeTextReader } from '../../src/engine/whole-text.ts';
import { compileRules } from '../../src/packs/compile-rules.ts';

const packs = readPacks();
const { glossary: files, languages } = packs.signals;
const rules = compileRules(packs);
const matcher = createMatcher(rules.matcher);
const readWhole = createWholeTextReader(rules);

function conceptsOf(text: string): string[] {
  const { concepts } = readWhole(readPosting({ text }, rules, matcher));
  return concepts.ids.map((id) => rules.glossary.concepts[id]!);
}

describe('the glossary', () => {
  it('has a file for every language', () => {
    expect(files.map(({ lang }) => lang).toSorted()).toEqual(languages.languages.map(({ lang }) => lang).toSorted());
  });

  it.each(files.map((file) => [file.lang, file] as const))(
    '%s: has the concepts of all, each word under two at most',
    (_lang, { words }) => {
      const all = Object.keys(files.find(({ lang }) => lang === 'en')!.words);
      expect(Object.keys(words).filter((concept) => !all.includes(concept))).toEqual([]);
      expect(all.filter((concept) => !(concept in words)).length).toBeLessThan(all.length * 0.1);
      const under = new Map<string, number>();
      for (const list of Object.values(words)) {
        expect(list.length).toBeGreaterThan(0);
        for (const word of list) {
          expect(fold(word).text.replace('*', '').trim(), word).not.toBe('');
          under.set(word, (under.get(word) ?? 0) + 1);
        }
      }
      expect([...under].filter(([, count]) => count > 2)).toEqual([]);
    },
  );
});

describe('concepts are read', () => {
  it.each([
    ['en', 'Earn money from home: watch a video and press like', ['earn', 'money', 'home-work', 'like', 'video']],
    ['es', 'Gana dinero desde casa, solo dale like a videos', ['money', 'home-work', 'like', 'video']],
    ['ko', '집에서 돈 벌기 좋아요 영상', ['money', 'like', 'video']],
    ['th', 'หาเงินที่บ้าน กดไลค์วิดีโอ', ['like', 'video']],
    ['ru', 'Зарабатывай деньги дома, ставь лайки на видео', ['earn', 'money', 'like', 'video']],
  ])('%s: %s', (_lang, text, wanted) => {
    expect(conceptsOf(text)).toEqual(expect.arrayContaining(wanted));
  });

  it('with endings, and the longest entry first', () => {
    expect(conceptsOf('мы выплачиваем зарплату работникам')).toContain('pay');
    expect(conceptsOf('bank account')).toEqual(['account']);
  });

  it('not of places, messengers, peoples, addresses', () => {
    expect(conceptsOf('Thailand Telegram Vietnamese @boss000 money000@bank.example')).toEqual([]);
  });

  it('only in languages that the text is written in', () => {
    expect(conceptsOf('The children come home and sit in the garden with us')).not.toContain('food');
  });
});
