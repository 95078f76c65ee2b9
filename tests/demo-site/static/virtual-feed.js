import { fetchPosts, fillUnit, newUnit } from './feed-units.js';

/** Feed with a fixed number of nodes: what scrolls out at one end comes back at the other with another post in it. */
const NODES = 10;
const GUESS = 420;
const GAP = 12;

const feed = document.querySelector('#feed');
const end = document.querySelector('#end');
const posts = [];
const heights = [];
const nodes = [];
const shown = [];

function topOf(place) {
  let top = 0;
  for (let before = 0; before < place; before++) top += (heights[before] ?? GUESS) + GAP;
  return top;
}

function firstPlace() {
  const top = -feed.getBoundingClientRect().top - 600;
  let place = 0;
  for (let sum = 0; place < posts.length && sum < top; place++) sum += (heights[place] ?? GUESS) + GAP;
  return Math.max(0, Math.min(place - 1, posts.length - NODES));
}

function draw() {
  const first = firstPlace();
  for (let place = first; place < Math.min(first + NODES, posts.length); place++) {
    const slot = place % NODES;
    if (shown[slot] !== place) {
      shown[slot] = place;
      fillUnit(nodes[slot], posts[place], place);
      heights[place] = nodes[slot].offsetHeight;
    }
  }
  for (let slot = 0; slot < nodes.length; slot++) nodes[slot].style.transform = `translateY(${topOf(shown[slot])}px)`;
  feed.style.height = `${topOf(posts.length)}px`;
}

/** Heights change late, when a long post is opened or something is added to it. */
const sizes = new ResizeObserver((changed) => {
  for (const { target } of changed) heights[shown[nodes.indexOf(target)]] = target.offsetHeight;
  requestAnimationFrame(draw);
});

let asked = false;
function onScroll() {
  if (asked) return;
  asked = true;
  requestAnimationFrame(() => {
    asked = false;
    draw();
  });
}

for (let next = 0; next !== null; ) {
  const batch = await fetchPosts(next, 100);
  posts.push(...batch.posts);
  next = batch.next;
}
for (let slot = 0; slot < Math.min(NODES, posts.length); slot++) {
  nodes.push(newUnit());
  feed.append(nodes[slot]);
  sizes.observe(nodes[slot]);
}
addEventListener('scroll', onScroll, { passive: true });
addEventListener('resize', onScroll, { passive: true });
draw();
feed.setAttribute('aria-busy', 'false');
end.textContent = 'You have seen it all. Go and look out of a window.';
