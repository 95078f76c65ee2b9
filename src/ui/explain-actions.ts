import type { Posting } from '../engine/posting.ts';
import type { Verdict } from '../engine/verdict.ts';
import type { ShownLink } from '../messages.ts';
import type { Catalogue } from './catalogue.ts';

export interface Action {
  text: string;
  link?: ShownLink;
}

interface Situation {
  posting: Posting;
  verdict: Verdict;
  home: string;
  licence: ShownLink[];
}

/** Signals that speak of work in another country even where no place was recognised. */
const ABROAD = [
  'hotspot-destination',
  'transit-route',
  'tourist-visa-for-work',
  'paid-travel-and-housing',
  'work-abroad',
  'destination-hidden-or-changed',
  'no-licence-shown',
];

/**
 * Three things to do now. First a look-up that costs nothing and that nobody notices; then what this very offer calls
 * for; then talking to someone, because a recruiter who asks for silence counts on it.
 */
export function chooseActions(situation: Situation, catalogue: Catalogue): Action[] {
  const { verdict } = situation;
  const { t } = catalogue;
  const show = { text: t('actShow') };
  const contract = { text: t('actContract') };
  if (verdict.level === 'cannot-read') return [{ text: t('actPaste') }, contract, show];
  if (verdict.kind === 'warning-text') return [{ text: t('actPasteOffer') }, show];

  const checks = quietChecks(situation, catalogue);
  const office = { text: t('actAskOffice') };
  if (verdict.level === 'none' && verdict.kind !== 'quoted-offer')
    return [checks[0] ?? office, contract, checks[1] ?? show];
  const own = ownAnswer(situation, catalogue);
  if (verdict.kind === 'quoted-offer') return [{ text: t('actPasteOffer') }, own, show];
  const ordered = checks[0] ? [checks[0], own, checks[1] ?? contract] : [own, office, contract];
  const distinct = ordered.filter(({ text }, index) => ordered.findIndex((other) => other.text === text) === index);
  return [...distinct.slice(0, 2), show];
}

/** Checks that nobody notices, best first. */
function quietChecks({ posting, verdict, home, licence }: Situation, catalogue: Catalogue): Action[] {
  const signals = new Set(verdict.reasons.filter((reason) => reason.weight > 0).map((reason) => reason.signal));
  const abroad = verdict.destinations.some((country) => country !== home) || ABROAD.some((id) => signals.has(id));
  const pay = verdict.reasons.find((reason) => reason.pay && reason.pay.ratio >= 1.5)?.pay;
  const register = abroad && licence[0] ? [{ text: catalogue.t('actRegister'), link: licence[0] }] : [];
  const named = posting.company && (!signals.has('vague-employer') || verdict.kind === 'impersonation');
  const company = named ? [{ text: catalogue.t('actCompanySite', posting.company!) }] : [];
  // An employer who hides nothing is best looked up by name.
  const checks: Action[] = verdict.level === 'none' ? [...company, ...register] : [...register, ...company];
  if (pay) checks.push({ text: catalogue.t('actComparePay', catalogue.country(pay.country)) });
  if (abroad && !home) checks.push({ text: catalogue.t('actRegisterChoose') });
  return checks;
}

/** The one thing that this kind of offer, and the strongest of its signs, calls for. */
function ownAnswer({ verdict }: Situation, catalogue: Catalogue): Action {
  const { t } = catalogue;
  const signals = new Set(verdict.reasons.filter((reason) => reason.weight > 0).map((reason) => reason.signal));
  const destination = verdict.destinations[0];
  const visa = destination ? t('actAskVisa', catalogue.country(destination)) : t('actAskVisaAnywhere');
  const byKind: Partial<Record<Verdict['kind'], string>> = {
    'advance-fee': t('actNoFee'),
    task: t('actNoTopUp'),
    identity: t('actNoPapers'),
    mule: t('actNoAccount'),
    impersonation: t('actAskOffice'),
  };
  const bySignal: [signal: string, text: string][] = [
    ['cover-story-coaching', t('actNoCover')],
    ['tourist-visa-for-work', visa],
    ['fixed-term-with-penalty', t('actKeepPassport')],
    ['closed-compound-living', t('actKeepPassport')],
    ['upfront-fee', t('actNoFee')],
    ['deposit-to-unlock', t('actNoTopUp')],
    ['account-for-money', t('actNoAccount')],
    ['identity-documents-asked', t('actNoPapers')],
    ['passport-asked-early', t('actNoPapers')],
    ['transit-route', t('actAddress')],
    ['destination-hidden-or-changed', t('actAddress')],
    ['hotspot-destination', t('actAddress')],
  ];
  const text = byKind[verdict.kind] ?? bySignal.find(([signal]) => signals.has(signal))?.[1] ?? t('actAskOffice');
  return { text };
}
