/** Help for people of, or in, one country: `rules/help/<country>.yaml`; `rules/help/platforms.yaml` and `international.yaml` use the same entries. */
export interface HelpRule {
  /** ISO 3166 alpha-2: whose people the entries serve; or `INT` (anywhere), or `PLATFORM`. */
  country: string;
  name: string;
  entries: HelpEntry[];
}

export type HelpKind =
  | 'trafficking-hotline'
  | 'emergency'
  | 'police'
  | 'cybercrime-portal'
  | 'embassy-consular'
  | 'labour-ministry'
  | 'licence-register'
  | 'ngo'
  | 'platform-report'
  | 'guide';

export type HelpNeed =
  | 'suspicious-ad'
  | 'before-travel'
  | 'trapped-abroad'
  | 'relative-trapped'
  | 'returned'
  | 'check-licence'
  | 'report-ad'
  | 'lost-money';

export interface HelpEntry {
  id: string;
  name: string;
  kind: HelpKind;
  for: HelpNeed[];
  /** ISO 3166 country in which the line answers, when it is not the file's own: an embassy abroad. */
  in?: string;
  /** International form, or as printed when only that is known. */
  phones?: string[];
  /** Reachable only inside the country. */
  shortCode?: string;
  url?: string;
  email?: string;
  /** e.g. "WhatsApp +62 …". */
  messaging?: string;
  /** BCP 47 codes; empty when not known. */
  languages: string[];
  hours?: string;
  /** What a person should know before using it, plain words. */
  note?: string;
  /** Hosts of the platform, for platform entries. */
  hosts?: string[];
  source: { url: string; title?: string };
  /** ISO date, year-month or year of the latest source that says so. */
  verified: string;
  /** The source carries no date: `verified` is then only the earliest it can be from, so treat the entry as old. */
  undated?: boolean;
  confidence: 'high' | 'medium';
}

/** Help as it is in use: with the name of the subscription that gives it, unless it is the project's own. */
export interface ListedHelp extends HelpRule {
  list?: string;
}
