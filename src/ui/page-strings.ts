import type { Catalogue, MessageKey } from './catalogue.ts';
import { fill } from './fill.ts';

/** Messages that the badge and the panel need; they live in pages, where no catalogue can be loaded. */
const PAGE_KEYS = [
  'levelHigh',
  'levelCaution',
  'levelNone',
  'levelLittle',
  'levelUnread',
  'badgeShowWhy',
  'badgeHide',
  'badgeRestore',
  'badgeNotProof',
  'sectionSeen',
  'sectionFor',
  'sectionTogether',
  'sectionWhole',
  'sectionDo',
  'sectionAsk',
  'sectionAdvert',
  'sectionAdvertPlain',
  'honestNote',
  'reasonMore',
  'reasonHonest',
  'reasonSources',
  'sourceDated',
  'reasonFromList',
  'alsoSeen',
  'weakerSigns',
  'askReport',
  'askLicence',
  'askPeople',
  'chooseCountry',
  'chooseCountryWhy',
  'flagKeep',
  'flagRemove',
  'flagNote',
  'flagGone',
  'copyText',
  'copyDone',
  'copyFailed',
  'dismiss',
  'dismissDone',
  'mistake',
  'mistakeDone',
  'undo',
  'close',
  'panelName',
  'opensTab',
  'contactShort',
  'contactHours',
  'contactLanguages',
  'contactChecked',
  'contactOld',
  'contactMore',
  'relationFrom',
  'relationTo',
  'relationAny',
  'storageBlocked',
  'storageFull',
  'storageBroken',
  'noAnswer',
  'reportTitle',
  'reportLevel',
  'reportSeen',
  'reportPage',
  'reportLink',
  'reportPoster',
  'reportJob',
  'reportCompany',
  'reportPlace',
  'reportPay',
  'reportText',
  'reportList',
  'reportNote',
] as const satisfies readonly MessageKey[];

const MOST_COUNTED = 40;

type SignsForm = `signs_${Intl.LDMLPluralRule}`;

/** Templates with `$1` to `$9` still open, in the person's language; also every plural form of `signs`. */
export type PageStrings = Record<(typeof PAGE_KEYS)[number], string> &
  Partial<Record<SignsForm | 'signs_counted', string>>;

/** What `PageSetup.strings` holds. */
export function pageStrings(catalogue: Catalogue): PageStrings {
  const strings: Partial<Record<string, string>> = {};
  for (const key of PAGE_KEYS) strings[key] = catalogue.template(key);
  const rules = new Intl.PluralRules(catalogue.lang);
  for (const form of rules.resolvedOptions().pluralCategories)
    strings[`signs_${form}`] = catalogue.pluralTemplate('signs', form);
  // Counted here: loading plural rules and digits costs a page more than everything else about a badge.
  const digits = new Intl.NumberFormat(catalogue.lang);
  strings.signs_counted = Array.from({ length: MOST_COUNTED }, (_, at) =>
    fill(catalogue.pluralTemplate('signs', rules.select(at + 1)), digits.format(at + 1)),
  ).join('\n');
  return strings as PageStrings;
}
