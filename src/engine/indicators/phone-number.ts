import { fold } from '../folding.ts';
import { type NumberPlan, planOf, planOfDigits } from './calling-codes.ts';
import { type Canonical, canonicalIs, notCanonical } from './indicator-kinds.ts';

/** Longest international number; ITU E.164. */
const MOST_DIGITS = 15;
const LEAST_DIGITS = 7;

const LABEL = /^\s*(?:tel|phone|mobile|whatsapp|wa|zalo)\b\.?\s*:?\s*/;

function fits({ least, most }: NumberPlan, national: string): boolean {
  return national.length >= least && national.length <= most;
}

/** `84 0912…`, `52 1 55…`: a trunk prefix or mobile digit that does not belong behind the calling code. */
function international(digits: string): string | undefined {
  if (digits.startsWith('0') || digits.length > MOST_DIGITS + 1) return undefined;
  const plan = planOfDigits(digits);
  if (!plan) return digits.length >= 8 && digits.length <= MOST_DIGITS ? `+${digits}` : undefined;
  let national = digits.slice(plan.code.length);
  if (plan.trunk.startsWith('0') && national.startsWith(plan.trunk)) national = national.slice(plan.trunk.length);
  // Mexican mobiles carried an extra 1 from abroad until 2019, and messengers still show it.
  if (plan.code === '52' && national.length === 11 && national.startsWith('1')) national = national.slice(1);
  return fits(plan, national) ? `+${plan.code}${national}` : undefined;
}

/** Digits as written, `+` kept; `00` is read as `+`, a bracketed trunk zero behind a calling code is dropped. */
function digitsOf(written: string): string {
  const text = fold(written).text.replace(LABEL, '').trim();
  const digits = (/^\(?(?:\+|00)/.test(text) ? text.replace(/\(0\)/, '') : text).replace(/\D/g, '');
  if (/^\(?\+/.test(text)) return `+${digits}`;
  return digits.startsWith('00') ? `+${digits.slice(2)}` : digits;
}

/**
 * Readings of a number in E.164, likeliest first; empty when it cannot be a telephone number. A number without `+` has a
 * reading for each country of `countries` (ISO 3166) whose plan it fits, and one of its own when it can stand as it is.
 */
export function phoneReadings(written: string, countries: readonly string[]): string[] {
  const digits = digitsOf(written);
  if (digits.startsWith('+')) {
    const number = international(digits.slice(1));
    return number ? [number] : [];
  }
  if (digits.length < LEAST_DIGITS || digits.length > MOST_DIGITS) return [];
  const readings = new Set<string>();
  for (const country of countries) {
    const plan = planOf(country);
    if (!plan) continue;
    const { code, trunk } = plan;
    const national = trunk && digits.startsWith(trunk) ? digits.slice(trunk.length) : undefined;
    if (national !== undefined && fits(plan, national)) readings.add(`+${code}${national}`);
    else if (!digits.startsWith('0') && fits(plan, digits)) readings.add(`+${code}${digits}`);
    if (digits.startsWith(code) && fits(plan, digits.slice(code.length))) readings.add(`+${digits}`);
  }
  if (digits.length >= 10 && planOfDigits(digits)) {
    const number = international(digits);
    if (number) readings.add(number);
  }
  return [...readings];
}

/** One number for a list: written internationally, or inside `country` (ISO 3166). */
export function canonicalPhone(written: string, country?: string): Canonical {
  const digits = digitsOf(written);
  if (/\p{L}/u.test(fold(written).text.replace(LABEL, ''))) return notCanonical('not a telephone number');
  if (!digits.startsWith('+') && !country)
    return notCanonical('a number without "+" and calling code needs its "country"');
  if (country && !planOf(country))
    return notCanonical(`no numbering plan for country "${country}"; write the number with "+"`);
  const [number] = phoneReadings(written, country ? [country] : []);
  return number ? canonicalIs(`phone:${number}`) : notCanonical('not a telephone number');
}
