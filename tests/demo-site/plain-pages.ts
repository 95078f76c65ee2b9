import { advertsOf } from './adverts.ts';
import { HOSTILE_CASES } from './hostile-page.ts';
import { escapeMarkup, page } from './markup.ts';

const PAGES: [path: string, says: string][] = [
  ['/feed', 'A social feed that grows as you scroll'],
  ['/feed?virtual=1', 'The same feed with ten nodes that are used again and again'],
  ['/jobs', 'A job board: list, detail pane, navigation without reloading'],
  ['/channel', 'Public preview of a chat channel'],
  ['/channel?plain=1', 'The same channel without any roles'],
  ['/empty', 'A page without adverts'],
  ['/unreadable', 'A vacancy painted on a canvas'],
  ['/hostile', 'A page that fights whatever is added to it'],
];

const item = ([path, says]: readonly [string, string]) =>
  `<li><a href="${path}">${escapeMarkup(says)}</a> <code>${escapeMarkup(path)}</code></li>`;

export function homePage(): string {
  const details = advertsOf('detail').map((job) => [`/job/${job.id}`, job.id] as const);
  const hostile = HOSTILE_CASES.map(({ name }) => [`/hostile?case=${name}`, name] as const);
  return page({
    title: 'Demonstration site',
    styles: ['plain'],
    bodyClass: 'plain',
    body: `<main>
<h1>Demonstration site</h1>
<p>Places where people meet offers, for trying out an extension that reads them. Every person, firm, number and address
here is invented. The site runs on this computer only.</p>
<ul class="pages">${PAGES.map(item).join('')}</ul>
<h2>Single job pages</h2>
<ul class="ids">${details.map(item).join('')}</ul>
<h2>Hostile cases, one by one</h2>
<ul class="ids">${hostile.map(item).join('')}</ul>
</main>`,
  });
}

const HOURS: [string, string][] = [
  ['Monday', 'closed'],
  ['Tuesday to Thursday', '10:00 – 18:00'],
  ['Friday', '10:00 – 20:00'],
  ['Saturday', '9:00 – 13:00'],
  ['Sunday', 'closed'],
];

export function emptyPage(): string {
  return page({
    title: 'Winter opening hours – Weirside Library',
    styles: ['plain'],
    bodyClass: 'plain',
    body: `<main>
<h1>Weirside Library: winter hours</h1>
<p>From the first of December the reading room keeps winter hours. The returns box by the mill steps stays open all night.</p>
<table><tbody>${HOURS.map(([day, hours]) => `<tr><th scope="row">${day}</th><td>${hours}</td></tr>`).join('')}</tbody></table>
<h2>Story hour</h2>
<p>Wednesdays at four, by the stove. This month: lighthouses, and the people who were afraid of the stairs.</p>
<h2>The lift</h2>
<p>The lift is being repaired until the tenth. If the stairs are a trouble, ring the bell at the side door and we bring
the books down to you.</p>
</main>`,
  });
}

/** Looks like a vacancy to a person; its words are pixels. */
export function unreadablePage(): string {
  return page({
    title: 'Vacancy | Jobquay',
    styles: ['jobs', 'job'],
    scripts: ['unreadable'],
    bodyClass: 'quay single',
    body: `
<header class="bar"><a class="brand" href="/jobs">Jobquay</a><nav aria-label="Main"><a href="/jobs">Jobs</a></nav></header>
<nav class="crumbs" aria-label="Path"><a href="/jobs">Jobs</a> › Vacancy</nav>
<div class="sheet-and-side"><main class="sheet" data-job="painted">
  <h1>Vacancy</h1>
  <div class="buttons"><button type="button" class="apply">Apply now</button><button type="button">Save</button></div>
  <h2>Description</h2>
  <canvas id="painted"></canvas>
</main></div>`,
  });
}
