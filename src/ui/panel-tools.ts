import type { Posting } from '../engine/posting.ts';
import type { Explanation } from '../messages.ts';
import type { PageStrings } from './page-strings.ts';
import type { PanelHandle } from './panel.ts';
import type { send } from './send.ts';

export type OpenForPosting = (
  explanation: Explanation,
  about: {
    key: string;
    posting: Posting;
    strings: PageStrings;
    lang: string;
    dir: 'ltr' | 'rtl';
    /** The page script's own way to the background. */
    send: typeof send;
    onDismissed(dismissed: boolean): void;
    onClose(): void;
  },
) => PanelHandle;

/**
 * What opens the explanation of an advert. It is half of all that runs in a page and seldom wanted, so it is a script of
 * its own, put into the page at the first press on a badge. Both scripts live in the extension's world of that page, of
 * which the page sees nothing.
 */
export interface PanelTools {
  openForPosting: OpenForPosting;
}

const NAME = Symbol.for('panel-tools');

interface World {
  [NAME]?: PanelTools;
}

/** Undefined until the script is there. */
export const panelTools = (): PanelTools | undefined => (globalThis as World)[NAME];

export function offerPanelTools(tools: PanelTools): void {
  (globalThis as World)[NAME] = tools;
}
