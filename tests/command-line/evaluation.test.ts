import { describe, expect, it } from 'vitest';
import { conceptFigures } from '../../src/command-line/evaluation/concept-figures.ts';
import { isReached, share, worst } from '../../src/command-line/evaluation/figures.ts';
import type { Row } from '../../src/command-line/learning/weight-fits.ts';

const TEXT = 'Office in Myawaddy, ticket paid, write on Telegram';

/** A text with marked quotes and with what the engine gives. */
function row(lang: string, marks: Record<string, string>, read: Record<string, string>): Row {
  const spanOf = (words: string) => ({
    field: 'text' as const,
    start: TEXT.indexOf(words),
    end: TEXT.indexOf(words) + words.length,
  });
  return {
    text: {
      lang,
      posting: { text: TEXT },
      marks: Object.entries(marks).map(([signal, quote]) => ({ signal, quote })),
    },
    reasons: Object.entries(read).map(([signal, words]) => ({ signal, weight: 1, spans: [spanOf(words)] })),
  } as unknown as Row;
}

describe('figures', () => {
  it('counts a share and holds it against its goal, the goal itself included', () => {
    const figure = share('even', [1, 2, 3, 4], (n) => n % 2 === 0, { least: 0.5 });
    expect(figure).toMatchObject({ value: 0.5, counted: '2/4' });
    expect(isReached(figure)).toBe(true);
    expect(isReached({ ...figure, least: undefined, most: 0.4 })).toBe(false);
    expect(isReached({ ...figure, least: undefined })).toBeUndefined();
  });

  it('says that nothing was reached where there was nothing to measure', () => {
    expect(isReached(share('none', [], () => true, { least: 0.5 }))).toBe(false);
    expect(worst('none', [], String, () => true, { least: 0.5 }).value).toBeNaN();
  });

  it('names the worst group', () => {
    const rows = ['a1', 'a0', 'b0', 'b0', 'c1'];
    const figure = worst(
      'letters',
      rows,
      (text) => text[0]!,
      (text) => text.endsWith('1'),
      {},
    );
    expect(figure).toMatchObject({ name: 'letters: b', value: 0, counted: '0/2' });
  });
});

describe('signs read', () => {
  const [recall, , precision, , loose] = conceptFigures([
    // One mark read in part, one not; a sign given on other words than the marked ones; one that is not marked.
    row(
      'en',
      { place: 'in Myawaddy', contact: 'Telegram', 'x-odd': 'Office' },
      { place: 'Myawaddy', contact: 'ticket' },
    ),
    row('fr', { travel: 'ticket paid' }, { travel: 'ticket', contact: 'Telegram', unmarked: 'Office' }),
  ]);

  it('counts a marked quote as read when a span of its sign overlaps it', () =>
    expect(recall).toMatchObject({ counted: '2/3' }));

  it('counts a sign as right when it stands on words marked with it', () => {
    expect(precision).toMatchObject({ counted: '2/4' });
    expect(loose).toMatchObject({ counted: '3/4' });
  });
});
