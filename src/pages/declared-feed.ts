import { addressOf, all, closest, first, matches, rawText } from './dom.ts';
import { isLikely, jobLikeness, speaksOfJobs } from './job-likeness.ts';
import { isShown } from './style.ts';

/** Posts of a page that says itself that it is a feed. */
export interface DeclaredFeed {
  posts: Element[];
  /** Adverts among other posts: each must be likely by itself. */
  mixed: boolean;
  /** Posts in an element that came later; null where it may hold something else that counts. */
  postsIn(added: Element): Element[] | null;
  answersIn(post: Element): Element[];
}

const KINDS = ['[role="feed"] > *', '[role="article"]:not([role="article"] [role="article"])'];
/** Answers to a post stand in it as articles of their own, and a lure can be one of them. */
const ARTICLE = '[role="article"]';
const ANSWERS = '[role="article"] [role="article"]';
const MOST_POSTS = 2000;
const SAMPLE = 12;
/** Too little for a post, and for anything else that would have to be read. */
const NOTHING = 60;

/**
 * The page's feed, told by roles and a few of its posts. Costs next to nothing however long the feed is, where finding a
 * list by its shape takes a walk over the whole page. Null on boards that use the same roles for cards with links to
 * adverts, and where the feed is only a smaller part of the page.
 */
export function declaredFeed(root: Element, url: string): DeclaredFeed | null {
  for (const kind of KINDS) {
    const outer = all(root, kind).slice(0, MOST_POSTS);
    if (outer.length < 3) continue;
    const sample: { post: Element; text: string }[] = [];
    for (const post of outer) {
      const text = sample.length < SAMPLE ? rawText(post).slice(0, 1500).trim() : '';
      if (text.length > NOTHING && isShown(post)) sample.push({ post, text });
    }
    if (sample.length < 2 || isBoard(sample, url) || !isMain(root, outer)) continue;
    return {
      posts: [...outer, ...all(root, ANSWERS)].slice(0, MOST_POSTS),
      mixed: isMixed(sample),
      answersIn,
      postsIn(added) {
        const isPost = matches(added, kind);
        const found = isPost ? [added] : all(added, kind);
        if (!isPost && matches(added, ANSWERS)) found.push(added);
        const isOfFeed = found.length > 0 || closest(added, kind) || rawText(added).length < NOTHING;
        return isOfFeed ? found : null;
      },
    };
  }
  return null;
}

/** Fewer than six of ten are likely adverts; no more are looked at than that takes. */
function isMixed(sample: { text: string }[]): boolean {
  let others = 0;
  return sample.some(({ text }) => {
    if (!isLikely(jobLikeness(text))) others++;
    return others > 0.4 * sample.length;
  });
}

/** A post's answers; where the post is only a box around its article, that one is none. */
function answersIn(post: Element): Element[] {
  const articles = all(post, ARTICLE);
  return articles.length === 0 || matches(post, ARTICLE) ? articles : articles.filter((one) => matches(one, ANSWERS));
}

/** The links that name the posts lead to adverts. */
function isBoard(sample: { post: Element }[], url: string): boolean {
  const leads = sample.filter(({ post }) => {
    const link =
      first(post, 'h1 a[href], h2 a[href], h3 a[href], h4 a[href], a[href]:has(h2, h3, h4)') ?? first(post, 'a[href]');
    const address = link ? addressOf(link, url) : '';
    return address !== '' && speaksOfJobs(new URL(address).pathname);
  });
  return leads.length >= 0.5 * sample.length;
}

/** At least half of the page's words are the feed's. A long feed needs no counting. */
function isMain(root: Element, posts: Element[]): boolean {
  if (posts.length >= 40) return true;
  const length = (elements: Element[]): number => elements.reduce((sum, element) => sum + rawText(element).length, 0);
  const others = length(all(root, 'script, style, noscript, template'));
  return length(posts) >= 0.5 * (rawText(root).length - others);
}
