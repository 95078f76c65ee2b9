/** Everyday words of one language and the concepts they stand for: `rules/glossary/<lang>.yaml`. */
export interface GlossaryRule {
  lang: string;
  /**
   * Concept → words as people write them, lower case; two or three words with a space between where the idea needs them,
   * `word*` with any ending. In languages without spaces the longest match wins.
   */
  words: Record<string, string[]>;
}
