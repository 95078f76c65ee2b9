const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
}

/** JSON for a script element: `<` is escaped so that no text can end the element. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/** Small stable number from a text, for colours and counters that must not change between runs. */
export function numberFrom(text: string, below: number): number {
  let sum = 7;
  for (const sign of text) sum = (sum * 31 + sign.codePointAt(0)!) % 1_000_003;
  return ((sum * 48_271) % 2_147_483_647) % below;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `21 Nov` from an ISO time, whatever the machine's zone. */
export function dayOf(iso: string): string {
  return `${Number(iso.slice(8, 10))} ${MONTHS[Number(iso.slice(5, 7)) - 1]}`;
}

export function timeElement(iso: string, shown = `${dayOf(iso)}, ${iso.slice(11, 16)}`): string {
  return `<time datetime="${iso}">${shown}</time>`;
}

/** First letter of a name that is a letter or digit. */
export function initialOf(name: string): string {
  return /[\p{L}\p{N}]\p{M}*/u.exec(name)?.[0] ?? '?';
}

export interface PageParts {
  title: string;
  /** Names of files in `static`, without the ending. */
  styles: string[];
  scripts?: string[];
  head?: string;
  body: string;
  bodyClass?: string;
}

/** A whole document. No inline script or style: the pages run under a strict content security policy, as many sites do. */
export function page({ title, styles, scripts = [], head = '', body, bodyClass = '' }: PageParts): string {
  const links = ['base', ...styles].map((name) => `<link rel="stylesheet" href="/static/${name}.css">`).join('\n');
  const tags = scripts.map((name) => `<script type="module" src="/static/${name}.js"></script>`).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeMarkup(title)}</title>
<link rel="icon" href="/static/mark.svg">
${links}
${head}
</head>
<body class="${bodyClass}">
${body}
${tags}
</body>
</html>
`;
}
