/** A site that Lurewatch knows how to read, as its screen shows it. Programs that share their hosts are one. */
export interface ShownSite {
  /** Ids of its site rules. */
  ids: string[];
  /** Their names, in the same order. */
  names: string[];
  hosts: string[];
  /** What the browser has to be asked for so that adverts there are read by themselves. */
  origins: string[];
  /** Read only when asked: private conversations, mail, searches. No permission is ever asked for. */
  onRequest: boolean;
  /** Asked for when the extension was installed. */
  fromStart: boolean;
  /** The browser lets us read all of it now. */
  allowed: boolean;
  /** The person switched it off. */
  off: boolean;
  /** A list switched off its rules, because the site is no longer built as they say. */
  offByList: boolean;
  /** Its rules were not tried on captured pages. */
  experimental: boolean;
}

/** Messages about sites; only our own pages may send them. */
export interface SitesFromUi {
  /** By name. */
  'ui:sites': { in: Record<string, never>; out: { sites: ShownSite[] } };
  /** Switches sites off or on; `kept` is false when storage refused. */
  'ui:switch-sites': { in: { ids: string[]; on: boolean }; out: { kept: boolean } };
}
