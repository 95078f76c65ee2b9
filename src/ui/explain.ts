import { SCORED_FIELDS } from '../engine/posting.ts';
import type { Explanation, MarkedText, ScoredPosting } from '../messages.ts';
import type { CombinationRule } from '../packs/combination-rule.ts';
import type { ListedHelp } from '../packs/help-rule.ts';
import type { SignalRule } from '../packs/signal-rule.ts';
import type { Catalogue } from './catalogue.ts';
import { chooseActions } from './explain-actions.ts';
import { headingOf, leadOf, levelName } from './explain-heading.ts';
import { licenceLinks, orderHelp, reportLinks, takesAdverts } from './explain-help.ts';
import { countSigns, markedRanges, shownReasons } from './explain-reasons.ts';
import { guessLanguage } from './guess-language.ts';

/** The parts of a signal that a person reads. */
export type SignalWords = Pick<SignalRule, 'id' | 'group' | 'text' | 'sources'> & {
  /** Name of the subscription that brings it. */
  fromList?: string;
};
export type CombinationWords = Pick<CombinationRule, 'id' | 'text' | 'sources'>;

export interface ExplainInput {
  scored: ScoredPosting;
  signals: ReadonlyMap<string, SignalWords>;
  combinations: ReadonlyMap<string, CombinationWords>;
  /** All help files, platforms and international ones included. */
  help: readonly ListedHelp[];
  /** Names of subscriptions by id. */
  lists?: ReadonlyMap<string, string>;
  /** ISO 3166 country of the person, empty while not chosen. */
  home: string;
  /** ISO date of today: tells which contacts were last looked at too long ago. */
  today: string;
}

/** Turns one scored advert into everything the panel shows, in the catalogue's language. Pure. */
export function explain(input: ExplainInput, catalogue: Catalogue): Explanation {
  const { scored, home } = input;
  const { posting, verdict } = scored;
  const reasons = shownReasons(input, catalogue);
  const signs = countSigns(reasons);
  const licence = licenceLinks(input.help, home);
  const actions = chooseActions({ posting, verdict, home, licence }, catalogue);

  return {
    key: scored.key,
    level: verdict.level,
    kind: verdict.kind,
    title: posting.title ?? '',
    ...(posting.company ? { company: posting.company } : {}),
    levelName: levelName(verdict.level, signs, catalogue),
    heading: headingOf(verdict, signs, catalogue),
    lead: leadOf(verdict, catalogue),
    reasons,
    fields: markedFields(scored),
    actions: actions.map((action) => action.text),
    actionLinks: actions.map((action) => action.link ?? null),
    report: reportLinks(input.help, posting, home),
    licence,
    help: contactsFor(input),
    list: verdict.list,
    flagged: scored.flagged ?? false,
    ...(scored.dismissed ? { dismissed: scored.dismissed } : {}),
    home,
  };
}

/** Registers stand under their own heading; of other countries, only those who care about an advert are of use now. */
function contactsFor({ scored, help, home, today }: ExplainInput): Explanation['help'] {
  // Beyond the surest two, a destination is a guess.
  const destinations = scored.verdict.destinations.slice(0, 2);
  return orderHelp(help, { home, destinations, today }).filter(
    ({ entry, relation }) => entry.kind !== 'licence-register' && (relation === 'from' || takesAdverts(entry)),
  );
}

function markedFields({ posting, verdict }: ScoredPosting): Explanation['fields'] {
  const fields: Explanation['fields'] = { text: { text: '', marks: [] } };
  for (const field of SCORED_FIELDS) {
    const text = posting[field];
    if (!text) continue;
    const lang = guessLanguage(text);
    const marked: MarkedText = {
      text,
      marks: markedRanges(verdict.reasons, field, text.length),
      ...(lang ? { lang } : {}),
    };
    fields[field] = marked;
  }
  return fields;
}
