/** Help for people of, or in, one country: `rules/help/<country>.yaml`; `rules/help/platforms.yaml` and `international.yaml` use the same entries. */
export interface HelpRule {
  /** ISO 3166 alpha-2, or `INT` (anywhere), or `PLATFORM`. */
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

export type HelpNeed = 'suspicious-ad' | 'before-travel' | 'trapped-abroad' | 'relative-trapped' | 'returned' | 'check-licence' | 'report-ad';

export interface HelpEntry {
  id: string;
  name: string;
  kind: HelpKind;
  for: HelpNeed[];
  /** International form, or as printed when only that is known. */
  phones?: string[];
  /** Reachable only inside the country. */
  shortCode?: string;
  url?: string;
  email?: string;
  /** e.g. "WhatsApp +62 …". */
  messaging?: string;
  languages: string[];
  hours?: string;
  /** What a person should know before using it, plain words. */
  note?: string;
  /** Hosts of the platform, for platform entries. */
  hosts?: string[];
  source: { url: string; title?: string };
  /** ISO date or year-month on which the source was last seen to say so. */
  verified: string;
  confidence: 'high' | 'medium';
}
