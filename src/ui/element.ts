type Content = Node | string | null | undefined | false;
type Properties = Record<string, string | boolean | ((event: Event) => void) | null | undefined>;

/**
 * Makes one element. Text becomes text nodes only, so page words can never turn into markup. A property that starts
 * with `on` is a listener; `true` sets an empty attribute; null, undefined and false leave it out.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Properties,
  ...content: Content[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false)
      made.setAttribute(name, value === true ? '' : value);
  }
  for (const part of content) if (part) made.append(part);
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A 16 × 16 drawing made of paths, hidden from screen readers: the words beside it say the same. */
export function drawing(name: string, paths: { d: string; class: string }[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  for (const [key, value] of Object.entries({
    viewBox: '0 0 16 16',
    class: name,
    'aria-hidden': 'true',
    focusable: 'false',
  })) {
    svg.setAttribute(key, value);
  }
  for (const { d, class: paint } of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    path.setAttribute('class', paint);
    svg.append(path);
  }
  return svg;
}
