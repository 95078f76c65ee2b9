/**
 * `npm run new-site -- --site ID --host HOST [--name NAME] [--views list,detail]`: writes the skeleton of a site rule and
 * of a page built like that site, to be filled in. Nothing that exists is overwritten.
 */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './browsers/build-extension.ts';

const VIEWS = ['list', 'detail', 'feed', 'message'] as const;
type View = (typeof VIEWS)[number];

export interface NewSite {
  site: string;
  name: string;
  host: string;
  views: View[];
}

const USAGE =
  'Usage: npm run new-site -- --site ID --host HOST [--name NAME] [--views list,detail]\n' +
  '  ID: short name in small letters, digits and hyphens. HOST: jobs.example.com, or *.example.com with all under it.\n' +
  `  Views: ${VIEWS.join(', ')}.`;

export function readNewSite(args: string[]): NewSite | { fault: string } {
  try {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args, options: { site: text, host: text, name: text, views: text } });
    const { site = '', host = '', name = site, views = 'list,detail' } = values;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(site)) return { fault: `"${site}" is no ID.\n${USAGE}` };
    if (!/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(host)) return { fault: `"${host}" is no host.\n${USAGE}` };
    const wanted = views.split(',').map((view) => view.trim());
    const unknown = wanted.find((view) => !(VIEWS as readonly string[]).includes(view));
    if (unknown !== undefined) return { fault: `There is no view "${unknown}".\n${USAGE}` };
    return { site, name, host, views: wanted as View[] };
  } catch (error) {
    return { fault: `${error instanceof Error ? error.message : error}\n${USAGE}` };
  }
}

const FIELDS: Record<View, string> = {
  list: `      id: { select: [':scope'], attribute: data-id }
      title: { select: ['h2 a'] }
      company: { select: [.company] }
      location: { select: [.location] }
      link: { select: ['h2 a'] }
    required: [title]`,
  detail: `      title: { select: [h1] }
      company: { select: [.company] }
      location: { select: [.location] }
      text: { select: [.description] }
    required: [title, text]`,
  feed: `      id: { select: [':scope'], attribute: data-id }
      text: { select: [.text] }
      poster: { select: [.author] }
      link: { select: ['a:has(time)'] }
    required: [text]`,
  message: `      id: { select: [':scope'], attribute: data-id }
      text: { select: [.text] }
      poster: { select: [.author] }
    required: [text]`,
};

const POSTING: Record<View, string> = {
  list: "['li[data-id]']",
  detail: '[main]',
  feed: "['article[data-id]']",
  message: "['.message[data-id]']",
};

/** Conversations are private: their rules read only when a person asks. */
export function ruleSkeleton({ site, name, host, views }: NewSite, year: number): string {
  const parts = views.map(
    (view) => `  - view: ${view}
${view === 'detail' ? '    when: [.description]\n' : ''}    posting: ${POSTING[view]}
    fields:
${FIELDS[view]}
`,
  );
  return `site: ${site}
name: ${JSON.stringify(name)}
hosts: ['${host}']
confidence: low
experimental: true
${views.includes('message') ? 'onRequest: true\n' : ''}revision: 1
minEngine: 1
views:
${parts.join('')}sources:
  - { title: 'Say here where you saw how the site is built', year: '${year}' }
`;
}

const UNITS: Record<View, string> = {
  list: `<ul>
  <li data-id="1001"><h2><a href="/jobs/1001">Shop assistant</a></h2><p class="company">Mill Bakery</p><p class="location">Accra</p></li>
  <li data-id="1002"><h2><a href="/jobs/1002">Driver</a></h2><p class="company">Tema Haulage</p><p class="location">Tema</p></li>
</ul>`,
  detail: `<h1>Shop assistant</h1><p class="company">Mill Bakery</p><p class="location">Accra</p>
<div class="description"><p>We are hiring a shop assistant for our bakery, 24 hours a week. Apply at the counter.</p></div>`,
  feed: `<article data-id="1001"><a class="author" href="/u/1">Maud</a> <a href="/p/1001"><time>2 h</time></a>
<div class="text">We are hiring a shop assistant for our bakery, salary 1,200 a month. Apply at the counter.</div></article>`,
  message: `<div class="message" data-id="1001"><span class="author">Maud</span>
<div class="text">We are hiring a shop assistant for our bakery, salary 1,200 a month. Apply at the counter.</div></div>`,
};

const EXPECTED: Record<View, object[]> = {
  list: [
    { view: 'list', title: 'Shop assistant', company: 'Mill Bakery', location: 'Accra' },
    { view: 'list', title: 'Driver', company: 'Tema Haulage', location: 'Tema' },
  ],
  detail: [{ view: 'detail', title: 'Shop assistant', company: 'Mill Bakery', location: 'Accra' }],
  feed: [{ view: 'feed', poster: 'Maud' }],
  message: [{ view: 'message', poster: 'Maud' }],
};

/** Every file of the skeleton, by its path below the repository. */
export function newSiteFiles(wanted: NewSite, year: number): Map<string, string> {
  const files = new Map([[`rules/sites/${wanted.site}.yaml`, ruleSkeleton(wanted, year)]]);
  const host = wanted.host.replace('*.', 'www.');
  for (const view of wanted.views) {
    const path = `tests/pages/fixtures/${wanted.site}/${view}`;
    const page = `<!doctype html>\n<html lang="en"><head><title>${wanted.site}</title></head><body><main>\n${UNITS[view]}\n</main></body></html>\n`;
    files.set(`${path}.html`, page);
    files.set(
      `${path}.json`,
      `${JSON.stringify({ url: `https://${host}/${view}`, postings: EXPECTED[view] }, null, 2)}\n`,
    );
  }
  return files;
}

function run(): void {
  const wanted = readNewSite(process.argv.slice(2));
  if ('fault' in wanted) {
    console.error(wanted.fault);
    process.exitCode = 2;
    return;
  }
  const files = newSiteFiles(wanted, new Date().getFullYear());
  const there = [...files.keys()].find((path) => existsSync(join(ROOT, path)));
  if (there) {
    console.error(`${there} is there already. Nothing was written.`);
    process.exitCode = 1;
    return;
  }
  for (const [path, content] of files) {
    const file = join(ROOT, path);
    mkdirSync(join(file, '..'), { recursive: true });
    writeFileSync(file, content);
    console.log(`wrote ${relative(ROOT, file)}`);
  }
  console.log(`
Next: put the site's own selectors into the rule, and pages of your own making with the same structure into the folder
under tests/pages/fixtures. Then:
  npm run unit -- tests/pages/site-rules
  npm run -s read -- --url https://${wanted.host.replace('*.', 'www.')}/ SAVED-PAGE.html
rules/sites/README.md explains every part.`);
}

// Run directly, or through the set-up program, which imports it.
if (import.meta.main || process.argv[1] === import.meta.filename) run();
