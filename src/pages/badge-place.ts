import { childrenOf, closest, isInside, matches, parentOf, rawText, shadowOf } from './dom.ts';
import { isOwn } from './own-nodes.ts';
import { apartOf, clips } from './style.ts';

/** Parts of a post that are not its own words: what others answered, who wrote it, what can be pressed. */
const NOT_ITS_WORDS =
  '[role="article"] [role="article"], header, footer, form, button, time, script, style, template, [role="button"], [role="toolbar"], [hidden]';

/** Characters of a child that belong to the post, roughly: hidden parts and controls deep inside count too. */
const wordsIn = (element: Element): number =>
  isOwn(element) || matches(element, NOT_ITS_WORDS) ? 0 : rawText(element).length;

/**
 * Where a badge stands right after a post's own words, before reactions and comments: the innermost element that holds
 * them all, in it the last paragraph, whose last line mostly has room, so that nothing below has to move. One that cuts
 * off what is too long is left for the next around it. `words`: where the post's words are, if that is known.
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
  for (let last = childrenOf(place).at(-1); last && isParagraph(last); last = childrenOf(place).at(-1)) place = last;
  // Out of links, which a press on the badge must not follow, and of elements that show only children with a slot.
  const link = closest(place, 'a, button, [role="button"], [role="link"]');
  if (link && link !== post && isInside(post, link)) place = parentOf(link) ?? post;
  let out = place;
  for (let at: Element | null = place; at && at !== post; at = parentOf(at))
    if (clips(at) || shadowOf(at)) out = parentOf(at) ?? post;
  return out;
}

const isParagraph = (element: Element): boolean =>
  wordsIn(element) > 0 && apartOf(element) === 'line' && !clips(element);
