import type { Explanation, MarkedText } from '../messages.ts';
import { element } from './element.ts';
import { levelDrawing } from './level-drawing.ts';
import type { PageStrings } from './page-strings.ts';
import { actionsSection } from './view-actions.ts';
import { askSection } from './view-contacts.ts';
import { langOf, type ViewContext } from './view-context.ts';
import { ownButtons } from './view-own-buttons.ts';
import { signsSection } from './view-signs.ts';

/**
 * Everything about one advert: what we saw, why it matters, what to do now, who to ask or tell, and our own buttons.
 */
export function explanationView(explanation: Explanation, context: ViewContext): HTMLElement {
  const { strings } = context;
  const doNow = actionsSection(explanation, context);
  const heading = element('h2', { class: 'heading', tabindex: '-1' }, explanation.heading);
  const jump = element('button', { type: 'button', class: 'jump', onclick: () => reveal(doNow) }, strings.sectionDo);
  const { title, company } = explanation.fields;
  const about = [title, company].filter((field) => field !== undefined);
  return element(
    'div',
    { class: `explanation ${explanation.level}` },
    element(
      'header',
      { class: 'top' },
      element('p', { class: 'level' }, levelDrawing(explanation.level), element('span', {}, explanation.levelName)),
      about.length > 0 &&
        element('p', { class: 'about' }, ...about.map((field) => element('bdi', { lang: langOf(field) }, field.text))),
      heading,
      element('p', { class: 'lead' }, explanation.lead),
      explanation.reasons.length > 0 && jump,
    ),
    signsSection(explanation, context),
    advertDetails(explanation, strings),
    doNow,
    askSection(explanation, context),
    ownButtons(explanation, context),
  );
}

/** Moves sight and focus to a section, so that keyboard and screen reader go along. */
function reveal(section: HTMLElement): void {
  const heading = section.querySelector<HTMLElement>('h3');
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  section.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' });
  heading?.focus({ preventScroll: true });
}

function advertDetails({ fields }: Explanation, strings: PageStrings): HTMLElement | null {
  if (!fields.text.text && !fields.title) return null;
  const marked = Object.values(fields).some((field) => field && field.marks.length > 0);
  const lines = [fields.title, fields.company, fields.location, fields.salary].filter((field) => field !== undefined);
  return element(
    'details',
    { class: 'advert' },
    element('summary', {}, marked ? strings.sectionAdvert : strings.sectionAdvertPlain),
    element(
      'div',
      { class: 'words' },
      ...lines.map((field) => element('p', { dir: 'auto', lang: langOf(field) }, ...markedNodes(field))),
      element('p', { class: 'body', dir: 'auto', lang: langOf(fields.text) }, ...markedNodes(fields.text)),
    ),
  );
}

function markedNodes({ text, marks }: MarkedText): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    nodes.push(text.slice(at, start), element('mark', {}, text.slice(start, end)));
    at = end;
  }
  return [...nodes, text.slice(at)];
}
