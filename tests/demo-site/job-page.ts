import { advertsOf } from './adverts.ts';
import { jobPosting } from './job-posting.ts';
import { dayOf, escapeMarkup, initialOf, numberFrom, page, scriptJson } from './markup.ts';

const details = advertsOf('detail');

const text = (value: string) => `<span dir="auto">${escapeMarkup(value)}</span>`;

/** One job on a page of its own, with structured data in its head; null when there is no such job. */
export function jobPage(id: string): string | null {
  const job = details.find((one) => one.id === id);
  if (!job) return null;
  const others = [1, 2, 3].map((step) => details[(details.indexOf(job) + step) % details.length]!);
  return page({
    title: `${job.title} – ${job.company} | Jobquay`,
    styles: ['jobs', 'job'],
    bodyClass: 'quay single',
    head: `<script type="application/ld+json">${scriptJson(jobPosting(job))}</script>`,
    body: `
<header class="bar">
  <a class="brand" href="/jobs">Jobquay</a>
  <nav aria-label="Main"><a href="/jobs">Jobs</a><a href="#">Companies</a><a href="#">Pay guide</a></nav>
</header>
<nav class="crumbs" aria-label="Path"><a href="/jobs">Jobs</a> › ${text(job.location ?? '')}</nav>
<div class="sheet-and-side">
  <main class="sheet" data-job="${job.id}">
    <span class="logo big t${numberFrom(job.company ?? '', 8)}" aria-hidden="true">${escapeMarkup(initialOf(job.company ?? '?'))}</span>
    <h1>${text(job.title ?? '')}</h1>
    <p class="job-company">${text(job.company ?? '')}</p>
    <dl class="facts-list">
      <div><dt>Place</dt><dd>${text(job.location ?? '')}</dd></div>
      <div><dt>Pay</dt><dd>${text(job.salary ?? '')}</dd></div>
      <div><dt>Posted</dt><dd><time datetime="${job.posted}">${dayOf(job.posted)}</time></dd></div>
    </dl>
    <div class="buttons"><button type="button" class="apply">Apply now</button><button type="button">Save</button></div>
    <h2>Description</h2>
    <div class="job-text" dir="auto">${escapeMarkup(job.text)}</div>
    <p class="job-poster">Posted by ${text(job.author)}</p>
  </main>
  <aside class="similar" aria-label="More jobs">
    <h2>More jobs</h2>
    <ul>${others.map((one) => `<li><a href="/job/${one.id}">${text(one.title ?? '')}</a></li>`).join('')}</ul>
  </aside>
</div>`,
  });
}
