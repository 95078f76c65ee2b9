import { escapeMarkup, scriptJson } from '../demo-site/markup.ts';
import { type BenchPost, benchPosts } from './posts.ts';

/**
 * How a page treats its posts. `keep`: all stay; `drop`: what is far from the screen leaves the document; `empty`: its
 * element stays and is emptied; `recycle`: a few elements show one post after another; `late`: filled a moment after the
 * frame.
 */
export type Behaviour = 'keep' | 'drop' | 'empty' | 'recycle';

export interface BenchSite {
  name: string;
  /** Site rule that reads it. */
  site: string;
  url: string;
  /** Address of the second feed, to which the page goes without loading. */
  next?: string;
  behaviour: Behaviour;
  /** Private conversations are read only when asked. */
  onRequest?: boolean;
  unit(post: BenchPost): string;
  /** The page around the list. `%LIST%` is where posts go. */
  frame: string;
  /** Selector of the list that gets the posts. */
  list: string;
  /** Runs in the page before the posts come. */
  prepare?: string;
}

const SHOWN = 120;
const shown = ({ text, cut }: BenchPost): string => escapeMarkup(cut ? `${text.slice(0, SHOWN)}…` : text);
const hidden = (text: string): string =>
  `<span aria-hidden="true" style="position:absolute;left:-9999px">${text}</span>`;

const linkedInRow = '<div role="toolbar"><button>Like</button><button>Comment</button><button>Repost</button></div>';

