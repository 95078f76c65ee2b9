import { hasMoney } from './money.ts';

/**
 * What a site rule may do to a field's text, by name. Pure and linear. An empty result means "not this match": the
 * reader goes on to the next one.
 */
const TRANSFORMS: Record<string, (text: string) => string> = {
  /** "Lagos · 2 weeks ago" → "Lagos". */
  'before-dot': (text) => text.split(/\s[·•|]\s|·/)[0]!,
  /** "Nurse | LinkedIn" → "Nurse". */
  'before-bar': (text) => text.split(' | ')[0]!,
  /** "ACME - Lagos" → "Lagos". */
  'after-dash': (text) =>
    text
      .split(/\s[-–—]\s/)
      .slice(1)
      .join(' - '),
  /** "Cook at ACME" → "Cook". */
  'before-at': (text) => text.replace(/ at .*$/, ''),
  'first-line': (text) => text.split('\n')[0]!,
  /** "Cook (Verified job)" → "Cook". */
  'without-brackets': (text) => text.replace(/\s*[([][^()[\]]*[)\]]\s*$/, ''),
  /** "[10:30, 28/09/2026] Ana: " → "Ana". */
  'after-bracket': (text) => text.slice(text.indexOf(']') + 1).replace(/:\s*$/, ''),
  'only-money': (text) => (hasMoney(text) ? text : ''),
  'without-money': (text) => (hasMoney(text) ? '' : text),
  /** The last run of four or more digits, for ids inside addresses. */
  'last-number': (text) => text.match(/\d{4,}(?!.*\d{4})/)?.[0] ?? '',
  'without-query': (text) => text.replace(/[?#].*$/, ''),
  /** "Location: Lagos" → "Lagos". */
  'without-label': (text) => text.replace(/^[\p{L}\s]{2,20}:?\s*\n|^[\p{L} ]{2,20}:\s+/u, ''),
  'path-end': (text) =>
    text
      .replace(/[?#].*$/, '')
      .split('/')
      .filter(Boolean)
      .at(-1) ?? '',
};

export const TRANSFORM_NAMES = Object.keys(TRANSFORMS);

export function transformed(text: string, names: string[] | undefined): string {
  let result = text;
  for (const name of names ?? []) result = TRANSFORMS[name]?.(result) ?? result;
  return result.trim();
}
