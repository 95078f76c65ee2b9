import { useState } from 'preact/hooks';
import type { ScoredPosting } from '../../messages.ts';
import { guessLanguage } from '../guess-language.ts';
import type { PageStrings } from '../page-strings.ts';
import { LevelIcon } from './level-icon.tsx';
import { warns } from './riskiest.ts';
import { useSession } from './session.ts';

/** Rows before the rest is asked for. Below an opened advert only further warnings take room. */
const ROWS_SHOWN = 3;

interface RowsProperties {
  postings: ScoredPosting[];
  /** Whether an opened advert stands above. */
  afterFirst: boolean;
  onOpen(scored: ScoredPosting): void;
}

/** Adverts as one-line rows, riskiest first. */
export function PostingRows({ postings, afterFirst, onOpen }: RowsProperties) {
  const { catalogue, strings } = useSession();
  const [all, showAll] = useState(false);
  if (postings.length === 0) return null;
  const first = afterFirst ? postings.filter(warns) : postings;
  const shown = all ? postings : first.slice(0, ROWS_SHOWN);
  return (
    <section class="rows">
      <h2 class="unseen">{catalogue.t('othersTitle')}</h2>
      <ul>
        {shown.map((scored) => {
          const { level } = scored.verdict;
          const title = scored.posting.title || scored.posting.text.slice(0, 80);
          return (
            <li key={scored.key}>
              <button type="button" class={level} onClick={() => onOpen(scored)}>
                <LevelIcon level={level} size={18} />
                <span class="title" dir="auto" lang={guessLanguage(title) ?? ''}>
                  {title || catalogue.t('untitled')}
                </span>
                <span class="word">{levelWord(scored, strings)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {shown.length < postings.length && (
        <button type="button" class="plain" onClick={() => showAll(true)}>
          {catalogue.plural('othersMore', postings.length - shown.length)}
        </button>
      )}
    </section>
  );
}

/** The level alone: the title needs the room. */
function levelWord({ verdict, signs = 0 }: ScoredPosting, strings: PageStrings): string {
  if (verdict.level === 'high') return strings.levelHigh;
  if (verdict.level === 'caution') return strings.levelCaution;
  if (verdict.level === 'cannot-read') return strings.levelUnread;
  return signs > 0 ? strings.levelLittle : strings.levelNone;
}
