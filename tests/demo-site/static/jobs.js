/**
 * Opens jobs beside the list without loading a new document. The pane shows a placeholder first, then the job; the
 * head's structured data is left as it was.
 */
const WAIT = 250;
let asked = 0;

function markOpen(id) {
  for (const card of document.querySelectorAll('.card')) {
    const open = card.dataset.job === id;
    card.classList.toggle('open', open);
    const link = card.querySelector('.job-link');
    if (open) link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

function placeholder() {
  const pane = document.querySelector('#pane');
  pane.removeAttribute('data-job');
  pane.className = 'pane waiting';
  const heading = document.createElement('h4');
  heading.textContent = 'About this job';
  const bars = Array.from({ length: 6 }, () => document.createElement('i'));
  pane.replaceChildren(heading, ...bars);
}

async function show(path) {
  const turn = ++asked;
  placeholder();
  const [answer] = await Promise.all([fetch(path), new Promise((done) => setTimeout(done, WAIT))]);
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (turn !== asked) return;
  const pane = fresh.querySelector('#pane');
  document.querySelector('#pane').replaceWith(document.importNode(pane, true));
  document.title = fresh.title;
  document.body.className = fresh.body.className;
  markOpen(pane.dataset.job);
  if (document.body.classList.contains('reading') && innerWidth < 800) scrollTo(0, 0);
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a.job-link, a.back, .cards .card');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  const anchor = link.matches('a') ? link : link.querySelector('a.job-link');
  event.preventDefault();
  history.pushState(null, '', anchor.getAttribute('href'));
  show(location.pathname);
});

addEventListener('popstate', () => show(location.pathname));
