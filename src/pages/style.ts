import { attributeOf, nameOf } from './dom.ts';

/** What the walk must know of an element. Read from computed style, which needs no layout. */
export interface ElementStyle {
  /** No text in it can be seen. */
  hidden: boolean;
  /** Its own text cannot be seen, a child's may be. */
  invisible: boolean;
  /** What stands between its text and its neighbours': a new line, a gap, or nothing. */
  apart: 'line' | 'gap' | 'no';
  /** Newlines in its text are shown. */
  keepsLines: boolean;
}

const BLOCKS = new Set(
  'address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

const APART: Record<string, ElementStyle['apart']> = {
  inline: 'no',
  contents: 'no',
  'inline-block': 'gap',
  'inline-flex': 'gap',
  'table-cell': 'gap',
};

export function styleOf(element: Element): ElementStyle {
  const style = computed(element);
  const inline = attributeOf(element, 'hidden') !== null;
  if (!style?.display) {
    // No style engine (tests, parsed fragments): tags and the hidden attribute decide.
    const none = style?.display === 'none' || inline;
    return {
      hidden: none,
      invisible: false,
      apart: BLOCKS.has(nameOf(element)) ? 'line' : 'no',
      keepsLines: nameOf(element) === 'pre',
    };
  }
  const { display, visibility } = style;
  return {
    hidden: display === 'none' || style.opacity === '0' || style.fontSize === '0px' || isClipped(style),
    invisible: visibility === 'hidden' || visibility === 'collapse',
    apart: APART[display] ?? 'line',
    keepsLines: (style.whiteSpace ?? '').startsWith('pre') || style.whiteSpace === 'break-spaces',
  };
}

function computed(element: Element): CSSStyleDeclaration | null {
  try {
    return getComputedStyle(element);
  } catch {
    return null;
  }
}

/** The usual way of keeping words for screen readers only; a page may also hide honest-sounding words so. */
function isClipped(style: CSSStyleDeclaration): boolean {
  if (style.position !== 'absolute' && style.position !== 'fixed') return false;
  return /^rect\((0|1)px[, ]/.test(style.clip) || /^inset\((50|100)%/.test(style.clipPath);
}

/** Whether the element has a box, or is a box-less wrapper of elements that have one. */
export function isShown(element: Element): boolean {
  const check = Element.prototype.checkVisibility;
  if (!check || check.call(element)) return true;
  return computed(element)?.display === 'contents';
}
