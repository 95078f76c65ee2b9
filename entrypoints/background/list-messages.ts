import type { FromUi } from '../../src/messages.ts';
import { checkLists, stopCheck } from './check-lists.ts';
import { setListAlarm } from './list-alarm.ts';
import { listsReport } from './list-report.ts';
import { addList, previewList, removeList } from './subscriptions.ts';

type ListMessage =
  | 'ui:lists'
  | 'ui:check-lists'
  | 'ui:stop-check'
  | 'ui:preview-list'
  | 'ui:add-list'
  | 'ui:remove-list';

/** What our own pages ask about lists. */
export const listHandlers: { [K in ListMessage]: (input: FromUi[K]['in']) => Promise<FromUi[K]['out']> } = {
  'ui:lists': () => listsReport(),
  async 'ui:check-lists'() {
    // Not waited for: the page asks how far it is.
    void checkLists('all').then(() => setListAlarm('later'));
    return { started: true };
  },
  async 'ui:stop-check'() {
    await stopCheck();
    return { stopped: true };
  },
  'ui:preview-list': ({ link }) => previewList(link),
  'ui:add-list': ({ link }) => addList(link),
  'ui:remove-list': async ({ id }) => ({ removed: await removeList(id) }),
};
