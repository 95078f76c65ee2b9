import { Window } from 'happy-dom';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type FeedPost, feedBatch, feedPosts } from './feed-page.ts';

interface Units {
  newUnit(): HTMLElement;
  fillUnit(unit: HTMLElement, post: FeedPost, place: number): void;
}

let units: Units;
beforeAll(async () => {
  vi.stubGlobal('document', new Window().document);
  units = await import(/* @vite-ignore */ new URL('./static/feed-units.js', import.meta.url).href);
});
afterAll(() => vi.unstubAllGlobals());

const long = feedPosts.find((post) => post.cut)!;
const talked = feedPosts.find((post) => post.comments.length > 1)!;

test('a long post holds only its beginning until it is opened', () => {
  const unit = units.newUnit();
  units.fillUnit(unit, long, 0);
  expect(unit.textContent).not.toContain(long.text.slice(-40));
  unit.querySelector<HTMLElement>('.more')!.click();
  expect(unit.querySelector('.text')!.textContent).toBe(long.text);
});

test('comments are articles inside the article', () => {
  const unit = units.newUnit();
  units.fillUnit(unit, talked, 3);
  expect(unit.querySelectorAll('[role=article] .bubble[dir=auto]')).toHaveLength(talked.comments.length);
  expect(unit.getAttribute('aria-posinset')).toBe('4');
});

test('a recycled unit shows the new post alone and keeps what others appended', () => {
  const unit = units.newUnit();
  units.fillUnit(unit, talked, 0);
  const foreign = document.createElement('x-foreign');
  unit.append(foreign);
  units.fillUnit(unit, long, 7);
  expect(unit.dataset.post).toBe(long.id);
  expect(unit.textContent).not.toContain(talked.text.slice(0, 20));
  expect(unit.contains(foreign)).toBe(true);
});

test('every text of a post takes its own direction', () => {
  for (const post of feedPosts) {
    const unit = units.newUnit();
    units.fillUnit(unit, post, 0);
    for (const text of unit.querySelectorAll('.text, .bubble, .name a')) expect(text.getAttribute('dir')).toBe('auto');
  }
});

test('the feed can be paged, asked for one post, and made long', () => {
  const ask = (query: string) => feedBatch(new URLSearchParams(query));
  expect(ask('from=0&count=5')).toMatchObject({ next: 5 });
  expect(ask(`post=${long.id}`).posts.map(({ id }) => id)).toEqual([long.id]);
  expect(ask('from=990&count=100&length=1000')).toMatchObject({ next: null });
  expect(ask('from=990&count=100&length=1000').posts).toHaveLength(10);
  expect(ask('from=-5&count=abc').posts[0]).toBe(feedPosts[0]);
});
