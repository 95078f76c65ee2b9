import { badgeStands } from '../../../src/pages/badge-stands.ts';
import badgeStyle from '../../../src/ui/badge.css?inline';
import { mountBadge } from '../../../src/ui/badge.ts';
import { badgeLabel } from '../../../src/ui/badge-label.ts';
import { loadCatalogue } from '../../../src/ui/catalogue.ts';
import { explain } from '../../../src/ui/explain.ts';
import { signCount } from '../../../src/ui/explain-reasons.ts';
import { loadMessages } from '../../../src/ui/load-messages.ts';
import { pageStrings } from '../../../src/ui/page-strings.ts';
import { openPanel } from '../../../src/ui/panel.ts';
import { TODAY } from './fake-browser.ts';
import { ADVERTS } from './sample-adverts.ts';
import { HELP } from './sample-help.ts';
import './page.css';
import { COMBINATIONS, SIGNALS } from './sample-words.ts';

/**
 * A made-up job board that carries badges; `?open=<key>` opens the panel of one advert, `?dir=rtl` turns everything.
 */
const parameters = new URLSearchParams(location.search);
const dir = parameters.get('dir') === 'rtl' ? 'rtl' : 'ltr';
const catalogue = await loadCatalogue('en', loadMessages);
const strings = pageStrings(catalogue);
const record: string[] = [];
const stands = badgeStands();
Object.assign(globalThis, { record });

const list = document.createElement('main');
list.dir = dir;
document.body.append(list);

const name = document.createElement('h1');
name.textContent = 'A board';
list.append(name);

for (const scored of ADVERTS) {
  const { posting, verdict } = scored;
  const card = document.createElement('div');
  card.className = 'card';
  const title = document.createElement('h2');
  title.dir = 'auto';
  title.textContent = posting.title ?? '';
  const text = document.createElement('p');
  text.dir = 'auto';
  text.textContent = posting.text.slice(0, 160);
  const button = document.createElement('button');
  button.textContent = 'Apply';
  card.append(title, text, button);
  card.addEventListener('click', () => record.push(`card ${scored.key}`));
  list.append(card);

  const label = badgeLabel(verdict.level, signCount(posting, verdict, COMBINATIONS), strings, 'en');
  const open = () => {
    const explanation = explain(
      {
        scored,
        signals: SIGNALS,
        combinations: COMBINATIONS,
        help: HELP,
        home: parameters.get('home') ?? 'KE',
        today: TODAY,
      },
      catalogue,
    );
    openPanel(explanation, {
      strings,
      lang: 'en',
      dir,
      callbacks: {
        onFlag: async (on) => ({ flagged: on, storage: { ok: true } }),
        onDismiss: async (as) => Boolean(record.push(`dismiss ${as}`)),
        onCopy: async () => true,
      },
      onClose: () => {
        record.push('closed');
        badge.focus();
      },
    });
  };
  const place = { post: card, words: card };
  const badge = mountBadge({
    level: verdict.level,
    label,
    strings,
    style: badgeStyle,
    lang: 'en',
    dir,
    dismissed: parameters.get('away') === scored.key,
    onOpen: open,
    onDismiss: () => record.push(`away ${scored.key}`),
    onRestore: () => record.push(`back ${scored.key}`),
  });
  stands.put(badge, place);
  if (parameters.get('open') === scored.key) open();
}
document.documentElement.dataset.ready = 'yes';
