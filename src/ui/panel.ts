import type { Explanation } from '../messages.ts';
import { element } from './element.ts';
import { explanationView } from './explanation-view.ts';
import { closeDrawing } from './level-drawing.ts';
import type { PageStrings } from './page-strings.ts';
import panelCss from './panel.css?inline';
import { adoptStyle } from './shadow-style.ts';
import type { ExplanationCallbacks } from './view-context.ts';

export interface PanelOptions {
  strings: PageStrings;
  lang: string;
  dir: 'ltr' | 'rtl';
  callbacks: ExplanationCallbacks;
  /** Called once, after the panel is gone. Give the focus back here. */
  onClose(): void;
}

export interface PanelHandle {
  host: HTMLElement;
  close(): void;
}

/**
 * Shows everything about one advert beside the page: not modal, the page stays in use. In the top layer where the
 * browser has popovers, so that the site's own layers never lie over it; else fixed above them.
 */
export function openPanel(explanation: Explanation, options: PanelOptions): PanelHandle {
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  adoptStyle(root, panelCss);

  const closeButton = element(
    'button',
    {
      type: 'button',
      class: 'close',
      title: options.strings.close,
      'aria-label': options.strings.close,
      onclick: close,
    },
    closeDrawing(),
  );
  const panel = element(
    'div',
    {
      class: `panel ${explanation.level}`,
      role: 'dialog',
      'aria-label': options.strings.panelName,
      lang: options.lang,
      dir: options.dir,
      tabindex: '-1',
    },
    closeButton,
    explanationView(explanation, options),
  );
  root.append(panel);
  for (const type of ['click', 'mousedown', 'pointerdown', 'keydown', 'keyup', 'keypress']) {
    root.addEventListener(type, (event) => event.stopPropagation());
  }
  panel.addEventListener('keydown', onEscape);
  document.addEventListener('keydown', onEscape);

  document.documentElement.append(host);
  if (typeof panel.showPopover === 'function') {
    // Manual: a press on the page must not close what a person is comparing with it.
    panel.popover = 'manual';
    panel.showPopover();
  }
  panel.focus({ preventScroll: true });

  let open = true;
  function close(): void {
    if (!open) return;
    open = false;
    document.removeEventListener('keydown', onEscape);
    host.remove();
    options.onClose();
  }

  function onEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    close();
  }

  return { host, close };
}
