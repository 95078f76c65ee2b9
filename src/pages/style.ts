import { documentOf, nameOf, parentOf } from './dom.ts';

/** What stands between an element's text and its neighbours': a new line, a gap, or nothing. */
export type Apart = 'line' | 'gap' | 'no';

const BLOCKS = new Set(
  'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
);
const APART: Record<string, Apart> = {
  inline: 'no',
  contents: 'no',
  'inline-block': 'gap',
  'inline-flex': 'gap',
  'table-cell': 'gap',
};

/** Pixels beyond any screen: where pages park words that only machines shall read. */
const FAR_AWAY = 2000;

/** Elements that start a line by nature; asking for their style would cost more than it tells. */
export const isBlock = (element: Element): boolean => BLOCKS.has(nameOf(element));

export function apartOf(element: Element): Apart {
  const name = nameOf(element);
  if (BLOCKS.has(name)) return 'line';
  if (name === 'td' || name === 'th') return 'gap';
  const display = computed(element)?.display;
  return display ? (APART[display] ?? 'line') : 'no';
}

/** Whether the element cuts off what grows too long: by a number of lines, or by a height that it may not exceed. */
export function clips(element: Element): boolean {
  const style = computed(element);
  if (!style) return false;
  return style.webkitLineClamp !== 'none' || (style.overflowY === 'hidden' && style.maxHeight !== 'none');
}

/** Newlines in the element's own text are shown. */
export function keepsLines(element: Element): boolean {
  const shown = computed(element)?.whiteSpace ?? '';
  return shown.startsWith('pre') || shown === 'break-spaces' || nameOf(element) === 'pre';
}

/** A parsed fragment has no style: it is shown nowhere, and read all the same. */
const isFragment = (element: Element): boolean => documentOf(element) !== globalThis.document;

function computed(element: Element): CSSStyleDeclaration | null {
  if (isFragment(element)) return null;
  try {
    return getComputedStyle(element);
  } catch {
    return null;
  }
}

/**
 * Whether an element's own text can be seen: not hidden by display, visibility or opacity, here or above, not of size
 * zero, not clipped away or parked off the screen (the usual way of keeping words for screen readers only, and a way to hide honest-sounding
 * words from people). Style only, no layout. `faded`: the whole unit is transparent, as while fading in, so that only
 * `display` can tell.
 */
export function isTextShown(element: Element, faded: boolean): boolean {
  if (!isShown(element, faded ? {} : { opacityProperty: true, visibilityProperty: true })) return false;
  const style = computed(element);
  if (!style) return true;
  if (style.fontSize === '0px') return false;
  return !isClipped(style) && !isClippedAbove(element);
}

function isClippedAbove(element: Element): boolean {
  const parent = parentOf(element);
  const style = parent && !isBlock(parent) ? computed(parent) : null;
  return style ? isClipped(style) : false;
}

function isClipped(style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  if (/^rect\((?:0|1)px[, ]/.test(style.clip) || /^inset\((?:50|100)%/.test(style.clipPath)) return true;
  return [style.left, style.top, style.right].some((offset) => Number.parseFloat(offset) <= -FAR_AWAY);
}

/** Whether the element has a box, or is a box-less wrapper of elements that have one. */
export function isShown(element: Element, options: CheckVisibilityOptions = {}): boolean {
  if (isFragment(element)) return true;
  const check = Element.prototype.checkVisibility;
  if (!check) return isShownByStyle(element);
  for (let at: Element | null = element; at; at = parentOf(at)) {
    if (check.call(at, options)) return true;
    // `display: contents` has no box of its own.
    if (computed(at)?.display !== 'contents') return false;
  }
  return false;
}

function isShownByStyle(element: Element): boolean {
  for (let at: Element | null = element; at; at = parentOf(at)) {
    const style = computed(at);
    if (style?.display === 'none' || (at === element && style?.visibility === 'hidden') || style?.opacity === '0')
      return false;
  }
  return true;
}