export const BENCH_SITES: BenchSite[] = [
  {
    name: 'LinkedIn, server-driven',
    site: 'linkedin',
    url: 'https://www.linkedin.com/feed/',
    next: 'https://www.linkedin.com/feed/?filter=recent',
    behaviour: 'empty',
    frame: '<main><div data-testid="mainFeed"><div data-testid="lazy-column">%LIST%</div></div></main>',
    list: '[data-testid="lazy-column"]',
    unit: (post) =>
      `<div role="listitem" componentkey="expanded${post.id}FeedType_MAIN" class="_a1b2"><div class="_c3"><a href="/in/person-${post.id}/" tabindex="0"><p class="_d4"><span aria-hidden="true">${post.author}</span></p></a><p class="_e5">2h •</p></div>
       <p class="_f6"><span data-testid="expandable-text-box">${shown(post)}${post.cut ? '<button><span>… more</span></button>' : ''}</span></p><p>12 reactions</p>${linkedInRow}</div>`,
  },
  {
    name: 'LinkedIn, classic',
    site: 'linkedin',
    url: 'https://www.linkedin.com/feed/',
    behaviour: 'keep',
    frame: '<main class="scaffold-layout__main"><div class="scaffold-finite-scroll__content">%LIST%</div></main>',
    list: '.scaffold-finite-scroll__content',
    unit: (post) =>
      `<div class="feed-shared-update-v2" data-urn="urn:li:activity:70000000${post.id}" role="article"><div class="update-components-actor"><span class="update-components-actor__title"><span aria-hidden="true">${post.author}</span><span class="visually-hidden" style="position:absolute;clip:rect(0 0 0 0)">${post.author}</span></span></div>
       <div class="update-components-text"><span dir="ltr">${shown(post)}</span></div>${linkedInRow}</div>`,
  },
  {
    name: 'Facebook group',
    site: 'facebook',
    url: 'https://www.facebook.com/groups/1000000001/',
    next: 'https://www.facebook.com/groups/1000000002/',
    behaviour: 'recycle',
    frame: '<div role="main"><div role="feed">%LIST%</div></div>',
    list: '[role="feed"]',
    unit: (post) =>
      `<div class="x1yztbdb"><div data-virtualized="false"><div aria-posinset="${post.id}" role="article"><div data-ad-rendering-role="profile_name"><h3><a role="link" href="/groups/1/user/${post.id}/"><strong>${post.author}</strong></a></h3><span>${[...'Sponsored'].map((letter, at) => `<span style="order:${(at * 5) % 9}">${letter}</span>`).join('')}</span></div>
       <div data-ad-rendering-role="story_message"><div data-ad-comet-preview="message" data-ad-preview="message"><div class="xdj266r"><div dir="auto">${shown(post)} <img alt="🔥" src="data:,">${post.cut ? '<div role="button" tabindex="0">See more</div>' : ''}</div></div></div></div>
       <div class="x1n2onr6"><span>${post.id} likes</span></div>${post.answer ? `<div role="article" aria-label="Comment by A"><div dir="auto">${post.answer}</div></div>` : ''}</div></div></div>`,
  },
  {
    name: 'X',
    site: 'x',
    url: 'https://x.com/home',
    next: 'https://x.com/search?q=jobs',
    behaviour: 'drop',
    frame:
      '<main role="main"><div data-testid="primaryColumn"><section role="region"><div class="css-1">%LIST%</div></section></div></main>',
    list: '.css-1',
    unit: (post) =>
      `<div data-testid="cellInnerDiv"><article data-testid="tweet" role="article" tabindex="0"><div data-testid="User-Name"><a href="/u${post.id}"><span>${post.author}</span></a><a href="/u${post.id}/status/70000${post.id}"><time datetime="2026-11-20T10:00:00Z">2h</time></a></div>
       <div style="display:flex;flex-direction:column"><div data-testid="tweetText" dir="auto" lang="en" style="display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:10;overflow:hidden"><span>${shown(post)}</span></div>${post.cut ? '<button data-testid="tweet-text-show-more-link">Show more</button>' : ''}</div>
       <div role="group" aria-label="counts"><button data-testid="reply">4</button><button data-testid="like">${post.id}</button></div></article></div>`,
  },
  {
    name: 'Telegram K',
    site: 'telegram-k',
    url: 'https://web.telegram.org/k/#-100123',
    behaviour: 'drop',
    onRequest: true,
    frame: '<div class="chat"><div class="bubbles"><div class="bubbles-inner">%LIST%</div></div></div>',
    list: '.bubbles-inner',
    unit: (post) =>
      `<div class="bubble is-in" data-mid="${post.id}" data-peer-id="-100123"><div class="bubble-content-wrapper"><div class="bubble-content"><div class="name"><span class="peer-title">${post.author}</span></div><div class="message spoilers-container"><span class="translatable-message">${escapeMarkup(post.text)}</span><span class="time"><span class="i18n">12:00</span></span></div></div></div></div>`,
  },
  {
    name: 'Telegram A',
    site: 'telegram-a',
    url: 'https://web.telegram.org/a/#-100123',
    behaviour: 'keep',
    onRequest: true,
    frame: '<div class="MessageList"><div class="messages-container">%LIST%</div></div>',
    list: '.messages-container',
    unit: (post) =>
      `<div id="message-${post.id}" class="Message message-list-item" data-message-id="${post.id}"><div class="message-content-wrapper"><div class="message-content"><div class="content-inner"><div class="message-title"><span class="sender-title">${post.author}</span></div><div class="text-content clearfix with-meta">${escapeMarkup(post.text)}<span class="MessageMeta"><span class="message-time">12:00</span></span></div></div></div></div></div>`,
  },
  {
    name: 'Telegram preview',
    site: 'telegram-preview',
    url: 'https://t.me/s/workabroad000',
    behaviour: 'keep',
    frame: '<main><section class="tgme_channel_history js-message_history">%LIST%</section></main>',
    list: '.tgme_channel_history',
    unit: (post) =>
      `<div class="tgme_widget_message_wrap js-widget_message_wrap"><div class="tgme_widget_message js-widget_message" data-post="workabroad000/${post.id}"><div class="tgme_widget_message_bubble"><a class="tgme_widget_message_owner_name" href="https://t.me/workabroad000"><span dir="auto">${post.author}</span></a><div class="tgme_widget_message_text js-message_text" dir="auto">${escapeMarkup(post.text)}</div><div class="tgme_widget_message_footer js-message_footer"><a class="tgme_widget_message_date" href="https://t.me/workabroad000/${post.id}"><time datetime="2026-11-20T12:00:00+00:00">12:00</time></a></div></div></div></div>`,
  },
  {
    name: 'WhatsApp',
    site: 'whatsapp-web',
    url: 'https://web.whatsapp.com/',
    behaviour: 'keep',
    onRequest: true,
    frame: '<div id="main"><header><span dir="auto">Group</span></header><div role="application">%LIST%</div></div>',
    list: '#main [role="application"]',
    unit: (post) =>
      `<div role="row"><div data-id="false_1@g.us_${post.id}"><div class="message-in"><div class="copyable-text" data-pre-plain-text="[10:30, 20/11/2026] ${post.author}: "><div><span dir="ltr" class="selectable-text copyable-text"><span>${escapeMarkup(post.text)}</span></span></div></div></div></div></div>`,
  },
  {
    name: 'Reddit',
    site: 'reddit',
    url: 'https://www.reddit.com/r/jobs/',
    next: 'https://www.reddit.com/r/jobs/new/',
    behaviour: 'keep',
    frame: '<main id="main-content"><shreddit-feed>%LIST%</shreddit-feed></main>',
    list: 'shreddit-feed',
    prepare: `customElements.define('shreddit-post', class extends HTMLElement {
      connectedCallback() {
        if (this.shadowRoot) return;
        this.attachShadow({ mode: 'open' }).innerHTML = '<slot name="title"></slot><slot name="text-body"></slot><div><button>Vote</button></div>';
      }
    });`,
    unit: (post) =>
      `<article><shreddit-post id="t3_${post.id}" post-title="${post.lure ? 'Chat operators wanted' : 'A small thing'}" author="${post.author}" permalink="/r/jobs/comments/${post.id}/t/"><a slot="title" href="/r/jobs/comments/${post.id}/t/">${post.lure ? 'Chat operators wanted' : 'A small thing'}</a><div slot="text-body"><div class="md"><p>${escapeMarkup(post.text)}</p></div></div></shreddit-post></article>`,
  },
  ...(['vkitPostText__root--otCAj', 'wall_post_text'] as const).map(
    (skin): BenchSite => ({
      name: `VK, ${skin.startsWith('vkit') ? 'new skin' : 'old skin'}`,
      site: 'vk',
      url: 'https://vk.com/feed',
      behaviour: 'keep',
      frame: '<div id="page_body"><div id="feed_rows">%LIST%</div></div>',
      list: '#feed_rows',
      unit: (post) =>
        `<div class="feed_row"><div id="post-1_${post.id}" class="post" data-post-id="-1_${post.id}"><div class="vkitPostHeader__root--aaaaa post_author"><a href="/club1">${post.author}</a></div><div class="${skin}">${shown(post)}</div><div class="like_wrap"><button>${post.id}</button></div></div></div>`,
    }),
  ),
  {
    name: 'TikTok captions',
    site: 'tiktok',
    url: 'https://www.tiktok.com/foryou',
    behaviour: 'empty',
    frame: '<div id="app"><div id="column-list-container">%LIST%</div></div>',
    list: '#column-list-container',
    unit: (post) =>
      `<article data-e2e="recommend-list-item-container"><div style="height:240px"></div><h3 data-e2e="video-author-uniqueid">${post.author}</h3><div data-e2e="video-desc"><span>${shown(post)}</span></div><h4 data-e2e="video-music"><a href="/music/1">sound</a></h4></article>`,
  },
  {
    name: 'Instagram captions',
    site: 'instagram',
    url: 'https://www.instagram.com/',
    behaviour: 'drop',
    frame: '<main role="main"><section><div class="x9f6">%LIST%</div></section></main>',
    list: '.x9f6',
    unit: (post) =>
      `<article><header><a role="link" href="/u${post.id}/">${post.author}</a></header><div style="height:260px">${hidden('Photo')}</div><section><button>Like</button></section><div><span dir="auto">${shown(post)}</span></div><a href="/p/abc${post.id}/"><time datetime="2026-11-20T12:00:00Z">2 h</time></a></article>`,
  },
];

const COUNT = 24;

/** The whole page: a frame that is filled a moment later, and the script that treats the posts as the site does. */
export function benchPage(site: BenchSite, script: string): string {
  const { behaviour, list, next } = site;
  const units = benchPosts(COUNT).map((post) => site.unit(post));
  const others = next ? benchPosts(COUNT, 101).map((post) => site.unit(post)) : [];
  const data = scriptJson({ behaviour, list, next, units, others });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>${escapeMarkup(site.name)}</title>
<style>body{margin:0 auto;max-width:560px;font:15px/20px sans-serif}.unit{min-height:180px;padding:12px 16px;border-bottom:1px solid #8888}h3,p{margin:4px 0}</style>
</head><body>${site.frame.replace('%LIST%', '')}<script type="application/json" id="bench">${data}</script>
<script>${site.prepare ?? ''}</script><script>${script}</script></body></html>`;
}
