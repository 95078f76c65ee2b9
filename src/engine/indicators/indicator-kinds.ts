/** What can stand on a list of indicators: an address, a name or an account, never a person. The order is the pack's. */
export const INDICATOR_KINDS = [
  'telegram',
  'whatsapp',
  'line',
  'wechat',
  'zalo',
  'facebook',
  'phone',
  'domain',
  'email',
  'wallet',
  'company',
] as const;
export type IndicatorKind = (typeof INDICATOR_KINDS)[number];

/** Who said so. The first three examine and answer for what they publish; the others only tell. */
export type SourceClass = 'police' | 'court' | 'regulator' | 'platform' | 'ngo' | 'press' | 'report';

const OFFICIAL: ReadonlySet<SourceClass> = new Set<SourceClass>(['police', 'court', 'regulator']);

export function isOfficial(sourceClass: SourceClass): boolean {
  return OFFICIAL.has(sourceClass);
}

/**
 * Raised whenever a canonical form changes: hashes of another way of normalising would never be met, so such a pack is
 * refused instead of being silently empty.
 */
export const NORMALISING = 1;

/** The one form under which a value is hashed, e.g. `telegram:sunrise_hr`, `phone:+85512345678`. */
export type Canonical = { ok: true; canonical: string } | { ok: false; error: string };

export function canonicalIs(canonical: string): Canonical {
  return { ok: true, canonical };
}

export function notCanonical(error: string): Canonical {
  return { ok: false, error };
}
