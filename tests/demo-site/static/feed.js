import { fetchPosts, fillUnit, newUnit } from './feed-units.js';

/** Endless feed: more posts are appended whenever the end comes near. */
const feed = document.querySelector('#feed');
const end = document.querySelector('#end');
let next = 0;
let loading = false;

async function more() {
  if (loading || next === null) return;
  loading = true;
  feed.setAttribute('aria-busy', 'true');
  const batch = await fetchPosts(next, 6);
  batch.posts.forEach((post, place) => {
    const unit = newUnit();
    fillUnit(unit, post, next + place);
    feed.append(unit);
  });
  next = batch.next;
  loading = false;
  feed.setAttribute('aria-busy', 'false');
  if (next === null) {
    end.textContent = 'You have seen it all. Go and look out of a window.';
    watcher.disconnect();
  } else if (end.getBoundingClientRect().top < innerHeight + 800) more();
}

const watcher = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && more(), {
  rootMargin: '800px',
});
watcher.observe(end);
