/** Who speaks in a list and in what names. Every JSON pack of a subscription may carry it in its head, as `list`. */
export interface ListCard {
  /** Beginning of every id in the list, before the first hyphen: `shore` for `shore-false-visa`. */
  prefix: string;
  /** What the list calls itself, e.g. "Shore: seafarers' jobs". */
  name: string;
  /** Who keeps it. */
  by: string;
  /** What it is for, one or two sentences. */
  about?: string;
  /** Page of whoever keeps it. */
  url?: string;
}

/** Prefixes that would let a list speak in the project's name. */
const RESERVED = ['core', 'lurewatch', 'p'];

function line(value: unknown, longest: number): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, longest) : '';
}

/** The card in a pack's head, rebuilt field by field; null when it lacks a name, a keeper or a fit prefix. */
export function readListCard(value: unknown): ListCard | null {
  const from = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const prefix = line(from.prefix, 24);
  const name = line(from.name, 60);
  const by = line(from.by, 80);
  if (!/^[a-z][a-z0-9]{1,23}$/.test(prefix) || RESERVED.includes(prefix) || !name || !by) return null;
  const about = line(from.about, 400);
  const url = line(from.url, 300);
  return {
    prefix,
    name,
    by,
    ...(about ? { about } : {}),
    ...(URL.parse(url)?.protocol === 'https:' ? { url } : {}),
  };
}

/** An id is the list's own when it begins with its prefix and a hyphen. */
export function isOwnId(id: unknown, prefix: string): id is string {
  return typeof id === 'string' && id.startsWith(`${prefix}-`) && /^[a-z0-9-]{3,80}$/.test(id);
}
