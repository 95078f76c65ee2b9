/** One advert as a person sees it: plain text, no markup. Absent fields were not shown on the page. */
export interface Posting {
  /** The advert's own words, paragraphs separated by newlines. May be empty when a list shows titles only. */
  text: string;
  title?: string;
  company?: string;
  /** Where the work is, in the page's words. */
  location?: string;
  /** Pay as the page prints it beside the advert, e.g. "$900 - $1,200 a month". */
  salary?: string;
  /** Who published it: a profile, page, channel or recruiter name. */
  poster?: string;
  /** Address of the advert itself, absolute. */
  link?: string;
  /** Address of the page on which it was read. */
  url?: string;
  /** The page holds more of the text than it has put into the DOM ("see more"). */
  partial?: boolean;
}

/** The posting's fields that the engine reads for signals, in reading order. */
export const SCORED_FIELDS = ['title', 'company', 'location', 'salary', 'text'] as const;
export type ScoredField = (typeof SCORED_FIELDS)[number];
