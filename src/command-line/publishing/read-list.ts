import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { capHelp, capSignals, type LeftOut } from '../../packs/cap-subscription.ts';
import { type ListCard, readListCard } from '../../packs/list-card.ts';
import { buildPacks, type RuleSet } from '../../packs/pack-files.ts';
import { parseRuleFile, type RuleFault } from '../../packs/parse-rule-file.ts';
import { setsOf } from '../../packs/subscription-packs.ts';
import { readRules } from '../read-rules.ts';
import { placeOf } from './place-of.ts';

/** Rules of the project's own list; or, with a card, of a list that stands beside it. */
export type ReadList = { ok: true; rules: RuleSet; card?: ListCard } | { ok: false; faults: RuleFault[] };

const WHY: Record<LeftOut['why'], (card: ListCard) => string> = {
  'foreign-id': ({ prefix }) => `expected an id that begins with "${prefix}-"`,
  'not-allowed': () =>
    "a list beside the project's own may bring signs by phrases with a weight above 0, and contacts of people who help",
  unreadable: () => 'expected phrases, words for people and, for contacts, a source at an https address',
  'too-many': () => 'more than a list may bring',
};

/** What clients would leave out of such a list, told before it is published. */
function limitFaults(rules: RuleSet, card: ListCard, shared: RuleSet, folder: string): RuleFault[] {
  const { signals, help } = buildPacks(rules, '0');
  const leftOut = [
    ...capSignals(signals, card, setsOf(shared)).leftOut.map((entry) => ({ ...entry, directory: 'signals' })),
    ...capHelp(help, card).leftOut.map((entry) => ({ ...entry, directory: 'help' })),
  ];
  return leftOut.map(({ id, why, directory }) => ({
    ...placeOf(folder, directory, `id: ${id}`),
    message: `${id}: ${WHY[why](card)}`,
  }));
}

/**
 * Reads a folder of rules. One with a `list.yaml` (prefix, name, by, about, url) is a list of somebody else, to which
 * people subscribe: it needs no files but its own signs, contacts or addresses.
 */
export function readList(folder: string): ReadList {
  const path = join(folder, 'list.yaml');
  if (!existsSync(path)) return readRules(folder);
  const parsed = parseRuleFile('list.yaml', readFileSync(path, 'utf8'));
  if (!parsed.ok) return parsed;
  const card = readListCard(parsed.parsed.value);
  if (!card) {
    const message = 'expected "prefix" (a short word in small letters), "name" and "by"';
    return { ok: false, faults: [{ file: 'list.yaml', line: 1, message }] };
  }
  const shared = readRules();
  if (!shared.ok) return shared;
  const result = readRules(folder, shared.rules);
  if (!result.ok) return result;
  const faults = limitFaults(result.rules, card, shared.rules, folder);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rules: result.rules, card };
}
