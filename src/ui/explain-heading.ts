import type { Kind, Level, Verdict } from '../engine/verdict.ts';
import type { Catalogue, PluralKey } from './catalogue.ts';

const HEADINGS: Record<Exclude<Kind, 'warning-text'>, PluralKey> = {
  none: 'headingGeneral',
  'scam-centre': 'headingScamCentre',
  'advance-fee': 'headingAdvanceFee',
  task: 'headingTask',
  identity: 'headingIdentity',
  mule: 'headingMule',
  impersonation: 'headingImpersonation',
  'quoted-offer': 'headingQuoted',
};

/** The level in two or three words. A sign that is too little for a warning is not "nothing". */
export function levelName(level: Level, signs: number, catalogue: Catalogue): string {
  if (level === 'high') return catalogue.t('levelHigh');
  if (level === 'caution') return catalogue.t('levelCaution');
  if (level === 'cannot-read') return catalogue.t('levelUnread');
  return signs > 0 ? catalogue.t('levelLittle') : catalogue.t('levelNone');
}

/** What was seen, in one sentence; never what the advert "is". */
export function headingOf({ level, kind }: Verdict, signs: number, catalogue: Catalogue): string {
  if (level === 'cannot-read') return catalogue.t('headingUnread');
  if (kind === 'warning-text') return catalogue.t('headingWarningText');
  if (kind === 'quoted-offer' && signs > 0) return catalogue.plural('headingQuoted', signs);
  if (level !== 'none') return catalogue.plural(HEADINGS[kind], signs);
  return signs > 0 ? catalogue.plural('headingLittle', signs) : catalogue.t('headingNone');
}

/** One or two sentences below the heading; a new line between them. */
export function leadOf({ level, kind }: Verdict, catalogue: Catalogue): string {
  if (level === 'cannot-read') return catalogue.t('leadUnread');
  if (kind === 'warning-text') return catalogue.t('leadWarningText');
  if (kind === 'quoted-offer') return catalogue.t('leadQuoted');
  if (level === 'none') return catalogue.t('leadNone');
  const lead = level === 'high' ? catalogue.t('leadHigh') : catalogue.t('leadCaution');
  return kind === 'scam-centre' ? `${catalogue.t('aboutScamCentre')}\n${lead}` : lead;
}
