import type { PageSetup, ScoredPosting } from '../../src/messages.ts';
import type { FoundPosting } from '../../src/pages/found-posting.ts';
import { markOwn } from '../../src/pages/own-nodes.ts';
import { type BadgeHandle, mountBadge } from '../../src/ui/badge.ts';
import { badgeLabel } from '../../src/ui/badge-label.ts';
import type { PageStrings } from '../../src/ui/page-strings.ts';

interface Shown {
  key: string;
  badge: BadgeHandle;
  parent: Element;
}

export interface BadgeActions {
  open(key: string): void;
  dismiss(key: string, as: 'dismissed' | null): void;
}

/** A page that keeps removing a badge is not fought for ever: the toolbar and the popup still tell. */
const MAX_REPAIRS = 5;

/** In a feed only warnings are shown; an advert opened for itself also says that it was read and nothing was found. */
function deserves({ verdict, view }: ScoredPosting): boolean {
  return verdict.level === 'high' || verdict.level === 'caution' || view === 'detail';
}

/** One badge for each posting's element. */
export class Badges {
  readonly #setup: PageSetup;
  readonly #actions: BadgeActions;
  readonly #byElement = new WeakMap<Element, Shown>();
  readonly #elements = new Map<string, WeakRef<Element>>();
  readonly #repairs = new WeakMap<Element, number>();

  constructor(setup: PageSetup, actions: BadgeActions) {
    this.#setup = setup;
    this.#actions = actions;
  }

  /** Shows what was found beside the posting; a reused element loses the badge of what it showed before. */
  show(found: FoundPosting, scored: ScoredPosting): void {
    const { element, badgeHost: parent } = found;
    const before = this.#byElement.get(element);
    const level = scored.verdict.level;
    const { strings, lang, dir } = this.#setup;
    const words = strings as PageStrings;
    const label = badgeLabel(level, scored.signs ?? 0, words, lang);
    const dismissed = scored.dismissed !== undefined;
    if (before?.key === scored.key && before.parent === parent && deserves(scored)) {
      before.badge.update({ level, label, dismissed });
      this.#repair(element, before);
      return;
    }
    this.remove(element);
    if (!deserves(scored) || !parent.isConnected) return;
    const { key } = scored;
    const badge = mountBadge(parent, {
      level,
      label,
      strings: words,
      lang,
      dir,
      dismissed,
      onOpen: () => this.#actions.open(key),
      onDismiss: () => this.#actions.dismiss(key, 'dismissed'),
      onRestore: () => this.#actions.dismiss(key, null),
    });
    markOwn(badge.host);
    this.#byElement.set(element, { key, badge, parent });
    this.#elements.set(key, new WeakRef(element));
  }

  /** The posting was put away or taken back elsewhere: in the panel or the popup. */
  setDismissed(key: string, dismissed: boolean): void {
    this.#shown(key)?.badge.update({ dismissed });
  }

  /** Element and badge of a posting, while it is on the page. */
  find(key: string): { element: Element; badge: BadgeHandle } | null {
    const element = this.#elements.get(key)?.deref();
    const shown = this.#shown(key);
    return element?.isConnected && shown ? { element, badge: shown.badge } : null;
  }

  remove(element: Element): void {
    const shown = this.#byElement.get(element);
    if (!shown) return;
    shown.badge.remove();
    this.#byElement.delete(element);
    this.#elements.delete(shown.key);
  }

  removeAll(): void {
    for (const reference of [...this.#elements.values()]) {
      const element = reference.deref();
      if (element) this.remove(element);
    }
  }

  /** A page's framework may have dropped the badge with what it redrew. */
  #repair(element: Element, { badge, parent }: Shown): void {
    if (badge.host.isConnected || !parent.isConnected) return;
    const repairs = (this.#repairs.get(element) ?? 0) + 1;
    this.#repairs.set(element, repairs);
    if (repairs <= MAX_REPAIRS) parent.append(badge.host);
  }

  #shown(key: string): Shown | undefined {
    const element = this.#elements.get(key)?.deref();
    return element ? this.#byElement.get(element) : undefined;
  }
}
