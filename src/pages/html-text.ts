import { visibleText } from './visible-text.ts';

const TAGS = /<\/?[a-z][^<>]{0,2000}>/i;
const ENTITY = /&(?:[a-z]{2,8}|#\d{2,6}|#x[\da-f]{2,5});/i;

/**
 * Words of a description that structured data carries as HTML, often escaped twice. Parsed into an inert document:
 * nothing in it runs, loads or is shown.
 */
export function htmlText(html: string): string {
  let text = html;
  for (let round = 0; round < 3 && (TAGS.test(text) || ENTITY.test(text)); round++) text = parsed(text);
  return text.replace(/[ \t]+/g, ' ').trim();
}

function parsed(html: string): string {
  try {
    const body = new DOMParser().parseFromString(html, 'text/html').body;
    return visibleText(body).text;
  } catch {
    // A page that enforces Trusted Types may refuse the parser.
    return html.replace(/<(?:br|p|li|div)\b[^<>]{0,2000}>/gi, '\n').replace(/<[^<>]{1,2000}>/g, ' ');
  }
}
