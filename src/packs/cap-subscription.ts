import type { HelpEntry, HelpKind, HelpNeed, ListedHelp } from './help-rule.ts';
import { isOwnId, type ListCard } from './list-card.ts';
import type { PackedSignal } from './pack-files.ts';
import { parsePhrase } from './phrase-syntax.ts';
import type { SignalText, Source } from './signal-rule.ts';

/** What a list of somebody else may bring. One list's signs also have a common ceiling when an advert is scored. */
export const SUBSCRIPTION_LIMITS = { signals: 40, phrases: 2000, weight: 2, help: 60 } as const;

/** Something that was not taken over, and why. */
export interface LeftOut {
  id: string;
  why: 'foreign-id' | 'not-allowed' | 'unreadable' | 'too-many';
}

const GROUPS = ['offer', 'employer', 'place', 'contact', 'selection', 'terms'] as const;
const KINDS = ['scam-centre', 'advance-fee', 'task', 'identity', 'mule', 'impersonation'] as const;
/** Offices and platforms speak for themselves; a list adds people who help. */
const HELP_KINDS: readonly HelpKind[] = ['ngo', 'trafficking-hotline', 'guide', 'embassy-consular', 'labour-ministry'];
const NEEDS: readonly HelpNeed[] = [
  'suspicious-ad',
  'before-travel',
  'trapped-abroad',
  'relative-trapped',
  'returned',
  'lost-money',
];

type Loose = Record<string, unknown>;

const isRecord = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const records = (value: unknown): Loose[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const words = (value: unknown, longest: number): string => (typeof value === 'string' ? value.slice(0, longest) : '');
const strings = (value: unknown, most: number, longest: number): string[] =>
  Array.isArray(value) ? value.slice(0, most).flatMap((item) => words(item, longest) || []) : [];
const httpsOnly = (value: unknown): string =>
  URL.parse(words(value, 500))?.protocol === 'https:' ? String(value) : '';

/**
 * Signals of a subscription as they may be used, rebuilt field by field. Left out is whatever could weaken the project's
 * own signs (protective and context signals, weights below zero), whatever speaks under a foreign id, and every detector
 * but phrases; weights are cut to the ceiling, and none may raise the top warning by itself. `hasSet` says which shared word
 * sets there are in a language.
 */
export function capSignals(
  pack: unknown,
  { prefix }: ListCard,
  hasSet: (language: string, set: string) => boolean,
): { signals: PackedSignal[]; leftOut: LeftOut[] } {
  const signals: PackedSignal[] = [];
  const leftOut: LeftOut[] = [];
  let phrases = 0;
  for (const signal of records(isRecord(pack) ? pack.signals : [])) {
    const id = words(signal.id, 80);
    const refuse = (why: LeftOut['why']) => leftOut.push({ id, why });
    if (!isOwnId(id, prefix)) refuse('foreign-id');
    else if (signal.detector !== 'phrases' || !GROUPS.includes(signal.group as never) || !(Number(signal.weight) > 0))
      refuse('not-allowed');
    else {
      const text = textsOf(signal.text);
      const read = { phrases: phrasesOf(signal.phrases, hasSet), unless: phrasesOf(signal.unless, hasSet) };
      const count = Object.values({ ...read.phrases, ...read.unless }).flat().length;
      if (!text || Object.keys(read.phrases).length === 0) refuse('unreadable');
      else if (signals.length >= SUBSCRIPTION_LIMITS.signals || phrases + count > SUBSCRIPTION_LIMITS.phrases)
        refuse('too-many');
      else {
        phrases += count;
        signals.push({
          id,
          name: words(signal.name, 100) || id,
          group: signal.group as PackedSignal['group'],
          strength: 'medium',
          weight: Math.min(Number(signal.weight), SUBSCRIPTION_LIMITS.weight),
          detector: 'phrases',
          alone: false,
          onlyWith: strings(signal.onlyWith, 10, 80),
          kinds: kindsOf(signal.kinds),
          text,
          sources: sourcesOf(signal.sources),
          ...read,
        });
      }
    }
  }
  return { signals, leftOut };
}

/** Contacts of a subscription as they may be shown: those of people who help, each named by the list's prefix. */
export function capHelp(pack: unknown, { prefix, name }: ListCard): { help: ListedHelp[]; leftOut: LeftOut[] } {
  const leftOut: LeftOut[] = [];
  let taken = 0;
  const help = records(isRecord(pack) ? pack.help : []).flatMap((rule): ListedHelp[] => {
    const country = words(rule.country, 3);
    if (!/^([A-Z]{2}|INT)$/.test(country)) return [];
    const entries = records(rule.entries).flatMap((entry): HelpEntry[] => {
      const id = words(entry.id, 80);
      const kind = HELP_KINDS.find((known) => known === entry.kind);
      const needs = NEEDS.filter((need) => strings(entry.for, 10, 40).includes(need));
      const source = isRecord(entry.source) ? httpsOnly(entry.source.url) : '';
      const why: LeftOut['why'] | null = !isOwnId(id, prefix)
        ? 'foreign-id'
        : !kind
          ? 'not-allowed'
          : !words(entry.name, 120) || needs.length === 0 || !source
            ? 'unreadable'
            : taken >= SUBSCRIPTION_LIMITS.help
              ? 'too-many'
              : null;
      if (why || !kind) {
        leftOut.push({ id, why: why ?? 'not-allowed' });
        return [];
      }
      taken += 1;
      return [{ ...contactOf(entry), id, kind, for: needs, source: { url: source } }];
    });
    return entries.length > 0 ? [{ country, name: words(rule.name, 80) || country, entries, list: name }] : [];
  });
  return { help, leftOut };
}

function contactOf(
  entry: Loose,
): Pick<HelpEntry, 'name' | 'languages' | 'verified' | 'confidence'> & Partial<HelpEntry> {
  const phones = strings(entry.phones, 5, 40).filter((phone) => /^\+?[\d\s().-]{2,30}$/.test(phone));
  const verified = words(entry.verified, 10);
  const optional = {
    shortCode: /^[\d*#]{2,8}$/.test(words(entry.shortCode, 8)) ? words(entry.shortCode, 8) : '',
    url: httpsOnly(entry.url),
    email: /^[^\s@<>]{1,64}@[^\s@<>]{1,100}$/.test(words(entry.email, 170)) ? words(entry.email, 170) : '',
    messaging: words(entry.messaging, 80),
    hours: words(entry.hours, 80),
    note: words(entry.note, 300),
    in: /^[A-Z]{2}$/.test(words(entry.in, 2)) ? words(entry.in, 2) : '',
  };
  return {
    name: words(entry.name, 120),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== '')),
    ...(phones.length > 0 ? { phones } : {}),
    languages: strings(entry.languages, 20, 12),
    verified: /^\d{4}(-\d{2}){0,2}$/.test(verified) ? verified : '',
    ...(verified ? {} : { undated: true }),
    confidence: 'medium',
  };
}

