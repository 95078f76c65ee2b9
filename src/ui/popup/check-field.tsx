import { useEffect, useRef, useState } from 'preact/hooks';
import type { ScoredPosting } from '../../messages.ts';
import { send } from '../send.ts';
import { PostingCard } from './posting-card.tsx';
import { useSession } from './session.ts';

/** Fewer letters than this hold too little to say anything about an offer. */
const SHORT = 60;

interface CheckProperties {
  checked: ScoredPosting | null;
  onChecked(scored: ScoredPosting | null): void;
  onOpen(scored: ScoredPosting): void;
  /** Text to begin with; checked at once. */
  text?: string;
  /** Lines of the empty field; one line has no label to be seen. */
  lines?: number;
}

/** A field for a text of one's own: an offer in a chat, a message, a post of a site that we do not read. */
export function CheckField({ checked, onChecked, onOpen, text: given = '', lines = 1 }: CheckProperties) {
  const { catalogue } = useSession();
  const [text, setText] = useState(given);
  const [said, say] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);
  const result = useRef<HTMLDivElement>(null);

  async function check(words: string): Promise<void> {
    if (!words.trim()) {
      say(catalogue.t('checkEmpty'));
      field.current?.focus();
      return;
    }
    say(catalogue.t('checkWorking'));
    const answer = await send('ui:check-text', { text: words });
    say(answer.ok ? (words.trim().length < SHORT ? catalogue.t('checkShort') : '') : catalogue.t('noAnswer'));
    onChecked(answer.ok ? answer.value : null);
    if (answer.ok) result.current?.focus();
  }

  function clear(): void {
    setText('');
    say('');
    onChecked(null);
    field.current?.focus();
  }

  useEffect(() => {
    if (!given) return;
    setText(given);
    void check(given);
  }, [given]);

  const open = lines > 1 || text !== '' || checked !== null;
  return (
    <form
      class={open ? 'check open' : 'check'}
      onSubmit={(event) => {
        event.preventDefault();
        void check(text);
      }}
    >
      <label for="text" class={open ? '' : 'unseen'}>
        {catalogue.t('checkLabel')}
      </label>
      <div class="field">
        <textarea
          id="text"
          ref={field}
          dir="auto"
          rows={open ? Math.max(lines, 4) : 1}
          spellcheck={false}
          autocomplete="off"
          placeholder={open ? '' : catalogue.t('checkPlaceholder')}
          aria-describedby={open ? 'private' : undefined}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
        <p class="row">
          <button type="submit" class="main">
            {catalogue.t('checkButton')}
          </button>
          {(text || checked) && (
            <button type="button" class="plain" onClick={clear}>
              {catalogue.t('checkClear')}
            </button>
          )}
          {open && <span id="private">{catalogue.t('checkPrivate')}</span>}
        </p>
      </div>
      <p role="status">{said}</p>
      <div ref={result} tabIndex={-1} class="result">
        {checked && <PostingCard scored={checked} onOpen={() => onOpen(checked)} />}
      </div>
    </form>
  );
}
