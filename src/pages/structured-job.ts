/** What structured data says about one job; plain text. */
export interface StructuredJob {
  title?: string;
  company?: string;
  location?: string;
  salary?: string;
  text?: string;
  link?: string;
  /** Where the markup stands, for microdata and RDFa. */
  element?: Element;
}

/** Text with spaces and control characters folded; undefined when nothing is left. */
export function plain(value: unknown, limit = 300): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text ? text.slice(0, limit) : undefined;
}

/** Distinct non-empty parts, joined as addresses are written. */
export function joined(parts: (string | undefined)[]): string | undefined {
  const kept = [...new Set(parts.filter((part): part is string => Boolean(part)))];
  return kept.length > 0 ? kept.join(', ') : undefined;
}