function textsOf(value: unknown): Record<string, SignalText> | null {
  if (!isRecord(value)) return null;
  const texts = Object.entries(value).flatMap(([language, text]): [string, SignalText][] => {
    if (!isRecord(text) || !/^[a-zA-Z-]{2,12}$/.test(language)) return [];
    const label = words(text.label, 160);
    const why = words(text.why, 500);
    const honest = words(text.honest, 300);
    return label && why ? [[language, { label, why, ...(honest ? { honest } : {}) }]] : [];
  });
  return texts.length > 0 ? Object.fromEntries(texts) : null;
}

/** Phrases that the engine can compile; others are left out one by one. */
function phrasesOf(value: unknown, hasSet: (language: string, set: string) => boolean): Record<string, string[]> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([language, list]): [string, string[]][] => {
      const usable = strings(list, SUBSCRIPTION_LIMITS.phrases, 200).filter((phrase) =>
        isUsable(phrase, (set) => hasSet(language, set)),
      );
      return /^[a-zA-Z-]{2,12}$/.test(language) && usable.length > 0 ? [[language, usable]] : [];
    }),
  );
}

/** A phrase of one short word would meet every advert. */
function isUsable(phrase: string, hasSet: (set: string) => boolean): boolean {
  const parsed = parsePhrase(phrase);
  if (!parsed.ok || parsed.parts.some((part) => part.set && !hasSet(part.set))) return false;
  return parsed.parts.flatMap((part) => part.literals ?? []).every((literal) => /[\p{L}\p{N}]{2}/u.test(literal));
}

function kindsOf(value: unknown): NonNullable<PackedSignal['kinds']> {
  const from = isRecord(value) ? value : {};
  const known = KINDS.flatMap((kind): [string, number][] => {
    const share = Number(from[kind]);
    return share > 0 ? [[kind, Math.min(share, 1)]] : [];
  });
  return known.length > 0 ? Object.fromEntries(known) : { 'scam-centre': 1 };
}

function sourcesOf(value: unknown): Source[] {
  return records(value)
    .slice(0, 5)
    .flatMap((source): Source[] => {
      const url = httpsOnly(source.url);
      const title = words(source.title, 160);
      const date = words(source.date, 10);
      return url && title ? [{ title, url, ...(/^\d{4}(-\d{2}){0,2}$/.test(date) ? { date } : {}) }] : [];
    });
}
