import type { Explanation, StorageState } from '../messages.ts';
import { element } from './element.ts';
import type { PageStrings } from './page-strings.ts';
import type { ViewContext } from './view-context.ts';

/** Flag, copy, mistake, hide; each says below what it did, and the last two can be taken back. */
export function ownButtons(explanation: Explanation, { strings, callbacks }: ViewContext): HTMLElement {
  let flagged = explanation.flagged;
  let dismissed = explanation.dismissed ?? null;
  const said = element('p', { class: 'said', role: 'status' });
  const say = (text: string) => said.replaceChildren(text);

  const flag = button('keep', async () => {
    const answer = await callbacks.onFlag(!flagged);
    if (!answer) return say(strings.noAnswer);
    flagged = answer.flagged;
    draw();
    say(answer.storage.ok ? (flagged ? strings.flagNote : strings.flagGone) : storageNotice(answer.storage, strings));
  });
  const copy = button('copy', async () => say((await callbacks.onCopy()) ? strings.copyDone : strings.copyFailed));
  const mistake = button('quiet', () => dismiss('mistake'));
  const hide = button('quiet', () => dismiss('dismissed'));
  const undo = button('quiet', () => dismiss(null));

  async function dismiss(as: 'dismissed' | 'mistake' | null): Promise<void> {
    if (!(await callbacks.onDismiss?.(as))) return say(strings.noAnswer);
    dismissed = as;
    draw();
    if (as) undo.focus();
    else mistake.focus();
    say(as === null ? '' : as === 'mistake' ? strings.mistakeDone : strings.dismissDone);
  }

  function draw(): void {
    flag.textContent = flagged ? strings.flagRemove : strings.flagKeep;
    copy.textContent = strings.copyText;
    mistake.textContent = strings.mistake;
    hide.textContent = strings.dismiss;
    undo.textContent = strings.undo;
    const warns = explanation.level === 'caution' || explanation.level === 'high';
    mistake.hidden = hide.hidden = !callbacks.onDismiss || !warns || dismissed !== null;
    undo.hidden = !callbacks.onDismiss || dismissed === null;
  }

  draw();
  return element(
    'footer',
    { class: 'own' },
    element('div', { class: 'row' }, flag, copy),
    element('div', { class: 'row' }, mistake, hide, undo),
    said,
  );
}

export function storageNotice(
  { fault }: StorageState,
  strings: Pick<PageStrings, 'storageBlocked' | 'storageFull' | 'storageBroken'>,
): string {
  if (fault === 'blocked') return strings.storageBlocked;
  return fault === 'full' ? strings.storageFull : strings.storageBroken;
}

/** A button that cannot be pressed a second time while the first press is still being answered. */
function button(kind: string, act: () => Promise<void>): HTMLButtonElement {
  const made = element('button', { type: 'button', class: kind });
  let busy = false;
  made.addEventListener('click', () => {
    if (busy) return;
    busy = true;
    void act().finally(() => {
      busy = false;
    });
  });
  return made;
}
