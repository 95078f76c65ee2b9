import { canonicalIndicator } from '../engine/indicators/canonical-indicator.ts';
import { isOfficial } from '../engine/indicators/indicator-kinds.ts';
import { dayOf } from '../engine/indicators/indicator-lookup.ts';
import type { IndicatorRule } from './indicator-rule.ts';
import type { ParsedRuleFile, RuleFault } from './parse-rule-file.ts';
import { resolveIndicator } from './resolve-indicator.ts';
import { isMistypedWallet } from './wallet-checksum.ts';

/** Longest time on a list without being looked at again, in days. */
const MOST_DAYS = 366;

/** An entry of a checked file, for the checks that need all files. */
export interface CheckedIndicator {
  canonical: string;
  parsed: ParsedRuleFile;
  index: number;
  source: string;
}

type Fault = (key: string, message: string) => void;

function isDate(date: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) && new Date(date).toISOString().startsWith(date)
  );
}

function checkDates(entry: ReturnType<typeof resolveIndicator>, fault: Fault): void {
  const { added, expires, removed } = entry;
  if (!isDate(added)) {
    fault('added', 'added: expected the day on which it was put on the list, e.g. 2026-11-22');
    return;
  }
  if (!isDate(expires)) {
    fault('expires', 'expires: expected a day, e.g. 2027-05-21');
    return;
  }
  if (expires < added) fault('expires', 'expires: is before "added"');
  if (dayOf(expires) - dayOf(added) > MOST_DAYS)
    fault(
      'expires',
      `expires: more than ${MOST_DAYS} days after "added"; look at the source again then, and add a new day`,
    );
  if (removed !== undefined && !isDate(removed)) fault('removed', 'removed: expected a day, e.g. 2026-11-22');
  else if (removed !== undefined && removed < added) fault('removed', 'removed: is before "added"');
}

/** Faults of one file, each with the line of its entry. */
export function checkIndicators(parsed: ParsedRuleFile): RuleFault[] {
  const rule = parsed.value as IndicatorRule;
  const faults: RuleFault[] = [];
  rule.entries.forEach((given, index) => {
    const entry = resolveIndicator(rule, given);
    const fault: Fault = (key, message) => {
      const line = parsed.lineOf(key in given ? ['entries', index, key] : ['entries', index]);
      faults.push({ file: parsed.file, line, message: `entries.${index}.${message}` });
    };
    const form = canonicalIndicator(entry.kind, entry.value, entry.country);
    if (!form.ok) fault('value', `value: ${form.error}`);
    else if (entry.kind === 'wallet' && isMistypedWallet(entry.value))
      fault('value', 'value: the checksum of this wallet does not fit; a letter is wrong');
    if (!given.sourceClass && !rule.sourceClass) fault('sourceClass', 'sourceClass: is missing here and for the file');
    // Two firms may bear one name, so only who keeps a register, or judged, may name one.
    else if (entry.kind === 'company' && !isOfficial(entry.sourceClass))
      fault('kind', 'kind: a company is listed only with the class police, court or regulator');
    if (!/^https?:\/\/\S+$/.test(entry.source.url) || entry.source.title.trim() === '')
      fault('source', 'source: expected a title and the web address at which anybody can read it');
    checkDates(entry, fault);
  });
  return faults;
}

/** The entries of a file that has no faults. */
export function checkedIndicators(parsed: ParsedRuleFile): CheckedIndicator[] {
  const rule = parsed.value as IndicatorRule;
  return rule.entries.flatMap((given, index) => {
    const entry = resolveIndicator(rule, given);
    const form = canonicalIndicator(entry.kind, entry.value, entry.country);
    return form.ok ? [{ canonical: form.canonical, parsed, index, source: entry.source.url }] : [];
  });
}

/**
 * Faults among all files: an address that is listed twice from one source, and addresses that help people or belong to
 * known employers and sites. `never` maps canonical forms to whose they are.
 */
export function checkListed(entries: CheckedIndicator[], never: ReadonlyMap<string, string>): RuleFault[] {
  const faults: RuleFault[] = [];
  const seen = new Map<string, CheckedIndicator>();
  for (const entry of entries) {
    const { canonical, parsed, index, source } = entry;
    const line = parsed.lineOf(['entries', index]);
    const before = seen.get(`${canonical} ${source}`);
    if (before)
      faults.push({
        file: parsed.file,
        line,
        message: `entries.${index}: stands already in ${before.parsed.file}:${before.parsed.lineOf(['entries', before.index])}`,
      });
    seen.set(`${canonical} ${source}`, entry);
    const whose = never.get(canonical) ?? ownerOf(canonical, never);
    if (whose) faults.push({ file: parsed.file, line, message: `entries.${index}: is never listed: ${whose}` });
  }
  return faults;
}

/** A subdomain or mailbox of a domain that is never listed. */
function ownerOf(canonical: string, never: ReadonlyMap<string, string>): string | undefined {
  const host = /^domain:(.*)|^email:.*@(.*)/.exec(canonical);
  const labels = (host?.[1] ?? host?.[2] ?? '').split('.');
  for (let i = 0; i + 2 <= labels.length; i++) {
    const whose = never.get(`domain:${labels.slice(i).join('.')}`);
    if (whose) return whose;
  }
  return undefined;
}
