/** Treats the posts of a re-created feed as its site does: see `Behaviour` in site-pages.ts. */
(() => {
  const { behaviour, list: selector, next, units, others } = JSON.parse(document.querySelector('#bench').textContent);
  const HYDRATE_MS = 300;
  const NODES = 8;
  const AHEAD = 700;
  const list = document.querySelector(selector);
  let posts = units;
  let nodes = [];
  let heights = [];

  function made(html) {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    const element = document.importNode(holder.content, true).firstElementChild;
    element.classList.add('unit');
    return element;
  }

  const isNear = (box) => box.bottom > -AHEAD && box.top < innerHeight + AHEAD;

  /** The element stays and is emptied, as placeholders of long lists are. */
  function emptyFar() {
    nodes.forEach((node, at) => {
      const filled = node.childElementCount > 0;
      if (isNear(node.getBoundingClientRect()) === filled) return;
      if (filled) {
        node.style.height = `${node.offsetHeight - 24}px`;
        node.replaceChildren();
      } else {
        node.replaceChildren(...made(posts[at]).childNodes);
        node.style.height = '';
      }
    });
  }

  /** The element leaves the document; others are moved by transforms. */
  function dropFar() {
    let top = 0;
    posts.forEach((html, at) => {
      const height = heights[at] ?? 260;
      const box = list.getBoundingClientRect();
      const near = isNear({ top: box.top + top, bottom: box.top + top + height });
      if (near && !nodes[at]) {
        nodes[at] = made(html);
        nodes[at].style.cssText = 'position:absolute;inset-inline:0;box-sizing:border-box';
        list.append(nodes[at]);
        sizes.observe(nodes[at]);
      } else if (!near && nodes[at]) {
        nodes[at].remove();
        nodes[at] = undefined;
      }
      if (nodes[at]) {
        nodes[at].style.transform = `translateY(${top}px)`;
        heights[at] = nodes[at].offsetHeight;
      }
      top += heights[at] ?? 260;
    });
    list.style.cssText = `position:relative;height:${top}px`;
  }

  /** A few elements show one post after another. */
  function recycle() {
    const height = 320;
    const from = Math.max(0, Math.min(posts.length - NODES, Math.floor((scrollY - AHEAD / 2) / height)));
    for (let place = from; place < Math.min(from + NODES, posts.length); place++) {
      const slot = place % NODES;
      const node = nodes[slot];
      if (Number(node.dataset.place) === place) continue;
      node.dataset.place = String(place);
      node.replaceChildren(...made(posts[place]).childNodes);
      node.style.cssText = `position:absolute;inset-inline:0;box-sizing:border-box;transform:translateY(${place * height}px)`;
    }
    list.style.cssText = `position:relative;height:${posts.length * height}px`;
  }

  // What grows late moves the posts below it, as measured lists do.
  const sizes = new ResizeObserver(() => requestAnimationFrame(draw));
  const draw = { keep: () => undefined, empty: emptyFar, drop: dropFar, recycle }[behaviour];

  function fill() {
    list.replaceChildren();
    heights = [];
    nodes = behaviour === 'drop' ? [] : posts.slice(0, behaviour === 'recycle' ? NODES : undefined).map(made);
    list.append(...nodes.filter(Boolean));
    draw();
  }

  addEventListener('scroll', () => requestAnimationFrame(draw), { passive: true });
  setTimeout(fill, HYDRATE_MS);

  window.goOn = () => {
    history.pushState(null, '', next);
    scrollTo(0, 0);
    list.replaceChildren();
    posts = others;
    setTimeout(fill, HYDRATE_MS);
  };
})();
