/** How one site is built: `rules/sites/<site>.yaml`. Data only: selectors and names of transforms, never code. */
export interface SiteRule {
  site: string;
  name: string;
  /** Match patterns of hosts, e.g. "*.linkedin.com". A synced rule cannot add to them. */
  hosts: string[];
  /** Read only when the person asks (private conversations, mail). */
  onRequest?: boolean;
  confidence: 'high' | 'medium' | 'low';
  /** Not tried on captured pages of the site: said where the site is named. True of every rule whose confidence is not high. */
  experimental?: boolean;
  revision: number;
  minEngine: number;
  state?: 'on' | 'off';
  /** Package version in which an `off` state ends by itself. */
  fixedIn?: string;
  views: SiteView[];
  sources: { title: string; year: string }[];
}

/** Ordered selectors, most stable first; the first that yields text wins. An empty list: never, not from structured data either. */
export interface FieldRule {
  select: string[];
  /** Read this attribute instead of text. */
  attribute?: string;
  /** Named transforms, applied in order. */
  transforms?: string[];
  /** Take the nth match (0-based) rather than the first with text. */
  nth?: number;
  /** Join the text of every match, one per line. */
  all?: boolean;
  /** Look inside the closest ancestor of the posting that matches, instead of inside the posting; `:root`: the page. */
  within?: string;
}

/** `id` is the site's own number for the advert; it makes the posting's key. */
export type SiteField = 'title' | 'company' | 'location' | 'salary' | 'text' | 'poster' | 'link' | 'id';

export interface SiteView {
  view: 'list' | 'detail' | 'feed' | 'message';
  /** The page shows this view when one of these matches (markup decides; addresses lie). */
  when?: string[];
  /** The only paths on which this view may appear, as globs; absent: any. */
  paths?: string[];
  /** Paths on which this view belongs, as globs: where it is missing there, the page counts as not read yet. */
  expect?: string[];
  /** Each match is one posting; in `detail` views the container of the one posting. */
  posting: string[];
  fields: Partial<Record<SiteField, FieldRule>>;
  /** Fields (or `a|b`: one of them) without which the posting counts as unread. */
  required: string[];
  /** Elements inside a posting that are not its words: buttons, counters, comments. */
  skip?: string[];
  /** Its presence inside a posting says that the rest of the text is not in the page yet ("see more"). */
  more?: string[];
  /**
   * Which units are adverts at all. `every`: all of them (default of `list` and `detail`); `likely`: those with two
   * marks of a job advert; `possible`: those with one, or with a contact or an amount (default of `feed` and `message`).
   */
  adverts?: 'every' | 'likely' | 'possible';
  /** Where the badge is appended, inside the posting; absent: end of the posting. */
  badge?: string[];
  /** Smallest container worth watching for new postings. */
  container?: string[];
}
