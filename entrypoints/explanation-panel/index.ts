import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { offerPanelTools } from '../../src/ui/panel-tools.ts';
import { openForPosting } from './open-for-posting.ts';

export default defineUnlistedScript(() => offerPanelTools({ openForPosting }));
