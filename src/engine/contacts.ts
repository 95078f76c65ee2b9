import type { Folded } from './folding.ts';

export type ContactKind = 'messenger' | 'phone' | 'email' | 'site' | 'wallet';

/** A way to reach the poster, as written. Folded range. */
export interface Contact {
  kind: ContactKind;
  /** Messenger name, or the domain of an e-mail address or site. */
  service: string;
  value: string;
  start: number;
  end: number;
}

const FREE_MAIL = new Set([
  'gmail.com',
  'googlemail.com',
  'outlook.com',
  'hotmail.com',
  'live.com',
  'yahoo.com',
  'ymail.com',
  'icloud.com',
  'aol.com',
  'proton.me',
  'protonmail.com',
  'gmx.com',
  'gmx.de',
  'mail.com',
  'mail.ru',
  'yandex.ru',
  'yandex.com',
  'bk.ru',
  'list.ru',
  'inbox.ru',
  'ukr.net',
  'rambler.ru',
  'qq.com',
  '163.com',
  '126.com',
  'sina.com',
  'foxmail.com',
  'naver.com',
  'daum.net',
  'hanmail.net',
  'rediffmail.com',
  'tutanota.com',
  'zoho.com',
]);

/** Hosts that say nothing about an employer: networks, shorteners, forms, stores. */
const SHARED_HOSTS =
  /(?:^|\.)(?:facebook|fb|instagram|tiktok|linkedin|twitter|x|youtube|youtu|t|telegram|wa|whatsapp|line|lin|zalo|weixin|wechat|vk|bit|tinyurl|forms|docs|drive|goo|google|linktr|discord|reddit|indeed|naukri|jobstreet|seek|medium|blogspot|wordpress|wixsite|github|apple|microsoft)\.(?:com|me|be|gle|gl|ly|ee|gg|org|net|co|app)$/;

const HANDLE = /(?:^|[\s:(\uff1a>])@([a-z][\w.]{3,31})/gu;
const EMAIL = /[a-z0-9][\w.+-]{0,63}@((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,12})/gu;
const SITE =
  /(?:https?:\/\/|www\.)([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})\S{0,200}|(?:^|[\s:(])((?:[a-z0-9-]{1,63}\.){1,3}(?:com|org|net|co|io|example|gov|edu|ph|id|in|vn|th|my|sg|hk|tw|jp|kr|cn|ru|kz|uz|ua|tr|ae|sa|qa|bd|pk|lk|np|fr|es|pt|br|mx|pe|ke|ng|za|et|de|uk|eu|mt|au|nz|ca|us|jobs|careers|work)(?:\.[a-z]{2})?)(?![\w@])/gu;
const ADDRESS_DOT = /\.[a-z0-9-]/;
const LEAST_DIGITS = 9;
const PHONE = /(?:\+|00)?\d[\d\s().-]{7,17}\d/gu;
const WALLET = /(?<![\w])(?:0x[0-9a-f]{40}|t[1-9a-hj-np-z]{33}|bc1[a-z0-9]{25,60})(?![\w])/gu;

export function isFreeMail(domain: string): boolean {
  return FREE_MAIL.has(domain) || /^(?:yahoo|hotmail|outlook|live|gmx)\./.test(domain);
}

/** Domains that could be an employer's own. */
export function isOwnDomain(domain: string): boolean {
  return !isFreeMail(domain) && !SHARED_HOSTS.test(domain);
}

function collect(text: string, pattern: RegExp, add: (match: RegExpMatchArray) => void): void {
  for (const match of text.matchAll(pattern)) add(match);
}

function hasDigits({ codes, length }: Folded, least: number): boolean {
  let count = 0;
  for (let i = 0; i < length; i++) if (codes[i]! >= 48 && codes[i]! <= 57 && ++count === least) return true;
  return false;
}

/** Contacts other than messenger names (those are phrases); every pattern is linear in the text. */
export function findContacts(folded: Folded): Contact[] {
  const { text } = folded;
  const contacts: Contact[] = [];
  const push = (kind: ContactKind, service: string, match: RegExpMatchArray): void => {
    const lead = /^[\s:(\uff1a>]/.test(match[0]) ? 1 : 0;
    const start = match.index! + lead;
    contacts.push({ kind, service, value: match[0].slice(lead), start, end: match.index! + match[0].length });
  };
  if (text.includes('@')) {
    collect(text, EMAIL, (match) => push('email', match[1]!, match));
    collect(text, HANDLE, (match) => push('messenger', 'handle', match));
  }
  // Most full stops end sentences; an address goes on behind its own.
  if (ADDRESS_DOT.test(text))
    collect(text, SITE, (match) => push('site', (match[1] ?? match[2]!).replace(/^www\./, ''), match));
  if (/0x|bc1|t[1-9a-hj-np-z]{33}/.test(text)) collect(text, WALLET, (match) => push('wallet', 'crypto', match));
  if (hasDigits(folded, LEAST_DIGITS)) {
    collect(text, PHONE, (match) => {
      const digits = match[0].replace(/\D/g, '').length;
      if (digits >= LEAST_DIGITS && digits <= 15 && !/^\d{1,3}([., ]\d{3})+$/.test(match[0].trim()))
        push('phone', '', match);
    });
  }
  return contacts;
}
