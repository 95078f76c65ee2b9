/**
 * A page that resists. What it learns about foreign nodes it keeps in `window.foreignSeen` (their markup, as the page
 * sees it) and `window.tracesSeen` (attributes or text that name an extension), so that a test can ask what leaked.
 */
window.foreignSeen = [];
window.tracesSeen = [];

const later = JSON.parse(document.querySelector('#later').textContent);
const own = new WeakSet(document.querySelectorAll('*'));
const posts = new Map([...document.querySelectorAll('[data-case]')].map((post) => [post.dataset.case, post]));
const foreign = (node) => node.nodeType === 1 && !own.has(node);

function make(tag, className, text) {
  const node = document.createElement(tag);
  own.add(node);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

/** Shadow roots made in the page's own world, by anybody. */
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) {
  const root = attachShadow.call(this, { ...options, mode: 'open' });
  window.tracesSeen.push(`shadow root on ${this.localName}`);
  return root;
};

const acts = {
  remove: (node) => node.remove(),
  cover: (node, post) => post.append(post.querySelector('.cover')),
  restyle: (node) => {
    for (const [name, value] of Object.entries({ display: 'none', opacity: '0', 'font-size': '0' }))
      node.style.setProperty(name, value, 'important');
    node.className = 'foreign';
    node.hidden = true;
  },
  clone: (node) => {
    for (const post of posts.values()) {
      if (post.contains(node) || post.dataset.case === 'remove') continue;
      const copy = node.cloneNode(true);
      own.add(copy);
      post.append(copy);
    }
  },
  click: (node) => {
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
      node.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
    for (const key of ['Enter', ' ', 'Escape'])
      node.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
    node.click?.();
  },
};

function note(node) {
  const markup = node.outerHTML.slice(0, 2000);
  window.foreignSeen.push(markup);
  if (/extension:\/\//.test(markup)) window.tracesSeen.push(markup);
  if (node.shadowRoot) window.tracesSeen.push('open shadow root');
}

new MutationObserver((changes) => {
  for (const { addedNodes, target } of changes) {
    for (const node of addedNodes) {
      if (!foreign(node) || own.has(target) === false) continue;
      note(node);
      const post = target.closest('[data-case]');
      if (post && acts[post.dataset.case]) acts[post.dataset.case](node, post);
    }
  }
}).observe(document.documentElement, { childList: true, subtree: true });

if (posts.has('cover')) {
  const link = make('a', 'cover');
  link.href = '#covered';
  link.setAttribute('aria-label', 'Open post');
  posts.get('cover').append(link);
}

if (posts.has('storm')) {
  const counter = posts.get('storm').querySelector('.seen');
  const tick = () => {
    counter.textContent = String(Number(counter.textContent) + 1);
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
}

if (posts.has('change')) {
  const text = posts.get('change').querySelector('.text');
  setTimeout(() => {
    text.textContent = later.change;
    posts.get('change').dataset.changed = 'yes';
  }, 2000);
}

if (posts.has('hidden')) {
  const text = posts.get('hidden').querySelector('.text');
  for (const trick of ['gone', 'clear', 'tiny', 'away']) text.append(make('span', trick, ` ${later.hidden}`));
}

if (posts.has('deep')) {
  let inner = posts.get('deep').querySelector('.text');
  for (let depth = 0; depth < 5000; depth++) {
    const child = make('div');
    inner.append(child);
    inner = child;
  }
  inner.textContent = later.deep;
}
