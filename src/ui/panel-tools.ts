import type { copyText } from './copy-text.ts';
import type { openPanel } from './panel.ts';
import type { plainTextReport } from './plain-text-report.ts';

/**
 * What opens the explanation of an advert. It is half of all that runs in a page and seldom wanted, so it is a script of
 * its own, put into the page at the first press on a badge. Both scripts live in the extension's world of that page, of
 * which the page sees nothing.
 */
export interface PanelTools {
  openPanel: typeof openPanel;
  plainTextReport: typeof plainTextReport;
  copyText: typeof copyText;
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
