import { advertsOf, type DemoAdvert } from './adverts.ts';
import { jobPosting } from './job-posting.ts';
import { dayOf, escapeMarkup, initialOf, numberFrom, page, scriptJson } from './markup.ts';

const jobs = advertsOf('jobs');

const text = (value: string) => `<span dir="auto">${escapeMarkup(value)}</span>`;

/** Beginning of the text on one line, as a list shows it. */
function snippet(job: DemoAdvert): string {
  const line = job.text.replaceAll(/\s+/g, ' ');
  const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(line) ? 70 : 140;
  return line.length > wide ? `${line.slice(0, wide).trimEnd()}…` : line;
}

function card(job: DemoAdvert, open: boolean): string {
  return `<li class="card${open ? ' open' : ''}" data-job="${job.id}">
  <span class="logo t${numberFrom(job.company ?? '', 8)}" aria-hidden="true">${escapeMarkup(initialOf(job.company ?? '?'))}</span>
  <h3><a class="job-link" href="/jobs/${job.id}"${open ? ' aria-current="true"' : ''}>${text(job.title ?? '')}</a></h3>
  <p class="company">${text(job.company ?? '')}</p>
  <p class="location">${text(job.location ?? '')}</p>
  <p class="pay">${text(job.salary ?? '')}</p>
  <p class="snippet" dir="auto">${escapeMarkup(snippet(job))}</p>
  <p class="posted"><time datetime="${job.posted}">${dayOf(job.posted)}</time></p>
</li>`;
}

function pane(job: DemoAdvert | undefined): string {
  if (!job)
    return '<section id="pane" class="pane none" aria-label="Job"><p>Choose a job to read it here.</p></section>';
  return `<section id="pane" class="pane" aria-label="Job" data-job="${job.id}">
  <a class="back" href="/jobs">All jobs</a>
  <h2 class="job-title">${text(job.title ?? '')}</h2>
  <p class="job-company">${text(job.company ?? '')}</p>
  <ul class="facts"><li class="job-location">${text(job.location ?? '')}</li><li class="job-pay">${text(job.salary ?? '')}</li></ul>
  <div class="buttons"><button type="button" class="apply">Apply</button><button type="button">Save</button></div>
  <h4>About this job</h4>
  <div class="job-text" dir="auto">${escapeMarkup(job.text)}</div>
  <p class="job-poster">Posted by ${text(job.author)}, <time datetime="${job.posted}">${dayOf(job.posted)}</time></p>
</section>`;
}

/**
 * The list, with the job of that id open beside it; null when there is no such job. Structured data belongs to the job
 * that was loaded with the page: the page's own navigation leaves it standing, as many sites do.
 */
export function jobsPage(id?: string): string | null {
  const job = id === undefined ? undefined : jobs.find((one) => one.id === id);
  if (id !== undefined && !job) return null;
  return page({
    title: job ? `${job.title} · Jobquay` : 'Jobs · Jobquay',
    styles: ['jobs'],
    scripts: ['jobs'],
    bodyClass: job ? 'quay reading' : 'quay',
    head: job ? `<script type="application/ld+json">${scriptJson(jobPosting(job))}</script>` : '',
    body: `
<header class="bar">
  <a class="brand" href="/jobs">Jobquay</a>
  <nav aria-label="Main"><a href="/jobs" aria-current="page">Jobs</a><a href="#">Companies</a><a href="#">Pay guide</a></nav>
</header>
<div class="search" role="search">
  <input type="search" aria-label="What" placeholder="Title, skill or company"><input type="search" aria-label="Where" placeholder="City or country"><button type="button">Search</button>
</div>
<main class="two">
  <section class="list" aria-label="Results">
    <p class="count">${jobs.length} jobs · newest first</p>
    <ul class="cards">${jobs.map((one) => card(one, one === job)).join('\n')}</ul>
  </section>
  ${pane(job)}
</main>`,
  });
}
