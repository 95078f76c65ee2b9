import type { Unread } from '../messages.ts';
import { bodyOf } from './dom.ts';
import { readJsonLd } from './json-ld.ts';
import { readMarkedUpJobs } from './marked-up-jobs.ts';
import type { StructuredJob } from './structured-job.ts';
import { visibleText } from './visible-text.ts';

export interface StructuredReading {
  jobs: StructuredJob[];
  unread: Unread[];
}

/** Below this the page shows too little to contradict its structured data. */
const SHELL = 400;

/** All JobPosting data that the visible page bears out. */
export function readStructuredData(document: Document): StructuredReading {
  const { jobs, tooLong, broken } = readJsonLd(document);
  const unread: Unread[] = [];
  if (tooLong > 0) unread.push({ why: 'too-long', site: 'structured-data', count: tooLong });
  if (broken > 0) unread.push({ why: 'error', site: 'structured-data', count: broken });
  const believed = jobs.length > 0 ? borneOut(jobs, document) : [];
  for (const job of readMarkedUpJobs(document)) {
    const same = believed.find((other) => fold(other.title) === fold(job.title));
    if (!same) believed.push(job);
    else for (const [name, value] of Object.entries(job)) (same as Record<string, unknown>)[name] ??= value;
  }
  return { jobs: believed, unread };
}

/**
 * Single-page sites keep the block of the job that was open before, and a forger may describe another job than the one
 * on screen; so a block counts only when its title or the start of its text can be read there.
 */
function borneOut(jobs: StructuredJob[], document: Document): StructuredJob[] {
  const body = bodyOf(document);
  const seen = body ? fold(visibleText(body).text) : '';
  if (seen.length < SHELL) return jobs;
  return jobs.filter((job) => {
    const start = fold(job.text).slice(0, 60);
    const title = fold(job.title);
    return (title.length > 1 && seen.includes(title)) || (start.length >= 30 && seen.includes(start));
  });
}

/** Letters and digits only, so that spacing and punctuation do not tell texts apart. */
export function fold(text: string | undefined): string {
  return (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
