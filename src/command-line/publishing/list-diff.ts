import type { PackedSignal, Packs } from '../../packs/pack-files.ts';

/** Lines for a reviewer, each beginning with `+`, `-` or `~`. */
export type DiffLines = string[];

const show = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

/** Added, removed and changed rules of one kind; `describe` says what changed in one. */
function compareById<T>(
  kind: string,
  [before, after]: [readonly T[], readonly T[]],
  idOf: (rule: T) => string,
  describe: (before: T, after: T) => string[],
): DiffLines {
  const old = new Map(before.map((rule) => [idOf(rule), rule]));
  const lines: DiffLines = [];
  for (const rule of after) {
    const id = idOf(rule);
    const known = old.get(id);
    old.delete(id);
    if (known === undefined) lines.push(`+ ${kind} ${id}`);
    else if (show(known) !== show(rule))
      lines.push(`~ ${kind} ${id}`, ...describe(known, rule).map((line) => `    ${line}`));
  }
  lines.push(...[...old.keys()].map((id) => `- ${kind} ${id}`));
  return lines;
}

function changedKeys(before: object, after: object, skip: readonly string[] = []): string[] {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((key) => !skip.includes(key) && show(old[key]) !== show(now[key]))
    .map((key) => {
      const [was, is] = [show(old[key]), show(now[key])];
      return was.length + is.length < 160 ? `${key}: ${was} → ${is}` : `${key} changed`;
    });
}

function changedPhrases(
  key: string,
  before: Record<string, string[]> = {},
  after: Record<string, string[]> = {},
): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((language) => {
    const [old, now] = [new Set(before[language]), new Set(after[language])];
    return [
      ...[...now].filter((phrase) => !old.has(phrase)).map((phrase) => `+ ${key}.${language}: ${phrase}`),
      ...[...old].filter((phrase) => !now.has(phrase)).map((phrase) => `- ${key}.${language}: ${phrase}`),
    ];
  });
}

function signalChanges(before: PackedSignal, after: PackedSignal): string[] {
  return [
    ...changedKeys(before, after, ['phrases', 'unless']),
    ...changedPhrases('phrases', before.phrases, after.phrases),
    ...changedPhrases('unless', before.unless, after.unless),
  ];
}

function weightLines(before: Record<string, number>, after: Record<string, number>): DiffLines {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((id) => before[id] !== after[id])
    .map((id) => `~ weight ${id}: ${before[id] ?? 'none'} → ${after[id] ?? 'none'}`);
}

/** What a reviewer of a list has to see: every rule that came, went or changed, and how. */
export function diffPacks(before: Packs, after: Packs): DiffLines {
  const signals = [before.signals, after.signals] as const;
  const pay = [before['places-pay'], after['places-pay']] as const;
  const helpOf = ({ help }: Packs): { id: string }[] =>
    help.help.flatMap(({ country, entries }) => entries.map((entry) => ({ ...entry, id: `${country} ${entry.id}` })));
  return [
    ...compareById('signal', [signals[0].signals, signals[1].signals], ({ id }) => id, signalChanges),
    ...compareById('combination', [signals[0].combinations, signals[1].combinations], ({ id }) => id, changedKeys),
    ...weightLines(signals[0].weights.weights, signals[1].weights.weights),
    ...changedKeys(signals[0].scoring, signals[1].scoring).map((line) => `~ scoring ${line}`),
    ...compareById(
      'word set',
      [signals[0].words, signals[1].words],
      ({ id }) => id,
      (old, now) => changedPhrases('words', old.words, now.words),
    ),
    ...compareById('messenger', [signals[0].messengers, signals[1].messengers], ({ id }) => id, changedKeys),
    ...compareById('employer', [signals[0].employers, signals[1].employers], ({ id }) => id, changedKeys),
    ...compareById('place', [pay[0].places, pay[1].places], ({ id }) => id, changedKeys),
    ...compareById('pay of', [pay[0].bands, pay[1].bands], ({ country }) => country, changedKeys),
    ...compareById('role', [pay[0].roles, pay[1].roles], ({ role }) => role, changedKeys),
    ...compareById('currency', [pay[0].currencies, pay[1].currencies], ({ code }) => code, changedKeys),
    ...compareById('numbers of', [pay[0].numbers, pay[1].numbers], ({ lang }) => lang, changedKeys),
    ...compareById('site', [before.sites.sites, after.sites.sites], ({ site }) => site, changedKeys),
    ...compareById('help', [helpOf(before), helpOf(after)], ({ id }) => id, changedKeys),
  ];
}
