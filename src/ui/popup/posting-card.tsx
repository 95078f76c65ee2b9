import { useEffect, useState } from 'preact/hooks';
import type { Explanation, ScoredPosting } from '../../messages.ts';
import { isCounted } from '../counted-signs.ts';
import { send } from '../send.ts';
import { langOf } from '../view-context.ts';
import { LevelIcon } from './level-icon.tsx';
import { useSession } from './session.ts';

/** Signs shown before the rest is asked for: the popup shall not scroll for them. */
const SIGNS_SHOWN = 2;

interface CardProperties {
  scored: ScoredPosting;
  /** Tab in which the advert stands; absent for a pasted text. */
  tabId?: number;
  onOpen(): void;
}

/** One advert opened: its strongest signs in its own words, and the first thing to do. */
export function PostingCard({ scored, tabId, onOpen }: CardProperties) {
  const { catalogue } = useSession();
  const explanation = useExplanation(scored);
  if (!explanation) return <section class="card" aria-busy="true" />;
  const signs = explanation.reasons.filter(isCounted);
  const { fields } = explanation;
  const lang = langOf(fields.text) || langOf(fields.title);
  return (
    <section class={`card ${explanation.level}`}>
      {tabId === undefined && (
        <p class="level">
          <LevelIcon level={explanation.level} size={20} />
          <span>{explanation.levelName}</span>
        </p>
      )}
      <h2 dir="auto" lang={langOf(fields.title)}>
        {explanation.title || (tabId === undefined ? catalogue.t('resultTitle') : catalogue.t('untitled'))}
      </h2>
      <p class="heading">{explanation.heading}</p>
      {signs.length > 0 && (
        <ul class="brief">
          {signs.slice(0, SIGNS_SHOWN).map((reason) => (
            <li key={reason.signal}>
              {reason.label}
              {reason.quotes[0] && (
                <>
                  {' '}
                  <q dir="auto" lang={lang}>
                    <mark>{reason.quotes[0]}</mark>
                  </q>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {explanation.actions[0] && (
        <p class="first">
          <b>{catalogue.t('firstStep')}:</b> {explanation.actions[0]}
        </p>
      )}
      <p class="row">
        <button type="button" class="main" onClick={onOpen}>
          {signs.length > SIGNS_SHOWN ? catalogue.plural('openSigns', signs.length) : catalogue.t('openDetails')}
        </button>
        {tabId !== undefined && (
          <button type="button" class="plain" onClick={() => void send('ui:show', { tabId, key: scored.key })}>
            {catalogue.t('showOnPage')}
          </button>
        )}
      </p>
    </section>
  );
}

/** The explanation in the person's language; asked for again when advert or language change. */
export function useExplanation(scored: ScoredPosting): Explanation | null {
  const { catalogue, settings } = useSession();
  const [explanation, keep] = useState<Explanation | null>(null);
  useEffect(() => {
    let current = true;
    void send('ui:explain', { scored }).then((answer) => {
      if (current && answer.ok) keep(answer.value);
    });
    return () => {
      current = false;
    };
  }, [scored, catalogue, settings.home]);
  return explanation;
}
