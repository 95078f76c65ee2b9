import type { AddressSet } from './address-set.ts';
import {
  canonicalFacebook,
  canonicalLine,
  canonicalTelegram,
  canonicalWechat,
  canonicalWhatsapp,
  canonicalZalo,
} from './handles.ts';
import type { Canonical } from './indicator-kinds.ts';

/** Messenger names found in the text, by id of their rule. Folded range. */
export interface NamedMessenger {
  id: string;
  start: number;
  end: number;
}

/** Links of messengers and networks, up to the first space; the platform's own reader decides what they name. */
const LINK =
  /(?:(?<![a-z0-9_.-])(?:t\.me|telegram\.(?:me|dog)|wa\.me|(?:api|chat|web|www)\.whatsapp\.com|whatsapp\.com\/channel|(?:page\.)?line\.me|lin\.ee|zalo\.me|(?:[a-z-]{1,9}\.)?facebook\.com|fb\.(?:com|me)|m\.me|u\.wechat\.com)\/|tg:\/\/)[^\s"'<>()[\]{}\u3000-\u3002\uff00-\uffef]{1,200}|(?<![a-z0-9_.-])[a-z0-9_]{5,32}\.t\.me(?![a-z0-9])/g;
/** Cheap to look for, and in every one of them. */
const IS_LINKED = /\.(?:me|dog|com|ee)\/|tg:\/\/|\.t\.me/;
const PLATFORMS: [begins: RegExp, canonical: (value: string) => Canonical][] = [
  [/^(?:tg:|t\.me|telegram\.|[a-z0-9_]+\.t\.me)/, canonicalTelegram],
  [/^(?:[a-z]+\.)?whatsapp\.com|^wa\.me/, canonicalWhatsapp],
  [/^(?:page\.)?line\.me|^lin\.ee/, canonicalLine],
  [/^zalo\.me/, canonicalZalo],
  [/^(?:[a-z-]+\.)?facebook\.com|^fb\.|^m\.me/, canonicalFacebook],
  [/^u\.wechat/, canonicalWechat],
];

/** Hands on the form of each link in folded text. `written` gives the original spelling of a folded range. */
export function readLinks(
  text: string,
  written: (start: number, end: number) => string,
  add: (form: Canonical, start: number, end: number) => void,
): void {
  if (!IS_LINKED.test(text)) return;
  for (const match of text.matchAll(LINK)) {
    const link = match[0].replace(/[.,;:!?*]+$/, '');
    const canonical = PLATFORMS.find(([begins]) => begins.test(link))?.[1];
    const end = match.index + link.length;
    if (canonical) add(canonical(written(match.index, end)), match.index, end);
  }
}

const BY_MESSENGER: Record<string, (value: string) => Canonical> = {
  telegram: (value) => canonicalTelegram(value.replace(/\..*$/, '')),
  line: canonicalLine,
  wechat: (value) => canonicalWechat(value.replace(/^@/, '')),
};

/** What may stand between a messenger's name and an account; then the account. */
const ACCOUNT_BEHIND =
  /^((?:[\s:=\-–"“”«»()[\]>→,|]|(?:id|acc|account|username|user|name|nick|contact|only|at|hr|me)(?![a-z0-9_])|号|號|帳|账|ไอดี|아이디|ид|ник){0,8})(@?[a-z0-9\u0370-\u052f][a-z0-9._\-\u0370-\u052f]{2,31})/;
/** Ordinary words stand behind a messenger's name too: an account is marked as one, or is no word. */
const IS_MARK = /[:=@]/;
const IS_NO_WORD = /[\d_]/;
const REACH = 60;

const HANDLE = /(?<![\w.@/])@[a-z\u0370-\u052f][\w.\u0370-\u052f]{2,31}/g;
/** Networks on which a bare @name is an account of their own. */
const NAMES_OF_ITS_OWN =
  /(?:^|\.)(?:x|twitter|instagram|tiktok|facebook|threads|youtube|linkedin|vk|reddit|discord|line)\.(?:com|net|me)$/;
const OTHER_NETWORK_BEFORE =
  /(?:instagram|insta|twitter|tiktok|youtube|snapchat|discord|threads|kakao|viber|skype|signal|(?<![a-z])(?:ig|fb|x))[\s:=\-–(]{0,3}$/;
/** How far a messenger's name may stand from a bare @name to be the one it belongs to. */
const NEAR_BEFORE = 40;
const NEAR_BEHIND = 14;
/** Names beyond these are not looked at: each is held against the messengers around it. */
const MOST_NAMED = 200;
const MOST_HANDLES = 200;

function messengerOf(text: string, start: number, end: number, named: NamedMessenger[]): string | undefined {
  const before = named.findLast((hit) => hit.end <= start + 1 && start - hit.end <= NEAR_BEFORE);
  if (before && !text.slice(before.end, start).includes('\n')) return before.id;
  return named.find((hit) => hit.start >= end && hit.start - end <= NEAR_BEHIND)?.id;
}

/**
 * Names of accounts in folded text: behind a messenger's name, and bare `@name`. A bare name belongs to the messenger that
 * is named beside it, else to the only one that the advert names, else to Telegram, unless the page's own network uses
 * such names: the same name on another network may be somebody else.
 */
export function addAccounts(
  text: string,
  written: (start: number, end: number) => string,
  allNamed: NamedMessenger[],
  host: string,
  addresses: AddressSet,
): void {
  const named = allNamed.slice(0, MOST_NAMED);
  for (const { id, end } of named) {
    const canonical = BY_MESSENGER[id];
    const match = canonical && ACCOUNT_BEHIND.exec(text.slice(end, end + REACH).split('\n\n')[0]!);
    if (!match) continue;
    const [, lead, name] = match as unknown as [string, string, string];
    const isMarked = IS_MARK.test(lead) || name.startsWith('@') || IS_MARK.test(text[end - 1]!);
    if (!isMarked && !IS_NO_WORD.test(name)) continue;
    const plain = name.replace(/[._-]+$/, '');
    const from = end + lead.length;
    addresses.addForm(canonical(written(from, from + plain.length)), from, from + plain.length);
  }
  const ids = new Set(named.map(({ id }) => id));
  if (!text.includes('@')) return;
  let handles = 0;
  for (const match of text.matchAll(HANDLE)) {
    if (++handles > MOST_HANDLES) break;
    const start = match.index;
    const end = start + match[0].replace(/[._]+$/, '').length;
    if (OTHER_NETWORK_BEFORE.test(text.slice(Math.max(0, start - 16), start))) continue;
    const beside = messengerOf(text, start, end, named);
    const only = ids.size === 1 ? [...ids][0]! : 'telegram';
    const id = beside ?? (NAMES_OF_ITS_OWN.test(host) && ids.size === 0 ? '' : only);
    const canonical = BY_MESSENGER[id];
    if (canonical) addresses.addForm(canonical(written(start, end)), start, end);
  }
}
