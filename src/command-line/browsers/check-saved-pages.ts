import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './build-extension.ts';
import { openSavedPageReader, type ReadPosting } from './saved-page-reader.ts';
import { readSavedPage } from './serve-saved-page.ts';

type Field = 'title' | 'company' | 'location';
const FIELDS: Field[] = ['title', 'company', 'location'];

/** What a person sees on one saved page. `shown`: how many of its postings show a field; `first`: the first one's words. */
interface KnownPage {
  file: string;
  url: string;
  count: number;
  shown?: Record<Field, number>;
  first?: Partial<Record<Field, string>>;
}

const EXPECTED = join(ROOT, 'tests', 'pages', 'saved-pages.json');
/** Pages of real sites belong to others and are not part of the repository. */
const PAGES = join(ROOT, '..', 'shared', 'sites', 'pages');
const GOALS = { postings: 0.98, title: 0.98, company: 0.95, location: 0.95, generic: 0.8 };

interface Sum {
  found: number;
  wanted: number;
}

const share = ({ found, wanted }: Sum): number => (wanted === 0 ? 1 : found / wanted);

/** A field counts where it says something that could be it. */
const fits = (posting: ReadPosting, field: Field): boolean => {
  const value = posting[field];
  return value !== '' && value.length <= 250 && !value.includes('\n') && (field === 'title' || value !== posting.title);
};

/** Reads all known pages, prints a line a page and the sums; true when every goal is reached. */
export async function checkSavedPages(generic: boolean): Promise<boolean> {
  if (!existsSync(PAGES)) {
    console.error('The saved pages (../shared/sites/pages) are not here: nothing was checked.');
    return true;
  }
  const known = JSON.parse(readFileSync(EXPECTED, 'utf8')) as KnownPage[];
  const sums = Object.fromEntries(['postings', ...FIELDS].map((name) => [name, { found: 0, wanted: 0 }])) as Record<
    'postings' | Field,
    Sum
  >;
  let invented = 0;
  const reader = await openSavedPageReader(generic);
  try {
    for (const { file, url, count, shown, first } of known) {
      const { adapter, view, postings, unread } = await reader.read(url, readSavedPage(join(PAGES, `${file}.html.gz`)));
      sums.postings.found += Math.min(postings.length, count);
      sums.postings.wanted += count;
      invented += Math.max(0, postings.length - count);
      const fields = FIELDS.map((field) => {
        const wanted = shown?.[field] ?? 0;
        const found = Math.min(wanted, postings.filter((posting) => fits(posting, field)).length);
        sums[field].found += found;
        sums[field].wanted += wanted;
        return `${field} ${found}/${wanted}`;
      });
      const wrong = FIELDS.filter((field) => first?.[field] !== undefined && postings[0]?.[field] !== first[field]);
      const notes = [
        ...(postings.length > count ? [`${postings.length - count} too many`] : []),
        ...wrong.map((field) => `first ${field}: "${postings[0]?.[field] ?? ''}"`),
        ...(postings.length === 0 ? [`unread: ${unread.map(({ why }) => why).join(', ') || 'no reason given'}`] : []),
      ];
      console.log(
        [
          `${postings.length}/${count}`.padStart(8),
          file.padEnd(28),
          `${adapter}/${view}`.padEnd(26),
          ...fields,
          ...notes,
        ].join('  '),
      );
    }
  } finally {
    await reader.close();
  }
  const names = ['postings', ...FIELDS] as const;
  console.log('');
  for (const name of names)
    console.log(
      `${name.padEnd(10)} ${sums[name].found} of ${sums[name].wanted} (${(100 * share(sums[name])).toFixed(1)} %)`,
    );
  console.log(`too many   ${invented}`);
  if (generic) return share(sums.postings) >= GOALS.generic;
  return names.every((name) => share(sums[name]) >= GOALS[name]) && invented === 0;
}
