/** What a content script takes from the interface; built alone to weigh it. */
export { mountBadge } from '../../../src/ui/badge.ts';
export { badgeLabel } from '../../../src/ui/badge-label.ts';
export { copyText } from '../../../src/ui/copy-text.ts';
export { openPanel } from '../../../src/ui/panel.ts';
export { plainTextReport } from '../../../src/ui/plain-text-report.ts';
