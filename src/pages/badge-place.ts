import { childrenOf, matches, rawText } from './dom.ts';
import { isOwn } from './own-nodes.ts';

/** Parts of a post that are not its own words: what others answered, who wrote it, what can be pressed. */
const NOT_ITS_WORDS =
  '[role="article"] [role="article"], header, footer, form, button, time, script, style, template, [role="button"], [role="toolbar"], [hidden]';

/** Characters of a child that belong to the post, roughly: hidden parts and controls deep inside count too. */
const wordsIn = (element: Element): number =>
  isOwn(element) || matches(element, NOT_ITS_WORDS) ? 0 : rawText(element).length;

/**
 * Where a badge belongs right after a post's own words, before reactions and comments: the innermost element that holds
 * them all. `words`: where the post's words are, if that is known.
 */
export function placeAfterWords(post: Element, words: Element = post): Element {
  let place = words;
  for (let depth = 0; depth < 30; depth++) {
    const parts = childrenOf(place).map((child) => [child, wordsIn(child)] as const);
    const [best, most] = parts.reduce((one, other) => (other[1] > one[1] ? other : one), [place, 0] as const);
    const all = parts.reduce((sum, [, count]) => sum + count, 0);
    const own =
      place === post ? 0 : rawText(place).length - childrenOf(place).reduce((n, c) => n + rawText(c).length, 0);
    // Several paragraphs, or words beside their links: this element is what holds them together.
    if (most === 0 || most < (place === post ? 0.4 : 0.8) * (all + own)) break;
    place = best;
  }
  return place;
}
