import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ShownHelp } from '../../messages.ts';
import type { HelpKind, HelpNeed } from '../../packs/help-rule.ts';
import type { MessageKey } from '../catalogue.ts';
import { send } from '../send.ts';
import { contactGroups } from '../view-contacts.ts';
import { CountrySelect } from './country-select.tsx';
import { useSession } from './session.ts';

interface Situation {
  name: MessageKey;
  needs: HelpNeed[];
  steps: MessageKey[];
  /** The kind of contact that the steps send a person to. */
  first?: HelpKind;
}

/** Contacts of one country before the rest is asked for. */
const SHOWN_AT_ONCE = 4;

const SITUATIONS: Situation[] = [
  { name: 'situationAdvert', needs: ['suspicious-ad', 'report-ad'], steps: [] },
  { name: 'situationOffer', needs: ['before-travel', 'check-licence'], steps: [] },
  { name: 'situationPaid', needs: ['lost-money'], steps: ['paid1', 'paid2'] },
  {
    name: 'situationTrapped',
    needs: ['trapped-abroad', 'relative-trapped'],
    steps: ['trapped1', 'trapped2', 'trapped3', 'trapped4'],
    first: 'embassy-consular',
  },
  { name: 'situationBack', needs: ['returned'], steps: ['back1', 'back2'] },
];

/** Who to call, by what happened, by the person's country and by the country of the job. */
export function HelpView() {
  const { catalogue, settings, setSettings } = useSession();
  const { t } = catalogue;
  const [chosen, choose] = useState(0);
  const [to, setTo] = useState('');
  const situation = SITUATIONS[chosen]!;
  return (
    <div class="view help">
      <h1>{t('helpTitle')}</h1>
      <fieldset>
        <legend>{t('helpSituation')}</legend>
        {SITUATIONS.map(({ name }, index) => (
          <label key={name}>
            <input type="radio" name="situation" checked={index === chosen} onChange={() => choose(index)} />
            <span>{t(name)}</span>
          </label>
        ))}
      </fieldset>
      <div class="pair">
        <CountrySelect
          id="home"
          label={t('homeCountry')}
          value={settings.home}
          onChoose={(home) => void setSettings({ home })}
        />
        <CountrySelect id="job" label={t('jobCountry')} value={to} onChoose={setTo} />
      </div>
      {!settings.home && <p class="soft">{t('chooseCountryWhy')}</p>}
      {situation.steps.length > 0 && (
        <ol class="path">
          {situation.steps.map((step) => (
            <li key={step}>{t(step)}</li>
          ))}
        </ol>
      )}
      <Contacts from={settings.home} to={to} situation={situation} />
    </div>
  );
}

function Contacts({ from, to, situation }: { from: string; to: string; situation: Situation }) {
  const { catalogue, strings } = useSession();
  const [help, keepHelp] = useState<ShownHelp[] | null>(null);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    void send('ui:help', to ? { from, to } : { from }).then((answer) => keepHelp(answer.ok ? answer.value : []));
  }, [from, to]);

  const fitting = fittingContacts(help ?? [], situation, to);
  useLayoutEffect(() => {
    const context = {
      strings,
      lang: catalogue.lang,
      callbacks: { onFlag: async () => null, onCopy: async () => false },
    };
    place.current?.replaceChildren(...contactGroups(fitting, context, SHOWN_AT_ONCE, 'h2'));
  }, [help, situation, catalogue]);

  const missing = [from, to].filter(
    (country) => country && help && !fitting.some((shown) => shown.country === country),
  );
  return (
    <>
      {missing.map((country) => (
        <p key={country} class="soft">
          {catalogue.t('helpNone', catalogue.country(country))}
        </p>
      ))}
      <div ref={place} class="explanation" />
    </>
  );
}

/**
 * What fits the situation; the contact that the steps name comes first, and of those the one in the country of the
 * job.
 */
function fittingContacts(help: ShownHelp[], { needs, first }: Situation, to: string): ShownHelp[] {
  const fitting = help.filter(({ entry }) => entry.for.some((need) => needs.includes(need)));
  if (!first) return fitting;
  const rank = ({ entry }: ShownHelp) => (entry.kind === first ? (entry.in === to ? 2 : 1) : 0);
  return fitting.sort((a, b) => order(a) - order(b) || rank(b) - rank(a));

  function order({ relation }: ShownHelp): number {
    return ['from', 'to', 'any'].indexOf(relation);
  }
}
