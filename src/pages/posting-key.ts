import type { Posting } from '../engine/posting.ts';

/** 53-bit hash (cyrb53 construction, public domain), enough to tell the postings of one page apart. */
export function hash(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(36);
}

/**
 * Names a posting by its content, because pages reuse nodes: the site's own id where there is one, else a hash of title,
 * company and the first 200 characters.
 */
export function keyOf(adapter: string, view: string, posting: Posting, id?: string): string {
  if (id) return `${adapter}/${view}/${id}`;
  const start = posting.text.slice(0, 200).replace(/\s+/g, ' ');
  return `${adapter}/${view}/#${hash(`${posting.title ?? ''}|${posting.company ?? ''}|${start}`)}`;
}

/** Changes whenever anything that is scored changes. */
export function fingerprint(posting: Posting): string {
  return hash(
    [posting.title, posting.company, posting.location, posting.salary, posting.text, posting.partial].join('|'),
  );
}
