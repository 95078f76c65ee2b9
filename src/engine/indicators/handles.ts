import { type Canonical, canonicalIs, notCanonical } from './indicator-kinds.ts';
import { canonicalPhone } from './phone-number.ts';
import { plainHandle } from './plain-handle.ts';

/** Host and path of a link of a platform, in plain lower-case letters; undefined for a bare name. */
interface Link {
  host: string;
  /** Parts of the path, without empty ones. */
  path: string[];
  query: URLSearchParams;
}

/** Reads `t.me/x`, `https://www.facebook.com/x?y`, `tg://resolve?domain=x`. */
function linkOf(plain: string): Link | undefined {
  const text = plain.replace(/^hxxp/, 'http').replace(/\[\.\]/g, '.');
  const scheme = /^([a-z]{2,8}):\/\/(?:www\.)?/.exec(text);
  const rest = scheme ? text.slice(scheme[0].length) : text;
  const isApp = scheme && !scheme[1]!.startsWith('http');
  const parts = /^([a-z0-9_.-]+\.[a-z]{2,6})?(\/[^?#]*)?(?:\?([^#]*))?/.exec(
    isApp ? `/${rest}` : rest.replace(/^www\./, ''),
  )!;
  if (!parts[1] && !isApp) return undefined;
  const path = (parts[2] ?? '').split('/').filter(Boolean).map(decoded);
  return { host: isApp ? scheme[1]! : parts[1]!, path, query: new URLSearchParams(parts[3] ?? '') };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Paths of t.me that name no account; Telegram, "Deep links" (core.telegram.org/api/links). */
const TELEGRAM_OWN =
  /^(?:addemoji|addlist|addstickers|addstyle|addtheme|auction|auth|bg|boost|c|call|confirmphone|contact|giftcode|invoice|iv|login|m|nft|proxy|setlanguage|share|socks|web|[akz])$/;
const TELEGRAM_HOST = /^(?:t|telegram)\.me$|^telegram\.dog$/;

function telegramName(name: string): Canonical {
  const plain = name.replace(/^@/, '');
  if (!/^[a-z][a-z0-9_]{2,30}[a-z0-9]$/.test(plain) || TELEGRAM_OWN.test(plain))
    return notCanonical('not a Telegram name: 4 to 32 letters, digits and underscores, beginning with a letter');
  return canonicalIs(`telegram:${plain}`);
}

/** @name, t.me/name, t.me/name/12, name.t.me, tg://resolve?domain=name, and invitations (t.me/+code, t.me/joinchat/code). */
export function canonicalTelegram(value: string): Canonical {
  const plain = plainHandle(value);
  if (!plain) return notCanonical('not a Telegram name or link');
  const link = linkOf(plain);
  if (!link) return telegramName(plain);
  const { host, path, query } = link;
  if (host === 'tg') {
    if (path[0] === 'join') return invitation(query.get('invite') ?? '');
    if (query.get('phone')) return canonicalPhone(`+${query.get('phone')}`);
    return telegramName(query.get('domain') ?? '');
  }
  const own = /^([a-z0-9_]+)\.t\.me$/.exec(host);
  if (own && own[1] !== 'www') return telegramName(own[1]!);
  if (!TELEGRAM_HOST.test(host) || !path[0]) return notCanonical('not a link of Telegram');
  if (path[0] === 'joinchat') return invitation(path[1] ?? '');
  if (/^\+\d{7,15}$/.test(path[0])) return canonicalPhone(path[0]);
  if (/^[+ ]/.test(path[0])) return invitation(path[0].slice(1));
  return telegramName(path[0] === 's' ? (path[1] ?? '') : path[0]);
}

/** Invitations are kept in lower case, as folding leaves them; that two differ in nothing else has no chance to happen. */
function invitation(code: string): Canonical {
  return /^[a-z0-9_-]{10,40}$/.test(code) ? canonicalIs(`telegram:+${code}`) : notCanonical('not an invitation');
}

/** A number, wa.me/number, api.whatsapp.com/send?phone=number; chat.whatsapp.com/code and wa.me/message/code. */
export function canonicalWhatsapp(value: string, country?: string): Canonical {
  const plain = plainHandle(value.replace(/\s+/g, '')) ?? '';
  const link = linkOf(plain);
  if (!link) return canonicalPhone(value, country);
  const { host, path, query } = link;
  const phone = query.get('phone')?.replace(/\D/g, '');
  if (/^(?:wa\.me|(?:api|web)\.whatsapp\.com|whatsapp)$/.test(host)) {
    if (phone) return canonicalPhone(`+${phone}`);
    const code = /^(?:message|qr)$/.test(path[0] ?? '') ? path[1] : undefined;
    if (code && /^[a-z0-9]{8,24}$/.test(code)) return canonicalIs(`whatsapp:message/${code}`);
    if (/^\+?\d{7,15}$/.test(path[0] ?? '')) return canonicalPhone(`+${path[0]!.replace('+', '')}`);
  }
  if (host === 'chat.whatsapp.com' || (/(?:^|\.)whatsapp\.com$/.test(host) && path[0] === 'channel')) {
    const code = path.at(-1) ?? '';
    if (/^[a-z0-9]{15,30}$/.test(code))
      return canonicalIs(`whatsapp:${path[0] === 'channel' ? 'channel' : 'group'}/${code}`);
  }
  return notCanonical('not a number or link of WhatsApp');
}

/** A LINE id, @official id, line.me/ti/p/~id, line.me/R/ti/p/@id, lin.ee/code, page.line.me/id. */
export function canonicalLine(value: string): Canonical {
  const plain = plainHandle(value);
  if (!plain) return notCanonical('not a LINE id or link');
  const link = /^@?[a-z0-9._-]{2,20}$/.test(plain) && !/^(?:lin\.ee|line\.me)/.test(plain) ? undefined : linkOf(plain);
  if (!link) return lineId(plain);
  const { host, path } = link;
  if (host === 'lin.ee' && /^[a-z0-9]{5,12}$/.test(path[0] ?? '')) return canonicalIs(`line:ee/${path[0]}`);
  if (host === 'page.line.me') return lineId(`@${path[0]?.replace(/^@/, '') ?? ''}`);
  if (!/^(?:line\.me|line)$/.test(host)) return notCanonical('not a link of LINE');
  const id = path.at(-1) ?? '';
  if (/^[~@]/.test(id)) return lineId(id.replace(/^~/, ''));
  if (path.includes('g') || path.includes('g2')) return canonicalIs(`line:group/${id}`);
  return path.includes('p') && /^[a-z0-9_-]{6,30}$/.test(id)
    ? canonicalIs(`line:code/${id}`)
    : notCanonical('not a link of LINE that names an account');
}

function lineId(id: string): Canonical {
  return /^(?:@[a-z0-9._-]{3,20}|[a-z0-9._-]{4,20})$/.test(id)
    ? canonicalIs(`line:${id}`)
    : notCanonical('not a LINE id: 4 to 20 letters, digits, dots, dashes and underscores');
}

/** A WeChat id, or u.wechat.com/code. An account that is named by its telephone number is listed as `phone`. */
export function canonicalWechat(value: string): Canonical {
  const plain = plainHandle(value);
  if (!plain) return notCanonical('not a WeChat id');
  const link = linkOf(plain);
  if (link) {
    return link.host === 'u.wechat.com' && /^[\w-]{10,40}$/.test(link.path[0] ?? '')
      ? canonicalIs(`wechat:u/${link.path[0]}`)
      : notCanonical('not a link of WeChat');
  }
  return /^[a-z][a-z0-9_-]{5,19}$/.test(plain)
    ? canonicalIs(`wechat:${plain}`)
    : notCanonical('not a WeChat id: 6 to 20 letters, digits, dashes and underscores, beginning with a letter');
}

/** A number, zalo.me/number; zalo.me/g/code and official accounts (zalo.me/id of 15 digits and more, or a name). */
export function canonicalZalo(value: string, country = 'VN'): Canonical {
  const plain = plainHandle(value.replace(/\s+/g, '')) ?? '';
  const link = linkOf(plain);
  if (!link) return canonicalPhone(value, country);
  const [first = '', second = ''] = link.path;
  if (!/^(?:chat\.)?zalo\.me$/.test(link.host)) return notCanonical('not a link of Zalo');
  if (first === 'g' && /^[a-z0-9]{5,20}$/.test(second)) return canonicalIs(`zalo:group/${second}`);
  if (/^\d{15,20}$/.test(first) || /^[a-z][a-z0-9._]{4,40}$/.test(first)) return canonicalIs(`zalo:${first}`);
  return canonicalPhone(first, country);
}

/** Paths of Facebook that name no page. */
const FACEBOOK_OWN =
  /^(?:ads|business|dialog|events|help|home|hashtag|l|login|marketplace|messages|permalink|photo|photos|policies|reel|reels|search|settings|share|sharer|stories|story|watch|[^/]*\.php)$/;

/** facebook.com/name, fb.com, m.me/name, profile.php?id=1, people/x/1, pages/x/1, p/x-1, groups/x. Dots in names do not count. */
export function canonicalFacebook(value: string): Canonical {
  const plain = plainHandle(value);
  if (!plain) return notCanonical('not a name or link of Facebook');
  const link = linkOf(plain);
  if (!link) return /^@/.test(plain) ? facebookName(plain.slice(1)) : notCanonical('give the link of the page');
  const { host, path, query } = link;
  if (!/(?:^|\.)facebook\.com$|^fb\.(?:com|me)$|^m\.me$/.test(host)) return notCanonical('not a link of Facebook');
  const [first = '', second = '', third = ''] = path;
  const id = /^(?:profile|permalink|story)\.php$/.test(first) ? query.get('id') : undefined;
  if (id && /^\d{5,20}$/.test(id)) return canonicalIs(`facebook:${id}`);
  if (/^(?:people|pages)$/.test(first) && /^\d{5,20}$/.test(third)) return canonicalIs(`facebook:${third}`);
  const numbered = first === 'p' ? /-(\d{5,20})$/.exec(second) : null;
  if (numbered) return canonicalIs(`facebook:${numbered[1]}`);
  if (first === 'groups')
    return /^[a-z0-9.]{3,60}$/.test(second)
      ? canonicalIs(`facebook:groups/${second.replaceAll('.', '')}`)
      : notCanonical('not a group');
  if (FACEBOOK_OWN.test(first)) return notCanonical('a link of Facebook that names no page');
  return facebookName(first);
}

function facebookName(name: string): Canonical {
  const plain = name.replaceAll('.', '');
  if (/^\d{5,20}$/.test(plain)) return canonicalIs(`facebook:${plain}`);
  return /^[a-z0-9_-]{3,60}$/.test(plain) ? canonicalIs(`facebook:${plain}`) : notCanonical('not the name of a page');
}
