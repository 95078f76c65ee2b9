import type { MarkedText, StorageState } from '../messages.ts';
import type { PageStrings } from './page-strings.ts';

export interface ExplanationCallbacks {
  /** Keeps or removes a copy on this device; null when nothing answered. */
  onFlag(on: boolean): Promise<{ flagged: boolean; storage: StorageState } | null>;
  /**
   * Puts the warning away, or takes that back; false when nothing answered. Absent where there is no warning to put
   * away.
   */
  onDismiss?(as: 'dismissed' | 'mistake' | null): Promise<boolean>;
  /** Copies the advert and its reasons as plain text; false when the browser refused. */
  onCopy(): Promise<boolean>;
  /** Opens the choice of country. Absent in pages, where there is none. */
  onChooseCountry?(): void;
}

export interface ViewContext {
  strings: PageStrings;
  lang: string;
  callbacks: ExplanationCallbacks;
}

/** An empty `lang` says "unknown", so that foreign words are not read aloud in our language. */
export function langOf(field: MarkedText | undefined): string {
  return field?.lang ?? '';
}
