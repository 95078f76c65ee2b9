import type { FieldRule, SiteField, SiteView } from '../packs/site-rule.ts';
import { addressOf, all, attributeOf, closest, matches, rawText } from './dom.ts';
import { transformed } from './transforms.ts';
import { lineOf, TEXT_LIMIT, visibleText } from './visible-text.ts';

export type SiteFields = Partial<Record<SiteField, string>>;

/** Fields of one posting, by the view's rules; missing ones are absent. `told` gathers the elements that say nothing else. */
export function readFields(unit: Element, view: SiteView, base: string, told: Set<Element>): SiteFields {
  const fields: SiteFields = {};
  for (const name of Object.keys(view.fields) as SiteField[]) {
    const rule = view.fields[name]!;
    const value = readField(unit, rule, name, view.skip?.join(','), base, rule.attribute ? new Set() : told);
    if (value) fields[name] = value;
  }
  return fields;
}

/** Required fields (`a|b`: one of them) for which a posting has nothing, told without reading its words. */
export function missingFields(unit: Element, view: SiteView): string[] {
  return view.required.filter(
    (names) => !names.split('|').some((name) => hasField(unit, view.fields[name as SiteField])),
  );
}

function hasField(unit: Element, rule: FieldRule | undefined): boolean {
  const root = rule?.within ? closest(unit, rule.within) : unit;
  if (!rule || !root) return false;
  const says = (element: Element): boolean =>
    (rule.attribute ? (attributeOf(element, rule.attribute) ?? '') : rawText(element)).trim() !== '';
  return rule.select.some((selector) => fieldElements(root, selector, rule.nth).some(says));
}

function fieldElements(root: Element, selector: string, nth: number | undefined): Element[] {
  const found = /^:scope[^ >+~]*$/.test(selector) ? (matches(root, selector) ? [root] : []) : all(root, selector);
  return nth === undefined ? found.slice(0, 200) : found.slice(nth, nth + 1);
}

/** The first selector that yields text wins. */
function readField(
  unit: Element,
  rule: FieldRule,
  name: SiteField,
  skip: string | undefined,
  base: string,
  told: Set<Element>,
): string {
  const root = rule.within ? closest(unit, rule.within) : unit;
  if (!root) return '';
  for (const selector of rule.select) {
    const texts: string[] = [];
    for (const element of fieldElements(root, selector, rule.nth)) {
      const whole = rawValue(element, rule, name, skip, base);
      const text = transformed(whole, rule.transforms);
      if (!text) continue;
      if (text === whole) told.add(element);
      if (!rule.all) return text;
      // A match inside another match has been read with it.
      if (!texts.some((other) => other.includes(text))) texts.push(text);
    }
    if (texts.length > 0) return texts.join('\n').slice(0, TEXT_LIMIT);
  }
  return '';
}

function rawValue(element: Element, rule: FieldRule, name: SiteField, skip: string | undefined, base: string): string {
  if (rule.attribute && !(name === 'link' && rule.attribute === 'href'))
    return attributeOf(element, rule.attribute) ?? '';
  if (name === 'link') return addressOf(element, base);
  if (name === 'text' || rule.transforms?.some((transform) => transform.endsWith('-line'))) {
    return visibleText(element, { skip }).text;
  }
  return lineOf(element, skip);
}
