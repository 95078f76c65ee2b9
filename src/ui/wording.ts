/** How one language prints numbers, dates, lists and names of countries. Works in pages too: needs no messages. */

const RIGHT_TO_LEFT = new Set(['ar', 'ckb', 'dv', 'fa', 'he', 'ks', 'ps', 'sd', 'ug', 'ur', 'yi']);

export function directionOf(lang: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(lang.split(/[-_]/)[0]!.toLowerCase()) ? 'rtl' : 'ltr';
}

/** Name of an ISO 3166 country in `lang`; the code itself where the browser knows none. */
export function countryName(lang: string, code: string): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'region' }).of(code.toUpperCase()) ?? code;
  } catch {
    return code;
  }
}

/** Name of a language in `lang`; whatever is no language tag stays as it is. */
export function languageName(lang: string, tag: string): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** "October 2025" for `2025-10` and `2025-10-03`; only the year for `2025`. Anything else stays as it is. */
export function monthAndYear(lang: string, iso: string): string {
  const parts = /^(\d{4})(?:-(\d{2}))?/.exec(iso);
  if (!parts) return iso;
  const date = new Date(Date.UTC(Number(parts[1]), parts[2] ? Number(parts[2]) - 1 : 0, 1));
  const month = parts[2] ? ({ month: 'long' } as const) : {};
  return new Intl.DateTimeFormat(lang, { year: 'numeric', ...month, timeZone: 'UTC' }).format(date);
}

export function dateAndTime(lang: string, iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(lang, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** "2 hours ago", "in 50 minutes": how far `iso` is from `now` (milliseconds since 1970), in the largest unit that fits. */
export function timeFromNow(lang: string, iso: string, now: number): string {
  const minutes = (Date.parse(iso) - now) / 60_000;
  if (Number.isNaN(minutes)) return iso;
  const format = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  const size = Math.abs(minutes);
  if (size < 55) return format.format(Math.round(minutes), 'minute');
  if (size < 22 * 60) return format.format(Math.round(minutes / 60), 'hour');
  return format.format(Math.round(minutes / 1440), 'day');
}

const RIGHT_TO_LEFT_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** Keeps a piece put into a sentence from turning the sentence round, where the two run in different directions. */
export function isolate(piece: string, direction: 'ltr' | 'rtl'): string {
  const turns = direction === 'rtl' ? /\p{L}/u.test(piece) : RIGHT_TO_LEFT_LETTER.test(piece);
  return turns ? `\u2068${piece}\u2069` : piece;
}
