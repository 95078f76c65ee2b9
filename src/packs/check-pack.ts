import bands from '../../rules/schema/bands.json' with { type: 'json' };
import combinations from '../../rules/schema/combinations.json' with { type: 'json' };
import currencies from '../../rules/schema/currencies.json' with { type: 'json' };
import employers from '../../rules/schema/employers.json' with { type: 'json' };
import glossary from '../../rules/schema/glossary.json' with { type: 'json' };
import help from '../../rules/schema/help.json' with { type: 'json' };
import languages from '../../rules/schema/languages.json' with { type: 'json' };
import meaning from '../../rules/schema/meaning.json' with { type: 'json' };
import messengers from '../../rules/schema/messengers.json' with { type: 'json' };
import numbers from '../../rules/schema/numbers.json' with { type: 'json' };
import places from '../../rules/schema/places.json' with { type: 'json' };
import roles from '../../rules/schema/roles.json' with { type: 'json' };
import scoring from '../../rules/schema/scoring.json' with { type: 'json' };
import signals from '../../rules/schema/signals.json' with { type: 'json' };
import sites from '../../rules/schema/sites.json' with { type: 'json' };
import weights from '../../rules/schema/weights.json' with { type: 'json' };
import wording from '../../rules/schema/wording.json' with { type: 'json' };
import words from '../../rules/schema/words.json' with { type: 'json' };
import { ENGINE_VERSION, PACK_FORMAT, type Packs } from './pack-files.ts';
import { checkSchema, type Schema } from './schema-check.ts';

/** Examples stay in the repository, so a packed signal has none. */
function withoutExamples(schema: Schema): Schema {
  const rule = schema.definitions!.SignalRule!;
  const required = rule.required?.filter((key) => key !== 'examples');
  return { ...schema, definitions: { ...schema.definitions, SignalRule: { ...rule, required } } };
}

/** What each pack holds: lists of rules, single rules, and single rules that may be absent. */
const CONTENTS: {
  [K in keyof Packs]: {
    lists: Record<string, Schema>;
    single: Record<string, Schema>;
    optional?: Record<string, Schema>;
  };
} = {
  signals: {
    lists: { signals: withoutExamples(signals as Schema), combinations, words, glossary, messengers, employers },
    single: { languages, scoring, weights },
    optional: { wording, meaning },
  },
  'places-pay': { lists: { places, bands, roles, currencies, numbers }, single: {} },
  sites: { lists: { sites }, single: {} },
  help: { lists: { help }, single: {} },
};

export type CheckedPack<K extends keyof Packs> =
  | { ok: true; pack: Packs[K] }
  /** `newer`: whole, but it asks for a newer engine, so the one that is live stays and nothing is wrong. */
  | { ok: false; error: string; newer?: boolean };

/** A state that this version does not know is meant for newer ones: off. */
function knownState(rule: unknown): unknown {
  const state = (rule as { state?: unknown } | null)?.state;
  return typeof state === 'string' && state !== 'on' && state !== 'off' ? { ...(rule as object), state: 'off' } : rule;
}

/**
 * Checks a JSON pack against the rules' schemas. A pack of this format must fit exactly. Of a newer format, keys that are
 * unknown are skipped, rules that do not fit are left out, and unknown states are off.
 */
export function checkPack<K extends keyof Packs>(id: K, bytes: Uint8Array): CheckedPack<K> {
  let given: Record<string, unknown>;
  try {
    given = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Record<string, unknown>;
  } catch {
    return { ok: false, error: 'it is not JSON' };
  }
  if (typeof given !== 'object' || given === null || given.pack !== id)
    return { ok: false, error: 'it is another pack than its name says' };
  const { format, minEngine, version } = given;
  if (!Number.isInteger(format) || !Number.isInteger(minEngine) || typeof version !== 'string')
    return { ok: false, error: 'its format, engine or version is missing' };
  if ((minEngine as number) > ENGINE_VERSION)
    return { ok: false, newer: true, error: `it asks for engine ${minEngine}; this is engine ${ENGINE_VERSION}` };
  const newer = (format as number) > PACK_FORMAT;
  const pack: Record<string, unknown> = { pack: id, format, minEngine, version };
  // A subscription's card; whoever shows it rebuilds it field by field.
  if (given.list !== undefined) pack.list = given.list;
  for (const [name, schema] of Object.entries(CONTENTS[id].lists)) {
    if (!Array.isArray(given[name])) return { ok: false, error: `${name}: expected a list` };
    const kept: unknown[] = [];
    for (const [index, rule] of given[name].entries()) {
      const checked = checkSchema(schema, newer ? knownState(rule) : rule, newer);
      if (checked.ok) kept.push(checked.value);
      else if (!newer) return { ok: false, error: `${name}.${index}${checked.at}: expected ${checked.expected}` };
    }
    // Losing a rule that is too new is expected; losing all of them means that nothing was understood.
    if (kept.length === 0 && given[name].length > 0)
      return { ok: false, newer: true, error: `no entry of ${name} is of a kind that this version knows` };
    pack[name] = kept;
  }
  const optional = Object.entries(CONTENTS[id].optional ?? {}).filter(([name]) => given[name] !== undefined);
  for (const [name, schema] of [...Object.entries(CONTENTS[id].single), ...optional]) {
    const checked = checkSchema(schema, given[name], newer);
    if (!checked.ok) return { ok: false, error: `${name}${checked.at}: expected ${checked.expected}` };
    pack[name] = checked.value;
  }
  return { ok: true, pack: pack as unknown as Packs[K] };
}
