const sheets = new Map<string, CSSStyleSheet | null>();

/**
 * Gives a shadow root its style. One constructed sheet is shared by all badges and is free of the page's content
 * policy; where a browser refuses it across worlds (Firefox content scripts), a style element in the root does the
 * same. A second call replaces what the first one gave.
 */
export function adoptStyle(root: ShadowRoot, base: string, more = ''): void {
  const css = base + more;
  const sheet = sharedSheet(css);
  if (sheet) {
    try {
      root.adoptedStyleSheets = [sheet];
      if (root.adoptedStyleSheets.length === 1) return;
    } catch {
      sheets.set(css, null);
    }
  }
  root.querySelector('style')?.remove();
  const style = document.createElement('style');
  style.textContent = css;
  root.prepend(style);
}

function sharedSheet(css: string): CSSStyleSheet | null {
  const known = sheets.get(css);
  if (known !== undefined) return known;
  let sheet: CSSStyleSheet | null = null;
  try {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  } catch {
    sheet = null;
  }
  sheets.set(css, sheet);
  return sheet;
}
