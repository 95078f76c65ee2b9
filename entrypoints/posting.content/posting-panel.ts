import type { PageSetup, ScoredPosting } from '../../src/messages.ts';
import { markOwn } from '../../src/pages/own-nodes.ts';
import type { PageStrings } from '../../src/ui/page-strings.ts';
import type { PanelHandle } from '../../src/ui/panel.ts';
import { panelTools } from '../../src/ui/panel-tools.ts';
import { send } from '../../src/ui/send.ts';
import type { Badges } from './badges.ts';

/** The one panel of a page: opening another advert's closes the first. */
export class PostingPanel {
  readonly #setup: PageSetup;
  readonly #badges: Badges;
  #open: PanelHandle | null = null;

  constructor(setup: PageSetup, badges: Badges) {
    this.#setup = setup;
    this.#badges = badges;
  }

  async open({ key, posting }: ScoredPosting, element: Element): Promise<void> {
    const { lang, dir } = this.#setup;
    const strings = this.#setup.strings as PageStrings;
    const [answer] = await Promise.all([send('page:explain', { key }), panelTools() ? null : send('page:panel', {})]);
    const tools = panelTools();
    if (!answer.ok || !answer.value || !tools) return;
    this.close();
    this.#open = tools.openForPosting(answer.value, {
      key,
      posting,
      strings,
      lang,
      dir,
      send,
      onDismissed: (dismissed) => this.#badges.of(element)?.update({ dismissed }),
      onClose: () => {
        this.#open = null;
        this.#badges.of(element)?.focus();
      },
    });
    markOwn(this.#open.host);
  }

  close(): void {
    this.#open?.close();
    this.#open = null;
  }
}
