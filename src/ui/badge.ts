import type { Level } from '../engine/verdict.ts';
import { element } from './element.ts';
import { closeDrawing, levelDrawing } from './level-drawing.ts';
import type { PageStrings } from './page-strings.ts';
import { adoptStyle } from './shadow-style.ts';

export interface BadgeOptions {
  level: Level;
  /** The level in words and the number of signs: see `badgeLabel`. */
  label: string;
  strings: PageStrings;
  /** What badge.css holds. */
  style: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  /** The person put this warning away: only a dot stays. */
  dismissed?: boolean;
  onOpen(): void;
  onDismiss(): void;
  onRestore(): void;
}

/** Pixels from the host. `small`: the sign alone. `reach`: how far above or below a finger may miss. */
export interface BadgeSpot {
  left: number;
  top: number;
  small: boolean;
  reach: number;
}

export interface BadgeHandle {
  /** The element in the page. Has no telling name, class or attribute; its shadow root is closed. */
  host: HTMLElement;
  /** For places where even a box without size would move something. */
  leaveFlow(): void;
  /** What is seen, inside the root. */
  drawn: HTMLElement;
  /** Pixels, with its words. Only once the host is in the page. */
  width(): number;
  /** Shows the badge at this spot. */
  stand(spot: BadgeSpot): void;
  update(changes: Partial<Pick<BadgeOptions, 'level' | 'label' | 'dismissed'>>): void;
  /** Back to where the panel was opened from. */
  focus(): void;
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

/** A one-line label, in a host without any size: whoever puts it into the page tells it where to stand. */
export function mountBadge(options: BadgeOptions): BadgeHandle {
  const { strings } = options;
  const state = { level: options.level, label: options.label, dismissed: options.dismissed ?? false };
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  adoptStyle(root, options.style);
  const badge = element('span', { dir: options.dir, lang: options.lang });
  const stand = element('span', { class: 'stand' }, badge);
  const status = element('span', { class: 'unseen', role: 'status' });
  root.append(stand, status);
  for (const type of KEPT_EVENTS) root.addEventListener(type, keep);

  /** As it was when it had its words. */
  let width = 0;

  function draw(): void {
    const warns = state.level === 'caution' || state.level === 'high';
    const putAway = warns && state.dismissed;
    const quiet = state.level === 'none';
    stand.classList.remove('small');
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

  return {
    host,
    leaveFlow: () => adoptStyle(root, options.style, ':host{position:absolute!important}'),
    drawn: badge,
    width() {
      if (!stand.classList.contains('small')) width = badge.getBoundingClientRect().width;
      return width;
    },
    stand({ left, top, small, reach }) {
      const isNew = stand.style.translate === '';
      // Moving what is drawn, and not its box, is no shift of the page's layout.
      stand.style.translate = `${Math.round(left)}px ${Math.round(top)}px`;
      stand.style.setProperty('--reach', `${-reach}px`);
      stand.classList.toggle('small', small);
      if (isNew) announce();
    },
    update(changes) {
      const before = { ...state };
      Object.assign(state, changes);
      if (before.level === state.level && before.label === state.label && before.dismissed === state.dismissed) return;
      draw();
      if (state.level !== before.level) announce();
    },
    focus,
  };
}
