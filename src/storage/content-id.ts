import { type Posting, SCORED_FIELDS } from '../engine/posting.ts';

/**
 * Names an advert by its words: 32 hexadecimal digits of a SHA-256 over the fields that are scored and the poster.
 * Made here and not in the page: a page that keeps an advert's address but changes its words must not inherit a
 * dismissal or a cached verdict.
 */
export async function contentId(posting: Posting): Promise<string> {
  const fields = [...SCORED_FIELDS.map((field) => posting[field]), posting.poster];
  const words = fields.map((field) => (field ?? '').replace(/\s+/g, ' ').trim());
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(words)));
  return Array.from(new Uint8Array(digest, 0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
