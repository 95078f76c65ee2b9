import { useEffect, useState } from 'preact/hooks';
import type { StorageState } from '../../messages.ts';
import { send } from '../send.ts';
import { storageNotice } from '../view-own-buttons.ts';
import { useSession } from './session.ts';

/** Said once, quietly, when nothing can be kept: warnings do not depend on it. */
export function StorageNotice() {
  const { strings } = useSession();
  const [storage, keep] = useState<StorageState>({ ok: true });
  useEffect(() => {
    void send('ui:list', {}).then((answer) => answer.ok && keep(answer.value.storage));
  }, []);
  return storage.ok ? null : <p class="notice">{storageNotice(storage, strings)}</p>;
}
