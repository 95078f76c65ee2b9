/** Builds and fills one post. The same function fills a new node and a recycled one. */

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function shortTime(iso) {
  return `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]}, ${iso.slice(11, 16)}`;
}

function make(tag, className, text) {
  const node = document.createElement(tag);
  if (className) node.className = className;
  if (text !== undefined) node.textContent = text;
  return node;
}

function byline(person, tag, link) {
  const head = make('div', 'byline');
  const face = make('span', `avatar t${person.tint}`, person.initial);
  face.setAttribute('aria-hidden', 'true');
  const names = make('div', 'names');
  const name = make(tag, 'name');
  const profile = make('a', '', person.author);
  profile.href = '#';
  profile.dir = 'auto';
  name.append(profile);
  const when = make('a', 'when');
  if (link) when.href = link;
  const time = make('time', '', shortTime(person.posted));
  time.dateTime = person.posted;
  when.append(time);
  names.append(name, when);
  head.append(face, names);
  return head;
}

/** Long posts hold only their beginning until the reader asks; the rest is not in the document. */
function words(post) {
  const box = make('div', 'words');
  const text = make('div', 'text', post.cut ? `${post.text.slice(0, post.cut).trimEnd()}… ` : post.text);
  text.dir = 'auto';
  if (post.cut) {
    const more = make('div', 'more', 'See more');
    more.setAttribute('role', 'button');
    more.tabIndex = 0;
    const open = () => {
      text.textContent = post.text;
    };
    more.addEventListener('click', open);
    more.addEventListener('keydown', (event) => event.key === 'Enter' && open());
    text.append(more);
  }
  box.append(text);
  return box;
}

function reply(comment) {
  const unit = make('div', 'comment');
  unit.setAttribute('role', 'article');
  unit.setAttribute('aria-label', `Comment by ${comment.author}`);
  const bubble = make('div', 'bubble', comment.text);
  bubble.dir = 'auto';
  unit.append(byline(comment, 'span'), bubble);
  return unit;
}

export function newUnit() {
  const unit = make('div', 'post');
  unit.setAttribute('role', 'article');
  unit.tabIndex = 0;
  unit.append(make('div', 'head'), make('div', 'message'), make('div', 'media'), make('div', 'counts'));
  const actions = make('div', 'actions');
  for (const label of ['Like', 'Comment', 'Share']) {
    const button = make('button', '', label);
    button.type = 'button';
    button.addEventListener('click', () => button.classList.toggle('on'));
    actions.append(button);
  }
  unit.append(actions, make('div', 'comments'));
  return unit;
}

export function fillUnit(unit, post, place) {
  unit.setAttribute('aria-posinset', String(place + 1));
  unit.setAttribute('aria-setsize', '-1');
  unit.dataset.post = post.id;
  const part = (name) => unit.querySelector(`:scope > .${name}`);
  part('head').replaceChildren(byline(post, 'h3', `/feed?post=${encodeURIComponent(post.id)}`));
  part('message').replaceChildren(words(post));
  part('media').replaceChildren();
  if (post.picture) {
    const picture = make('img');
    picture.src = `/static/scene-${post.picture}.svg`;
    picture.alt = '';
    picture.width = 680;
    picture.height = 340;
    part('media').append(picture);
  }
  const many = post.comments.length;
  part('counts').replaceChildren(
    make('span', '', `♥ ${post.likes}`),
    make('span', '', many ? `${many} comment${many > 1 ? 's' : ''}` : ''),
  );
  part('comments').replaceChildren(...post.comments.map(reply));
  for (const button of unit.querySelectorAll(':scope > .actions > button')) button.classList.remove('on');
}

export async function fetchPosts(from, count) {
  const asked = new URLSearchParams(location.search);
  const query = new URLSearchParams({ from: String(from), count: String(count) });
  for (const name of ['post', 'length']) if (asked.has(name)) query.set(name, asked.get(name));
  const answer = await fetch(`/feed/posts?${query}`);
  return answer.json();
}
