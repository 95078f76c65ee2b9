import { advertsOf, type Comment, conversation } from './adverts.ts';
import { initialOf, numberFrom, page } from './markup.ts';

/** A post as the page's own script receives it. */
export interface FeedPost {
  id: string;
  author: string;
  initial: string;
  tint: number;
  posted: string;
  text: string;
  /** Number of UTF-16 units shown before "See more"; absent when all of it is. */
  cut?: number;
  picture?: string;
  likes: number;
  comments: (Comment & { initial: string; tint: number })[];
}

const ROOM = 560;
const SHOWN = 400;

/** Where a long post is cut: at the last line or space before the limit. Ideographs take twice the room. */
function cutOf(text: string): number | undefined {
  const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text) ? 2 : 1;
  if (text.length * wide <= ROOM) return undefined;
  const head = text.slice(0, SHOWN / wide);
  return Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' ')) || head.length;
}

const dress = (name: string) => ({ initial: initialOf(name), tint: numberFrom(name, 8) });

/** Every post of the feed, newest first. */
export const feedPosts: FeedPost[] = [...advertsOf('feed'), ...conversation.everyday]
  .sort((a, b) => b.posted.localeCompare(a.posted))
  .map((post) => ({
    id: post.id,
    author: post.author,
    ...dress(post.author),
    posted: post.posted,
    text: post.text,
    cut: cutOf(post.text),
    picture: 'picture' in post ? (post.picture as string | undefined) : undefined,
    likes: 3 + numberFrom(post.id, 240),
    comments: (conversation.comments[post.id] ?? []).map((comment) => ({ ...comment, ...dress(comment.author) })),
  }));

/**
 * Answer to `/feed/posts`. `from` and `count` page through the feed; `post` asks for one post by id; `length` makes the
 * feed that long by going round again (ids get `~2`, `~3`), for measuring long scrolls.
 */
export function feedBatch(query: URLSearchParams): { posts: FeedPost[]; next: number | null } {
  const only = query.get('post');
  if (only) return { posts: feedPosts.filter((post) => post.id === only), next: null };
  const length = Math.min(Number(query.get('length')) || feedPosts.length, 5000);
  const from = Math.max(Number(query.get('from')) || 0, 0);
  const end = Math.min(from + Math.min(Number(query.get('count')) || 6, 100), length);
  const posts: FeedPost[] = [];
  for (let place = from; place < end; place++) {
    const post = feedPosts[place % feedPosts.length]!;
    const round = Math.floor(place / feedPosts.length) + 1;
    posts.push(round === 1 ? post : { ...post, id: `${post.id}~${round}` });
  }
  return { posts, next: end < length ? end : null };
}

const LINKS = ['Home', 'Friends', 'Groups', 'Events', 'Market', 'Saved'];
const GROUPS = ['Allotments & balcony pots', 'Lost & found animals', 'Sunday five-a-side', 'Work & jobs exchange'];
const SIGNS = ['⌂', '♡', '◍', '▤', '◈', '★'];

const listOf = (items: string[], sign: (place: number) => string) =>
  items
    .map((item, place) => `<li><a href="#"><span aria-hidden="true">${sign(place)}</span> ${item}</a></li>`)
    .join('');

export function feedPage(virtual: boolean): string {
  return page({
    title: 'Hearthline',
    styles: ['feed'],
    scripts: [virtual ? 'virtual-feed' : 'feed'],
    bodyClass: virtual ? 'hearth virtual' : 'hearth',
    body: `
<header class="bar">
  <a class="logo" href="/feed"><img src="/static/mark.svg" alt="" width="28" height="28"> Hearthline</a>
  <div class="find" role="search"><input type="search" placeholder="Search" aria-label="Search"></div>
  <span class="me avatar t2" aria-hidden="true">S</span>
</header>
<div class="columns">
  <nav class="side" aria-label="Main"><ul>${listOf(LINKS, (place) => SIGNS[place]!)}</ul></nav>
  <main>
    <div class="composer"><span class="avatar t2" aria-hidden="true">S</span><button type="button">What is new with you, Sami?</button></div>
    <div id="feed" role="feed" aria-busy="true" aria-label="Posts"></div>
    <p id="end" class="end" role="status">Loading posts…</p>
  </main>
  <aside class="side right" aria-label="Suggestions">
    <h2>Your groups</h2>
    <ul>${listOf(GROUPS, () => '◍')}</ul>
    <h2>This weekend</h2>
    <p>Repair café, Saturday 10:00<br>Choir in the park, Sunday 16:00</p>
    <p class="small">Privacy · Terms · Hearthline 2026</p>
  </aside>
</div>
<nav class="tabs" aria-label="Tabs">${LINKS.slice(0, 5)
      .map((link, place) => `<a href="#"><span aria-hidden="true">${SIGNS[place]}</span>${link}</a>`)
      .join('')}</nav>`,
  });
}
