/**
 * Words by which the page reader tells job adverts from other posts. The background hands them to the page script, so
 * that they need not weigh on every page.
 */
export interface Vocabulary {
  /**
   * Beginnings of words, many languages in one list; `_` stands for a space. Words of scripts that write no spaces, or
   * put prefixes in front, match anywhere in a text. So for all marks up to `place`.
   */
  hiring: string;
  /** Also common in posts that offer no work. */
  work: string;
  role: string;
  pay: string;
  apply: string;
  place: string;
  /** Written before an amount. */
  currencies: string;
  /** Written after an amount. */
  amounts: string;
  /** Words that tell the parts of an advert, and pages of other kinds; how they are written is told where they stand. */
  fields: Record<
    | 'title'
    | 'company'
    | 'location'
    | 'pay'
    | 'other'
    | 'terms'
    | 'towns'
    | 'legal'
    | 'at'
    | 'in'
    | 'similar'
    | 'elsewhere'
    | 'check',
    string
  >;
}
