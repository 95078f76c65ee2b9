import { canonicalCompany } from './company-name.ts';
import {
  canonicalFacebook,
  canonicalLine,
  canonicalTelegram,
  canonicalWechat,
  canonicalWhatsapp,
  canonicalZalo,
} from './handles.ts';
import type { Canonical, IndicatorKind } from './indicator-kinds.ts';
import { canonicalPhone } from './phone-number.ts';
import { canonicalWallet } from './wallet-address.ts';
import { canonicalDomain, canonicalEmail } from './web-names.ts';

const LONGEST_VALUE = 300;

/**
 * The one form of a value, whatever way it is written, or why it is not a value of its kind. `country` (ISO 3166) reads
 * numbers without calling code. A telephone number has one form whether it is called, or written to by messenger.
 */
export function canonicalIndicator(kind: IndicatorKind, value: string, country?: string): Canonical {
  const written = value.slice(0, LONGEST_VALUE);
  switch (kind) {
    case 'telegram':
      return canonicalTelegram(written);
    case 'whatsapp':
      return canonicalWhatsapp(written, country);
    case 'line':
      return canonicalLine(written);
    case 'wechat':
      return canonicalWechat(written);
    case 'zalo':
      return canonicalZalo(written, country);
    case 'facebook':
      return canonicalFacebook(written);
    case 'phone':
      return canonicalPhone(written, country);
    case 'domain':
      return canonicalDomain(written);
    case 'email':
      return canonicalEmail(written);
    case 'wallet':
      return canonicalWallet(written);
    case 'company':
      return canonicalCompany(written);
  }
}
