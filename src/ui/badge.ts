import type { Level } from '../engine/verdict.ts';
import badgeCss from './badge.css?inline';
import { element } from './element.ts';
import { closeDrawing, levelDrawing } from './level-drawing.ts';
import type { PageStrings } from './page-strings.ts';
import { adoptStyle } from './shadow-style.ts';

export interface BadgeOptions {
  level: Level;
  /** The level in words and the number of signs: see `badgeLabel`. */
  label: string;
  strings: PageStrings;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The person put this warning away: only a dot stays. */
  dismissed?: boolean;
  onOpen(): void;
  onDismiss(): void;
  onRestore(): void;
}

export interface BadgeHandle {
  /** The element in the page. Has no telling name, class or attribute; its shadow root is closed. */
  host: HTMLElement;
  update(changes: Partial<Pick<BadgeOptions, 'level' | 'label' | 'dismissed'>>): void;
  /** Back to where the panel was opened from. */
  focus(): void;
  remove(): void;
}

/** Kept to ourselves: a card under the badge must neither open nor start a drag when the badge is pressed. */
const KEPT_EVENTS = [
  'click',
  'dblclick',
  'auxclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
];

/** Announcing every badge of a long feed would drown the page: one at a time, the others are read where they stand. */
const ANNOUNCE_EVERY_MS = 4000;
let lastAnnounced = Number.NEGATIVE_INFINITY;

const keep = (event: Event): void => event.stopPropagation();

/** After words in a line of theirs the badge takes no height of its own: what stands below stays where it is. */
const IN_LINE = ':host{margin-block:-6px!important;margin-inline-start:6px!important}';

function endsInLine(parent: Element): boolean {
  let last = parent.lastChild;
  while (last?.nodeType === Node.TEXT_NODE && last.nodeValue?.trim() === '') last = last.previousSibling;
  if (last?.nodeType === Node.TEXT_NODE) return true;
  return last?.nodeType === Node.ELEMENT_NODE && getComputedStyle(last as Element).display === 'inline';
}

/** Appends a one-line label as the last child of `parent`, so that no node of the page is moved or split. */
export function mountBadge(parent: Element, options: BadgeOptions): BadgeHandle {
  const { strings } = options;
  const state = { level: options.level, label: options.label, dismissed: options.dismissed ?? false };
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  adoptStyle(root, badgeCss, endsInLine(parent) ? IN_LINE : '');
  const badge = element('span', { dir: options.dir, lang: options.lang });
  const status = element('span', { class: 'unseen', role: 'status' });
  root.append(badge, status);
  for (const type of KEPT_EVENTS) root.addEventListener(type, keep);

  function draw(): void {
    const warns = state.level === 'caution' || state.level === 'high';
    const putAway = warns && state.dismissed;
    const quiet = state.level === 'none';
    badge.className = `badge ${state.level}${putAway ? ' put-away' : ''}${quiet ? ' quiet' : ''}`;
    if (putAway) {
      badge.replaceChildren(
        element(
          'button',
          { type: 'button', class: 'restore', title: strings.badgeRestore, onclick: () => change(false) },
          element('span', { class: 'dot' }),
          element('span', { class: 'unseen' }, strings.badgeRestore),
        ),
      );
      return;
    }
    const open = element(
      'button',
      {
        type: 'button',
        class: 'open',
        'aria-haspopup': 'dialog',
        onclick: () => options.onOpen(),
        title: quiet ? state.label : null,
      },
      levelDrawing(state.level),
      element('span', { class: quiet ? 'unseen' : 'word' }, state.label),
      element('span', { class: 'unseen' }, `· ${quiet ? strings.badgeNotProof : strings.badgeShowWhy}`),
    );
    const hide =
      warns &&
      element(
        'button',
        { type: 'button', class: 'hide', title: strings.badgeHide, onclick: () => change(true) },
        closeDrawing(),
        element('span', { class: 'unseen' }, strings.badgeHide),
      );
    badge.replaceChildren(...(hide ? [open, hide] : [open]));
  }

  function change(dismissed: boolean): void {
    state.dismissed = dismissed;
    draw();
    focus();
    if (dismissed) options.onDismiss();
    else options.onRestore();
  }

  function focus(): void {
    badge.querySelector('button')?.focus();
  }

  function announce(): void {
    const warns = (state.level === 'caution' || state.level === 'high') && !state.dismissed;
    const now = performance.now();
    if (!warns || now - lastAnnounced < ANNOUNCE_EVERY_MS) return;
    lastAnnounced = now;
    // A live region speaks only what changes in it after it is in the page.
    setTimeout(() => {
      status.textContent = state.label;
      setTimeout(() => status.replaceChildren(), 2000);
    }, 100);
  }

  draw();
  parent.append(host);
  announce();

  return {
    host,
    update(changes) {
      const before = { ...state };
      Object.assign(state, changes);
      if (before.level === state.level && before.label === state.label && before.dismissed === state.dismissed) return;
      draw();
      if (state.level !== before.level) announce();
    },
    focus,
    remove: () => host.remove(),
  };
}
