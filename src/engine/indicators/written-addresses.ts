/** An e-mail or web address as it stands in a text. */
export interface WrittenAddress {
  value: string;
  start: number;
  end: number;
}

/** So many signs (`@`, dots inside words) are looked at: what stands around each costs time. */
const MOST_SIGNS = 400;
const LONGEST_SIDE = 100;

/** Letters, digits and what may stand inside an address; all that is not ASCII counts, accents and scripts alike. */
function isPart(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 65 && code <= 90) ||
    code === 45 ||
    code === 46 ||
    code === 95 ||
    code === 43 ||
    (code > 0xa0 && !isMark(code))
  );
}

/** Spaces and marks of other scripts. */
function isMark(code: number): boolean {
  return (
    code === 0xab ||
    code === 0xbb ||
    (code >= 0x2000 && code <= 0x206f) ||
    (code >= 0x3000 && code <= 0x3020) ||
    (code >= 0xff00 && code <= 0xff0f) ||
    (code >= 0xff1a && code <= 0xff20)
  );
}

function leftOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_SIDE && isPart(text.charCodeAt(start - 1))) start--;
  return start;
}

function rightOf(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < LONGEST_SIDE && isPart(text.charCodeAt(end))) end++;
  return end;
}

const LOCAL = /[\p{L}\p{N}][\p{L}\p{N}._+-]{0,63}$/u;
const HOST = /^(?:[\p{L}\p{N}-]{1,63}\.){1,4}(?:xn--[a-z0-9-]{2,59}|\p{L}{2,24})/u;
/** Scripts that are written without spaces: an address among them begins and ends where Latin letters do. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]/;
const LATIN_SITE = /(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}(?![\w-])/gi;
const LATIN_HOST = /^(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}/i;

/** E-mail addresses of a text. */
export function emailsIn(text: string): WrittenAddress[] {
  const found: WrittenAddress[] = [];
  let signs = 0;
  for (let at = text.indexOf('@'); at >= 0 && signs < MOST_SIGNS; at = text.indexOf('@', at + 1), signs++) {
    const right = text.slice(at + 1, rightOf(text, at + 1));
    const host = (UNSPACED.test(right) && LATIN_HOST.exec(right)) || HOST.exec(right);
    if (!host) continue;
    const left = text.slice(leftOf(text, at), at);
    const local = (UNSPACED.test(left) && /[a-z0-9][\w.+-]{0,63}$/i.exec(left)) || LOCAL.exec(left);
    if (!local) continue;
    const value = `${local[0]}@${host[0]}`;
    found.push({ value, start: at - local[0].length, end: at + 1 + host[0].length });
  }
  return found;
}

/** Web addresses of a text, without what follows the host. */
export function sitesIn(text: string): WrittenAddress[] {
  const found: WrittenAddress[] = [];
  let signs = 0;
  let done = 0;
  for (let at = text.indexOf('.'); at >= 0 && signs < MOST_SIGNS; at = text.indexOf('.', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if (at < done || next === 46 || !(next > 64) || !isPart(next) || at === 0 || !isPart(text.charCodeAt(at - 1)))
      continue;
    signs++;
    const start = leftOf(text, at);
    const end = rightOf(text, at + 1);
    done = end;
    if (text[start - 1] === '@') continue;
    const around = text.slice(start, end);
    const host = HOST.exec(around);
    if (host && host[0].length === around.replace(/[.+_-]+$/, '').length)
      found.push({ value: host[0], start, end: start + host[0].length });
    if (!UNSPACED.test(around)) continue;
    for (const { 0: value, index } of around.matchAll(LATIN_SITE))
      found.push({ value, start: start + index, end: start + index + value.length });
  }
  return found;
}
