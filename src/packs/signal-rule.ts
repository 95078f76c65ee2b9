/** Which side of the offer a signal speaks about; a red warning needs several different groups. */
export type SignalGroup = 'offer' | 'employer' | 'place' | 'contact' | 'selection' | 'terms' | 'protective' | 'context';

/** How a signal is found. Everything but `phrases` is a detector of the engine that reads other data (pay bands, places, contacts). */
export type Detector =
  | 'phrases'
  | 'pay-above-band'
  | 'place-hotspot'
  | 'place-transit'
  | 'messenger-only'
  | 'personal-email'
  | 'no-licence-shown'
  | 'domain-mismatch'
  | 'corporate-domain'
  | 'pay-within-band'
  | 'quoted-offer'
  | 'local-work'
  | 'place-abroad'
  | 'disguised-writing'
  | 'known-indicator'
  | 'lure-wording'
  | 'ordinary-wording'
  | 'lure-meaning'
  | 'ordinary-meaning';

/** Where a fact comes from. */
export interface Source {
  title: string;
  url: string;
  /** Year or ISO date of the source, when known. */
  date?: string;
}

/** What a person reads about a signal: short plain words, second person. */
export interface SignalText {
  /** What was seen, e.g. "Flight, visa and housing are all paid for you". */
  label: string;
  /** Why it matters, one or two sentences. */
  why: string;
  /** How honest adverts can show this too, one sentence. */
  honest?: string;
}

/** A text and whether this signal must be found in it. */
export interface Example {
  lang: string;
  text: string;
  title?: string;
  company?: string;
  location?: string;
  note?: string;
}

/**
 * One signal, one file: `rules/signals/<id>.yaml`.
 *
 * Phrase syntax (no regular expressions; see rules/README.md): words separated by spaces stand side by side;
 * `{name}` any entry of the word set `name`; `(a|b c)` one of these; `~N` up to N other words between; `<>N` the two
 * sides in either order with up to N words between; `word*` any ending.
 */
export interface SignalRule {
  id: string;
  name: string;
  group: SignalGroup;
  strength: 'strong' | 'medium' | 'weak';
  /** Points, as evidence in natural-log odds; negative for protective signals. */
  weight: number;
  detector: Detector;
  /** May raise the top warning by itself. */
  alone?: boolean;
  /** Counts only beside at least one of these signals. */
  onlyWith?: string[];
  /** Kinds of job scam for which this signal speaks, with its share of evidence (0..1); absent: scam-centre. */
  kinds?: Partial<Record<'scam-centre' | 'advance-fee' | 'task' | 'identity' | 'mule' | 'impersonation', number>>;
  text: Record<string, SignalText>;
  sources: Source[];
  /** Why the weight is what it is, for reviewers. */
  reason?: string;
  /** Word sets by language, then by set name. */
  words?: Record<string, Record<string, string[]>>;
  /** Phrases by language. */
  phrases?: Record<string, string[]>;
  /** A hit that overlaps one of these is not a hit ("no fee"). */
  unless?: Record<string, string[]>;
  examples: { hits: Example[]; misses: Example[] };
}
