import { readFileSync } from 'node:fs';

/** A made-up advert. All people, firms, numbers, handles and domains are invented; `label` is never printed on a page. */
export interface DemoAdvert {
  id: string;
  lang: string;
  label: 'lure' | 'legit' | 'warning';
  where: 'feed' | 'jobs' | 'detail' | 'channel';
  author: string;
  title?: string;
  company?: string;
  location?: string;
  salary?: string;
  text: string;
  /** ISO time. */
  posted: string;
  /** Of `detail` adverts: pay as structured data gives it. */
  pay?: { currency: string; min: number; max: number; unit: 'MONTH' | 'YEAR' };
  /** Shape of the structured data; `cleaner` describes a tidier job (`cleanText`) than the page shows. */
  jsonLd?: 'full' | 'graph' | 'array' | 'short' | 'cleaner';
  cleanText?: string;
}

export interface Comment {
  author: string;
  text: string;
  posted: string;
}

/** A post about anything but work. */
export interface EverydayPost {
  id: string;
  lang: string;
  author: string;
  text: string;
  posted: string;
  picture?: string;
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T;
}

export const adverts = readJson<DemoAdvert[]>('./adverts.json');

/** Posts that surround the adverts in the feed, and comments by post id. One comment is itself a lure, under a lost dog. */
export const conversation = readJson<{ everyday: EverydayPost[]; comments: Record<string, Comment[]> }>(
  './conversation.json',
);

export function advertsOf(where: DemoAdvert['where']): DemoAdvert[] {
  return adverts.filter((advert) => advert.where === where);
}
