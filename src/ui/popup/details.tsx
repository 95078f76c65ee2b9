import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Explanation, ScoredPosting } from '../../messages.ts';
import { copyText } from '../copy-text.ts';
import { explanationView } from '../explanation-view.ts';
import { plainTextReport } from '../plain-text-report.ts';
import { send } from '../send.ts';
import { useExplanation } from './posting-card.tsx';
import { type Session, useSession } from './session.ts';

interface DetailsProperties {
  scored: ScoredPosting;
  /** Tab in which the advert stands; absent for a pasted text. */
  onPage?: number | undefined;
  onBack(): void;
}

/** Everything about one advert, as the panel in the page shows it. */
export function Details({ scored, onPage, onBack }: DetailsProperties) {
  const session = useSession();
  const explanation = useExplanation(scored);
  return (
    <>
      <h1 class="unseen">{session.catalogue.t('panelName')}</h1>
      <p class="back">
        <button type="button" class="plain" onClick={onBack}>
          <span aria-hidden="true" class="arrow" />
          {session.catalogue.t('back')}
        </button>
      </p>
      {explanation && <ExplanationNode explanation={explanation} scored={scored} onPage={onPage !== undefined} />}
    </>
  );
}

function ExplanationNode({
  explanation,
  scored,
  onPage,
}: {
  explanation: Explanation;
  scored: ScoredPosting;
  onPage: boolean;
}) {
  const session = useSession();
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const view = explanationView(explanation, viewContext(scored, explanation, onPage, session));
    place.current?.replaceChildren(view);
    view.querySelector<HTMLElement>('.heading')?.focus({ preventScroll: true });
  }, [explanation]);
  return <div ref={place} />;
}

function viewContext(
  scored: ScoredPosting,
  explanation: Explanation,
  onPage: boolean,
  { strings, catalogue, go }: Session,
) {
  const { posting, key } = scored;
  return {
    strings,
    lang: catalogue.lang,
    callbacks: {
      async onFlag(on: boolean) {
        const answer = await send('ui:flag', { scored, on });
        return answer.ok ? answer.value : null;
      },
      ...(onPage
        ? {
            async onDismiss(as: 'dismissed' | 'mistake' | null) {
              const answer = await send('ui:dismiss', { key, as });
              return answer.ok && answer.value.done;
            },
          }
        : {}),
      onCopy() {
        const facts = {
          url: posting.url ?? '',
          seenAt: new Date().toISOString(),
          lang: catalogue.lang,
          ...(posting.link ? { link: posting.link } : {}),
          ...(posting.poster ? { poster: posting.poster } : {}),
        };
        return copyText(plainTextReport(explanation, facts, strings));
      },
      onChooseCountry: () => go('help'),
    },
  };
}
