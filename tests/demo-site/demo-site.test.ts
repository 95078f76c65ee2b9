import { readdirSync, readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { adverts, advertsOf, conversation, type DemoAdvert } from './adverts.ts';
import type { FeedPost } from './feed-page.ts';
import { HOSTILE_CASES } from './hostile-page.ts';
import { type DemoSite, serveDemo } from './serve.ts';

let site: DemoSite;
beforeAll(async () => {
  site = await serveDemo();
});
afterAll(() => site.close());

const read = async (path: string) => (await fetch(site.url + path)).text();

async function open(path: string) {
  const window = new Window();
  return new window.DOMParser().parseFromString(await read(path), 'text/html');
}

const squeeze = (text: string) => text.replaceAll(/\s+/g, '');
const timesIn = (page: string, text: string) => squeeze(page).split(squeeze(text)).length - 1;

async function wholeFeed(): Promise<FeedPost[]> {
  const posts: FeedPost[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const batch = JSON.parse(await read(`/feed/posts?from=${from}`)) as { posts: FeedPost[]; next: number | null };
    posts.push(...batch.posts);
    from = batch.next;
  }
  return posts;
}

describe('adverts', () => {
  const share = (label: DemoAdvert['label']) => adverts.filter((one) => one.label === label).length / adverts.length;

  test('are many, in many languages, and mixed', () => {
    expect(adverts.length).toBeGreaterThanOrEqual(60);
    expect(new Set(adverts.map(({ lang }) => lang)).size).toBeGreaterThanOrEqual(14);
    expect(share('lure')).toBeCloseTo(0.4, 1);
    expect(share('legit')).toBeCloseTo(0.4, 1);
    expect(share('warning')).toBeCloseTo(0.2, 1);
    expect(new Set(adverts.map(({ id }) => id)).size).toBe(adverts.length);
    expect(new Set(adverts.map(({ text }) => text)).size).toBe(adverts.length);
  });

  test('name no contact that could belong to somebody', () => {
    const comments = Object.values(conversation.comments).flat();
    const texts = [
      ...adverts.flatMap((one) => [one.text, one.author, one.company ?? '']),
      ...comments.map((one) => one.text),
    ];
    for (const text of texts) {
      for (const [number] of text.matchAll(/\+?\p{Nd}(?:[ ()-]{0,2}\p{Nd}){7,}/gu))
        expect(number.replaceAll(/[०০၀០]/g, '0').replaceAll(/[^\p{Nd}]/gu, '')).toContain('000');
      for (const [handle] of text.matchAll(/(?<![\w.-])@\w{5,}/g)) expect(handle).toContain('000');
      for (const [domain] of text.matchAll(
        /\b[a-z][\w-]*(?:\.[a-z][\w-]+)*\.(?:com|net|org|io|me|example|co|ph|in)\b/g,
      ))
        expect(domain).toMatch(/\.example$/);
    }
  });
});

describe('pages', () => {
  const paths = [
    ...['/', '/feed', '/feed?virtual=1', '/jobs', '/channel', '/channel?plain=1', '/empty', '/unreadable', '/hostile'],
    ...advertsOf('jobs').map(({ id }) => `/jobs/${id}`),
    ...advertsOf('detail').map(({ id }) => `/job/${id}`),
    ...HOSTILE_CASES.map(({ name }) => `/hostile?case=${name}`),
  ];

  test.each(paths)('%s is served', async (path) => {
    const answer = await fetch(site.url + path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await answer.text();
    for (const [, file] of html.matchAll(/(?:src|href)="(\/static\/[^"]+)"/g))
      expect((await fetch(site.url + file)).status, file).toBe(200);
  });

  test('anything else is not there', async () => {
    const outside = [
      '/nothing',
      '/job/none',
      '/jobs/none',
      '/hostile?case=none',
      '/static/..%2fserve.ts',
      '/static/%00',
      '/a/b/c',
    ];
    for (const path of outside) expect((await fetch(site.url + path)).status, path).toBe(404);
  });

  test('ask nothing of other hosts', async () => {
    const folder = new URL('./static/', import.meta.url);
    const files = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
    const pages = await Promise.all(['/', '/feed', '/jobs', '/channel', '/job/en-2', '/hostile?case=cover'].map(read));
    for (const text of [...files, ...pages])
      expect(
        [...text.matchAll(/\w+:\/\/[\w.]+/g)]
          .map(([address]) => address)
          .filter((one) => !/schema\.org|w3\.org/.test(one)),
      ).toEqual([]);
  });

  test('do not give the labels away', async () => {
    for (const path of ['/feed/posts?count=100', '/jobs', '/channel', '/job/en-2'])
      expect((await read(path)).match(/label"?\s*[:=]\s*"(lure|legit|warning)|\blure\b/)).toBeNull();
  });
});

describe('each advert stands exactly once', () => {
  test('in the feed', async () => {
    const posts = await wholeFeed();
    for (const advert of advertsOf('feed'))
      expect(
        posts.filter((post) => post.text === advert.text),
        advert.id,
      ).toHaveLength(1);
    expect(posts).toHaveLength(advertsOf('feed').length + conversation.everyday.length);
  });

  test('in the list of jobs, and in full on its own', async () => {
    const list = await open('/jobs');
    expect(list.querySelectorAll('.card')).toHaveLength(advertsOf('jobs').length);
    for (const advert of advertsOf('jobs')) {
      expect(list.querySelectorAll(`[data-job="${advert.id}"]`), advert.id).toHaveLength(1);
      const single = await open(`/jobs/${advert.id}`);
      const texts = [...single.querySelectorAll('.job-text')].map((node) => node.textContent);
      expect(texts).toEqual([advert.text]);
      expect(single.querySelector('.card.open h3')?.textContent).toBe(advert.title);
    }
  });

  test('on a page of its own', async () => {
    const texts = await Promise.all(
      advertsOf('detail').map(async ({ id }) => (await open(`/job/${id}`)).body.textContent),
    );
    for (const advert of advertsOf('detail')) expect(timesIn(texts.join(' '), advert.text), advert.id).toBe(1);
  });

  test.each(['/channel', '/channel?plain=1'])('in %s', async (path) => {
    const page = await open(path);
    for (const advert of advertsOf('channel')) expect(timesIn(page.body.textContent, advert.text), advert.id).toBe(1);
    expect(page.querySelectorAll('[role]').length > 0).toBe(path === '/channel');
    expect(page.querySelectorAll('.pp-words:not([dir=auto])')).toHaveLength(0);
  });

  test('and nowhere else', async () => {
    for (const path of ['/', '/empty', '/unreadable', '/hostile']) {
      const text = await read(path);
      for (const advert of adverts) expect(timesIn(text, advert.text), `${advert.id} in ${path}`).toBe(0);
    }
  });
});

describe('structured data', () => {
  async function jobIn(path: string) {
    const script = (await open(path)).querySelector('script[type="application/ld+json"]');
    const data = JSON.parse(script?.textContent ?? '');
    return [data, data['@graph'], data].flat(2).find((one) => [one?.['@type']].flat().includes('JobPosting'));
  }

  test.each(advertsOf('detail'))('of $id parses and tells the same job', async (advert) => {
    const job = await jobIn(`/job/${advert.id}`);
    expect(job).toMatchObject({ title: advert.title, baseSalary: { currency: advert.pay?.currency } });
    const words = squeeze(job.description.replaceAll(/<[^>]+>/g, ' '))
      .replaceAll('&amp;', '&')
      .replaceAll('&#39;', "'");
    if (advert.jsonLd === 'cleaner') expect(words).toBe(squeeze(advert.cleanText ?? ''));
    else if (advert.jsonLd === 'short') expect(words.length).toBeLessThan(advert.text.length / 3);
    else expect(words).toBe(squeeze(advert.text).replaceAll('"', '&quot;'));
  });

  test('takes more than one shape', () => {
    expect(new Set(advertsOf('detail').map(({ jsonLd }) => jsonLd)).size).toBe(5);
  });
});
