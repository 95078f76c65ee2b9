import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { neverListed } from '../packs/never-listed.ts';
import { buildPacks, type Packs, type RuleSet } from '../packs/pack-files.ts';
import { type ParsedRuleFile, parseRuleFile, type RuleFault } from '../packs/parse-rule-file.ts';
import { RULE_KINDS, type RuleKind } from '../packs/rule-kinds.ts';
import type { SignalRule } from '../packs/signal-rule.ts';
import { type CheckedIndicator, checkedIndicators, checkListed } from '../packs/validate-indicators.ts';
import { checkReferences, createValidator, type RuleSchemas } from '../packs/validate-rules.ts';
import { commitDate, versionOf } from './publishing/list-date.ts';

export const RULES_FOLDER = join(import.meta.dirname, '../../rules');

export type ReadRules = { ok: true; rules: RuleSet } | { ok: false; faults: RuleFault[] };

function filesOf(folder: string, path: string): string[] {
  const full = join(folder, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [full];
  return readdirSync(full)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => join(full, name));
}

/**
 * Reads and checks every rule file of a folder. All faults are gathered; nothing is half-read. A list that stands beside
 * the project's own shares its word sets, languages and scoring: `shared`.
 */
export function readRules(folder = RULES_FOLDER, shared?: RuleSet): ReadRules {
  const faults: RuleFault[] = [];
  const schemas = {} as RuleSchemas;
  for (const kind of Object.keys(RULE_KINDS) as RuleKind[])
    schemas[kind] = JSON.parse(readFileSync(join(RULES_FOLDER, 'schema', `${kind}.json`), 'utf8'));
  const validate = createValidator(schemas);
  const rules = {} as Record<string, unknown>;
  const signals: { parsed: ParsedRuleFile; rule: SignalRule }[] = [];
  const combinations: { parsed: ParsedRuleFile; all: string[] }[] = [];
  const wordSets = new Map((shared?.words ?? []).map(({ id, words }) => [id, new Set(Object.keys(words))]));
  const indicators: CheckedIndicator[] = [];
  for (const [kind, { path, optional }] of Object.entries(RULE_KINDS) as [
    RuleKind,
    { path: string; optional?: boolean },
  ][]) {
    const values: unknown[] = [];
    for (const file of filesOf(folder, path)) {
      const result = parseRuleFile(relative(join(folder, '..'), file), readFileSync(file, 'utf8'));
      if (!result.ok) {
        faults.push(...result.faults);
        continue;
      }
      const found = validate(kind, result.parsed);
      faults.push(...found);
      if (found.length > 0) continue;
      values.push(result.parsed.value);
      if (kind === 'signals') signals.push({ parsed: result.parsed, rule: result.parsed.value as SignalRule });
      if (kind === 'combinations')
        combinations.push({ parsed: result.parsed, all: (result.parsed.value as { all: string[] }).all });
      if (kind === 'indicators') indicators.push(...checkedIndicators(result.parsed));
      if (kind === 'words') {
        const set = result.parsed.value as { id: string; words: Record<string, string[]> };
        wordSets.set(set.id, new Set(Object.keys(set.words)));
      }
    }
    if (path.endsWith('.yaml')) {
      if (values.length === 0 && shared) values.push(shared[kind]);
      if (values.length === 0 && faults.length === 0 && !optional)
        faults.push({ file: `rules/${path}`, line: 1, message: 'the file is missing' });
      rules[kind] = values[0];
    } else rules[kind] = values;
  }
  if (faults.length === 0) {
    faults.push(...checkReferences(signals, wordSets, combinations));
    const all = { ...rules, employers: [...((rules.employers as []) ?? []), ...(shared?.employers ?? [])] };
    Object.assign(all, { help: [...((rules.help as []) ?? []), ...(shared?.help ?? [])] });
    faults.push(...checkListed(indicators, neverListed(all as unknown as RuleSet)));
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, rules: rules as unknown as RuleSet };
}

/** Version of the packaged list: of the sources' last commit; of the package where there is no repository. */
export function packagedVersion(): string {
  const date = commitDate(RULES_FOLDER);
  if (date) return versionOf(date);
  const { version } = JSON.parse(readFileSync(join(RULES_FOLDER, '../package.json'), 'utf8')) as { version: string };
  return version;
}

/** Packs of the repository's rules. Throws an Error that lists every fault with file and line. */
export function readPacks(folder = RULES_FOLDER): Packs {
  const result = readRules(folder);
  if (!result.ok)
    throw new Error(result.faults.map((fault) => `${fault.file}:${fault.line}: ${fault.message}`).join('\n'));
  return buildPacks(result.rules, packagedVersion());
}
