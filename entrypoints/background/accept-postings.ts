import type { Posting } from '../../src/engine/posting.ts';
import type { KeyedPosting, Unread } from '../../src/messages.ts';

/**
 * A page's process can be taken over, and then sends whatever it likes in the name of our content script. So what it
 * sends is rebuilt field by field, bounded in number and length, before it is scored or kept.
 */
const MAX_POSTINGS = 200;
const MAX_UNREAD = 50;
/** Longest text in UTF-16 units; the reader reports anything longer as `too-long`. */
const MAX_TEXT = 50_000;
const MAX_FIELD = 1000;
const FIELDS = ['title', 'company', 'location', 'salary', 'poster', 'link', 'url'] as const;

function text(value: unknown, longest: number): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, longest) : undefined;
}

function acceptPosting(value: unknown): Posting | null {
  if (typeof value !== 'object' || value === null) return null;
  const from = value as Record<string, unknown>;
  const posting: Posting = { text: text(from.text, MAX_TEXT) ?? '' };
  for (const field of FIELDS) {
    const own = text(from[field], MAX_FIELD);
    if (own) posting[field] = own;
  }
  if (from.partial === true) posting.partial = true;
  return posting.text || posting.title ? posting : null;
}

export function acceptPostings(value: unknown): KeyedPosting[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_POSTINGS).flatMap((entry: Record<string, unknown> | null) => {
    const key = text(entry?.key, 200);
    const posting = acceptPosting(entry?.posting);
    if (!key || !posting) return [];
    return [{ key, posting, adapter: text(entry?.adapter, 100) ?? '', view: text(entry?.view, 100) ?? '' }];
  });
}

export function acceptUnread(value: unknown): Unread[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_UNREAD).flatMap((entry: Record<string, unknown> | null) => {
    const why = text(entry?.why, 100);
    if (!why) return [];
    const unread: Unread = { why };
    const site = text(entry?.site, 100);
    const view = text(entry?.view, 100);
    if (site) unread.site = site;
    if (view) unread.view = view;
    if (Array.isArray(entry?.missing))
      unread.missing = entry.missing.slice(0, 20).flatMap((name) => text(name, 100) ?? []);
    if (typeof entry?.count === 'number') unread.count = entry.count;
    return [unread];
  });
}
