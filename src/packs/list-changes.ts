import type { CombinationRule } from './combination-rule.ts';
import type { HelpRule } from './help-rule.ts';
import type { PackedSignal } from './pack-files.ts';
import type { SiteRule } from './site-rule.ts';

/** The parts of a list that a person can be told about. */
export interface TellableList {
  version: string;
  signals: readonly PackedSignal[];
  combinations?: readonly CombinationRule[];
  sites?: readonly SiteRule[];
  help: readonly HelpRule[];
  /** Number of listed addresses. */
  indicators?: number;
}

/** What became different between two versions of a list. Names are English; a reader's language comes with the ids. */
export interface ListChange {
  from: string;
  to: string;
  signals: { added: Named[]; removed: Named[]; changed: Named[] };
  sites: { mended: string[]; off: string[]; on: string[] };
  contacts: { added: number; removed: number; changed: number };
  indicators?: { from: number; to: number };
}

export interface Named {
  id: string;
  name: string;
}

/** Names kept of one kind of change; a count says the rest. */
const NAMES_KEPT = 30;

export function listChanges(from: TellableList, to: TellableList): ListChange {
  const signals = compare(rulesOf(from), rulesOf(to), ({ id }) => id);
  const named = (rules: { id: string; name: string }[]) =>
    rules.slice(0, NAMES_KEPT).map(({ id, name }) => ({ id, name }));
  const sites = compare(from.sites ?? [], to.sites ?? [], ({ site }) => site);
  const before = new Map((from.sites ?? []).map((rule) => [rule.site, rule]));
  const wasOff = ({ site }: SiteRule) => before.get(site)?.state === 'off';
  const isOff = ({ state }: SiteRule) => state === 'off';
  const contacts = compare(contactsOf(from.help), contactsOf(to.help), ({ id }) => id);
  return {
    from: from.version,
    to: to.version,
    signals: {
      added: named(signals.added),
      removed: named(signals.removed),
      changed: named(signals.changed),
    },
    sites: {
      mended: sites.changed.filter((rule) => !isOff(rule) && !wasOff(rule)).map(({ name }) => name),
      off: sites.changed.filter((rule) => isOff(rule) && !wasOff(rule)).map(({ name }) => name),
      on: sites.changed.filter((rule) => !isOff(rule) && wasOff(rule)).map(({ name }) => name),
    },
    contacts: {
      added: contacts.added.length,
      removed: contacts.removed.length,
      changed: contacts.changed.length,
    },
    ...(from.indicators === undefined && to.indicators === undefined
      ? {}
      : { indicators: { from: from.indicators ?? 0, to: to.indicators ?? 0 } }),
  };
}

function rulesOf({ signals, combinations = [] }: TellableList): { id: string; name: string }[] {
  return [...signals, ...combinations];
}

function contactsOf(help: readonly HelpRule[]): { id: string }[] {
  return help.flatMap((rule) => rule.entries.map((entry) => ({ ...entry, id: `${rule.country} ${entry.id}` })));
}

function compare<T>(from: readonly T[], to: readonly T[], idOf: (item: T) => string) {
  const before = new Map(from.map((item) => [idOf(item), JSON.stringify(item)]));
  const after = new Set(to.map(idOf));
  return {
    added: to.filter((item) => !before.has(idOf(item))),
    removed: from.filter((item) => !after.has(idOf(item))),
    changed: to.filter((item) => before.has(idOf(item)) && before.get(idOf(item)) !== JSON.stringify(item)),
  };
}
