import type { StorageState } from './messages.ts';
import type { ListChange } from './packs/list-changes.ts';

/** Why a check of a list failed: `name` as the sync client names attacks and faults. */
export interface ListError {
  name: string;
  /** The answer was refused because it looks like an attack. */
  attack: boolean;
  /** The file or step it was about. */
  role: string;
  /** One English sentence, for whoever keeps the list. */
  message: string;
}

/** A list of signs, contacts and addresses, as its screen shows it. Times are ISO. */
export interface ShownList {
  /** `core` for the project's own. */
  id: string;
  /** Empty for the project's own, which the screen names. */
  name: string;
  by?: string;
  about?: string;
  url?: string;
  /** Host that is asked; absent where there is no address yet. */
  host?: string;
  /** What is in use; empty when nothing is yet. */
  version: string;
  /** In use is the copy in the package. */
  packaged: boolean;
  /** When the version in use arrived. */
  since?: string;
  /** Its makers promised a newer one by then, and it has not come. */
  expired?: string;
  lastCheck?: string;
  lastGood?: string;
  nextCheck?: string;
  error?: ListError;
  signals: number;
  contacts: number;
  indicators: number;
  changes: { at: string; change: ListChange }[];
  /** Set by whoever manages this device. */
  managed?: boolean;
}

/** How far a check is: `done` of `of` lists, and the step of the one in hand. */
export interface ListProgress {
  list: string;
  step: 'asking' | 'fetching' | 'trying' | 'keeping';
  done: number;
  of: number;
}

export interface ListsReport {
  lists: ShownList[];
  checking: ListProgress | null;
  /** Checks are switched off by whoever manages this device. */
  syncOff: boolean;
  storage: StorageState;
}

/** A list before it is added. */
export interface ListPreview {
  name: string;
  by: string;
  about?: string;
  url?: string;
  host: string;
  /** SHA-256 of the root it begins with, lowercase hex. */
  root: string;
  version: string;
  signals: { label: string; why: string }[];
  contacts: { name: string; country: string }[];
  indicators: number;
  /** Entries that a subscription may not bring. */
  leftOut: number;
}

export type PreviewAnswer =
  | { ok: true; preview: ListPreview }
  | {
      ok: false;
      fault: 'no-link' | 'not-https' | 'no-root' | 'other-root' | 'no-card' | 'prefix-taken' | 'already-added';
    }
  | { ok: false; fault: 'sync'; error: ListError };

/** Messages about lists; only our own pages may send them. */
export interface ListsFromUi {
  'ui:lists': { in: Record<string, never>; out: ListsReport };
  /** Starts a check of all lists, or joins the one that runs; answers at once. */
  'ui:check-lists': { in: Record<string, never>; out: { started: boolean } };
  'ui:stop-check': { in: Record<string, never>; out: { stopped: boolean } };
  /** `link` as pasted; nothing is kept. */
  'ui:preview-list': { in: { link: string }; out: PreviewAnswer };
  'ui:add-list': { in: { link: string }; out: PreviewAnswer };
  'ui:remove-list': { in: { id: string }; out: { removed: boolean } };
}
