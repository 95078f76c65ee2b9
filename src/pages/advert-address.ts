/**
 * What of an address can name one advert: its path, and query values with a digit in them. The rest of a query says
 * where a person came from and changes with every load.
 */
export function advertAddress(href: string): string {
  const { host, pathname, searchParams } = new URL(href);
  const parameters: string[] = [];
  // Not entries(): in Firefox's content scripts the iterator of URLSearchParams is not iterable.
  searchParams.forEach((value, name) => {
    if (/^[\w-]{1,40}$/.test(value) && /\d/.test(value) && parameters.length < 3) parameters.push(`${name}=${value}`);
  });
  return host + pathname + (parameters.length > 0 ? `?${parameters.join('&')}` : '');
}

export function pathOf(url: string): string {
  try {
    return decodeURI(new URL(url).pathname);
  } catch {
    return '';
  }
}
