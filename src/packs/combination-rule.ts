import type { SignalText, Source } from './signal-rule.ts';

/** Signals that mean more together than apart: `rules/combinations/<id>.yaml`. */
export interface CombinationRule {
  id: string;
  name: string;
  weight: number;
  /** Each entry must be present; an entry with `|` is met by any of its signals. */
  all: string[];
  text: Record<string, SignalText>;
  sources: Source[];
}
