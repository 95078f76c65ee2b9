import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { copyText } from '../../src/ui/copy-text.ts';
import { openPanel } from '../../src/ui/panel.ts';
import { offerPanelTools } from '../../src/ui/panel-tools.ts';
import { plainTextReport } from '../../src/ui/plain-text-report.ts';

export default defineUnlistedScript(() => offerPanelTools({ openPanel, plainTextReport, copyText }));
