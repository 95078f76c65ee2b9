import type { PageSetup, ScoredPosting } from '../../src/messages.ts';
import { badgeStands } from '../../src/pages/badge-stands.ts';
import type { FoundPosting } from '../../src/pages/found-posting.ts';
import { markOwn } from '../../src/pages/own-nodes.ts';
import { type BadgeHandle, mountBadge } from '../../src/ui/badge.ts';
import { badgeLabel } from '../../src/ui/badge-label.ts';
import type { PageStrings } from '../../src/ui/page-strings.ts';

interface Shown {
  key: string;
  badge: BadgeHandle;
  words: Element;
}

export interface BadgeActions {
  open(key: string): void;
  dismiss(key: string, as: 'dismissed' | null): void;
}

/** In a feed only warnings are shown; an advert opened for itself also says that it was read and nothing was found. */
function deserves({ verdict, view }: ScoredPosting): boolean {
  return verdict.level === 'high' || verdict.level === 'caution' || view === 'detail';
}

/** One badge for each posting's element. */
export class Badges {
  readonly #setup: PageSetup;
  readonly #actions: BadgeActions;
  readonly #stands = badgeStands();
  /** Weak, so that nodes a page throws away are not kept alive by us. */
  readonly #byElement = new WeakMap<Element, Shown>();

  constructor(setup: PageSetup, actions: BadgeActions) {
    this.#setup = setup;
    this.#actions = actions;
  }

  /** Shows what was found beside the posting; a reused element loses the badge of what it showed before. */
  show({ element, badgeHost }: FoundPosting, scored: ScoredPosting): void {
    if (!deserves(scored)) {
      this.remove(element);
      return;
    }
    const words = badgeHost();
    const before = this.#byElement.get(element);
    const { level } = scored.verdict;
    const { lang, dir, badgeStyle: style } = this.#setup;
    const strings = this.#setup.strings as PageStrings;
    const label = badgeLabel(level, scored.signs ?? 0, strings, lang);
    const dismissed = scored.dismissed !== undefined;
    const place = { post: element, words };
    if (before?.key === scored.key && before.words === words) {
      before.badge.update({ level, label, dismissed });
      // The page redrew its own content, maybe dropping ours with it; the reader says when to stop insisting.
      this.#stands.put(before.badge, place);
      return;
    }
    this.remove(element);
    const { key } = scored;
    const badge = mountBadge({
      level,
      label,
      strings,
      style,
      lang,
      dir,
      dismissed,
      onOpen: () => this.#actions.open(key),
      onDismiss: () => this.#actions.dismiss(key, 'dismissed'),
      onRestore: () => this.#actions.dismiss(key, null),
    });
    markOwn(badge.host);
    this.#byElement.set(element, { key, badge, words });
    this.#stands.put(badge, place);
  }

  of(element: Element): BadgeHandle | undefined {
    return this.#byElement.get(element)?.badge;
  }

  remove(element: Element): void {
    const shown = this.#byElement.get(element);
    if (shown) this.#stands.remove(shown.badge);
    this.#byElement.delete(element);
  }

  /** No badge is placed any more. */
  end(): void {
    this.#stands.stop();
  }
}
