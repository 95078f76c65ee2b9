import type { Posting } from '../engine/posting.ts';
import type { ShownHelp, ShownLink } from '../messages.ts';
import type { HelpEntry, HelpKind, HelpRule, ListedHelp } from '../packs/help-rule.ts';

/** A source not looked at for longer than this may have changed. */
const OLD_AFTER_YEARS = 2;

const RELATIONS: ShownHelp['relation'][] = ['from', 'to', 'any'];

/** People first, then offices: what answers a question soonest. */
const KIND_ORDER: HelpKind[] = [
  'trafficking-hotline',
  'embassy-consular',
  'police',
  'cybercrime-portal',
  'labour-ministry',
  'licence-register',
  'ngo',
  'emergency',
  'guide',
];

/** Contacts of the person's country, of the countries of the job, and of no country; in that order, ours before those of added lists, best first. */
export function orderHelp(
  rules: readonly ListedHelp[],
  { home, destinations, today }: { home: string; destinations: readonly string[]; today: string },
): ShownHelp[] {
  const shown: ShownHelp[] = [];
  for (const rule of rules) {
    const relation = relationOf(rule.country, home, destinations);
    if (!relation) continue;
    for (const entry of rule.entries) {
      if (!KIND_ORDER.includes(entry.kind)) continue;
      const fromList = rule.list ? { fromList: rule.list } : {};
      shown.push({ entry, country: rule.country, relation, old: isOld(entry, today), ...fromList });
    }
  }
  return shown.sort(
    (a, b) =>
      RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) ||
      Number(a.fromList !== undefined) - Number(b.fromList !== undefined) ||
      Number(takesAdverts(b.entry)) - Number(takesAdverts(a.entry)) ||
      Number(a.old) - Number(b.old) ||
      KIND_ORDER.indexOf(a.entry.kind) - KIND_ORDER.indexOf(b.entry.kind) ||
      a.entry.name.localeCompare(b.entry.name, 'en'),
  );
}

/** Where to report this very advert: the platform that shows it, then the person's own country. */
export function reportLinks(rules: readonly HelpRule[], posting: Posting, home: string): ShownLink[] {
  const hosts = [posting.url, posting.link].map(hostOf).filter((host) => host !== '');
  const entries = rules.flatMap((rule) => rule.entries.map((entry) => ({ entry, country: rule.country })));
  const shown = entries.filter(({ entry }) => entry.url);
  const platform = shown.filter(
    ({ entry }) =>
      entry.kind === 'platform-report' &&
      hosts.some((host) => (entry.hosts ?? []).some((pattern) => isUnder(host, pattern))),
  );
  const own = shown.filter(
    ({ entry, country }) =>
      home !== '' &&
      country === home &&
      (entry.kind === 'cybercrime-portal' || entry.kind === 'police') &&
      entry.for.some((need) => need === 'suspicious-ad' || need === 'report-ad'),
  );
  return [...platform, ...own].map(({ entry }) => linkOf(entry));
}

/** Official registers of agencies in the person's country. */
export function licenceLinks(rules: readonly HelpRule[], home: string): ShownLink[] {
  if (!home) return [];
  const entries = rules.filter((rule) => rule.country === home).flatMap((rule) => rule.entries);
  return entries.filter((entry) => entry.kind === 'licence-register' && entry.url).map(linkOf);
}

/** `today` is an ISO date. A source without a date counts as old: nobody can say how long it has been so. */
export function isOld({ verified, undated }: Pick<HelpEntry, 'verified' | 'undated'>, today: string): boolean {
  const limit = `${Number(today.slice(0, 4)) - OLD_AFTER_YEARS}${today.slice(4, 10)}`;
  return undated === true || !/^\d{4}/.test(verified) || verified < limit.slice(0, verified.length);
}

function relationOf(country: string, home: string, destinations: readonly string[]): ShownHelp['relation'] | null {
  if (home !== '' && country === home) return 'from';
  if (destinations.includes(country)) return 'to';
  return country === 'INT' ? 'any' : null;
}

/** Whether a contact is for people who saw an advert, rather than for those who are already held somewhere. */
export function takesAdverts(entry: HelpEntry): boolean {
  return entry.for.some((need) => need === 'suspicious-ad' || need === 'before-travel' || need === 'report-ad');
}

function linkOf(entry: HelpEntry): ShownLink {
  return { label: entry.name, url: entry.url ?? '', ...(entry.note ? { note: entry.note } : {}) };
}

function hostOf(address: string | undefined): string {
  try {
    return new URL(address ?? '').hostname;
  } catch {
    return '';
  }
}

/** `pattern` is a host, with or without a leading `*.`; the host itself counts as under it. */
function isUnder(host: string, pattern: string): boolean {
  const bare = pattern.replace(/^\*\./, '');
  return host === bare || host.endsWith(`.${bare}`);
}
