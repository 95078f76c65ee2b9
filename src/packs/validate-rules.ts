import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import type { ParsedRuleFile, RuleFault } from './parse-rule-file.ts';
import { parsePhrase } from './phrase-syntax.ts';
import { RULE_KINDS, type RuleKind } from './rule-kinds.ts';
import type { SignalRule } from './signal-rule.ts';
import { checkIndicators } from './validate-indicators.ts';

export type RuleSchemas = Record<RuleKind, object>;

const LEAST_EXAMPLES = 3;

function expectation(error: ErrorObject): string {
  const at = error.instancePath.split('/').slice(1).join('.') || 'the file';
  switch (error.keyword) {
    case 'additionalProperties':
      return `${at}: unknown key "${error.params.additionalProperty}"`;
    case 'required':
      return `${at}: "${error.params.missingProperty}" is missing`;
    case 'enum':
      return `${at}: expected one of ${error.params.allowedValues.join(', ')}`;
    case 'type':
      return `${at}: expected ${error.params.type}`;
    default:
      return `${at}: ${error.message}`;
  }
}

function pathOf(error: ErrorObject): (string | number)[] {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  if (error.keyword === 'additionalProperties') path.push(error.params.additionalProperty);
  return path.map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Makes the check of single files against their schema. Faults name file, line and what was expected. */
export function createValidator(schemas: RuleSchemas): (kind: RuleKind, parsed: ParsedRuleFile) => RuleFault[] {
  const ajv = new Ajv({ allErrors: true, strict: false });
  const validators = new Map<RuleKind, ValidateFunction>();
  return (kind, parsed) => {
    const validate = validators.get(kind) ?? ajv.compile(schemas[kind]);
    validators.set(kind, validate);
    if (validate(parsed.value)) {
      const idKey = RULE_KINDS[kind].id;
      const id = idKey ? (parsed.value as Record<string, unknown>)[idKey] : undefined;
      const name = parsed.file
        .split('/')
        .at(-1)!
        .replace(/\.yaml$/, '');
      if (idKey && id !== name)
        return [
          {
            file: parsed.file,
            line: parsed.lineOf([idKey]),
            message: `${idKey}: expected "${name}", the name of the file`,
          },
        ];
      if (kind === 'indicators') return checkIndicators(parsed);
      return kind === 'signals' ? checkSignal(parsed) : [];
    }
    return validate.errors!.map((error) => ({
      file: parsed.file,
      line: parsed.lineOf(pathOf(error)),
      message: expectation(error),
    }));
  };
}

function checkSignal(parsed: ParsedRuleFile): RuleFault[] {
  const signal = parsed.value as SignalRule;
  const faults: RuleFault[] = [];
  const fault = (path: (string | number)[], message: string): void => {
    faults.push({ file: parsed.file, line: parsed.lineOf(path), message });
  };
  for (const side of ['hits', 'misses'] as const) {
    if (signal.examples[side].length < LEAST_EXAMPLES)
      fault(['examples', side], `examples.${side}: expected at least ${LEAST_EXAMPLES}`);
  }
  if (!signal.text.en) fault(['text'], 'text: expected at least "en"');
  if (signal.group === 'protective' ? signal.weight > 0 : signal.weight < 0 && signal.group !== 'context')
    fault(['weight'], 'weight: only protective and context signals are negative');
  for (const key of ['phrases', 'unless'] as const) {
    for (const [language, list] of Object.entries(signal[key] ?? {})) {
      list.forEach((phrase, i) => {
        const result = parsePhrase(String(phrase));
        if (!result.ok) fault([key, language, i], `${key}.${language}: ${result.error}`);
      });
    }
  }
  return faults;
}

/** Checks that need all files: names that must exist, ids that must not repeat. */
export function checkReferences(
  signals: { parsed: ParsedRuleFile; rule: SignalRule }[],
  wordSets: ReadonlyMap<string, ReadonlySet<string>>,
  combinations: { parsed: ParsedRuleFile; all: string[] }[],
): RuleFault[] {
  const faults: RuleFault[] = [];
  const ids = new Set(signals.map(({ rule }) => rule.id));
  for (const { parsed, rule } of signals) {
    for (const key of ['phrases', 'unless'] as const) {
      for (const [language, list] of Object.entries(rule[key] ?? {})) {
        list.forEach((phrase, i) => {
          const result = parsePhrase(String(phrase));
          if (!result.ok) return;
          for (const part of result.parts) {
            if (!part.set || rule.words?.[language]?.[part.set] || wordSets.get(part.set)?.has(language)) continue;
            faults.push({
              file: parsed.file,
              line: parsed.lineOf([key, language, i]),
              message: `${key}.${language}: no word set "${part.set}" for this language`,
            });
          }
        });
      }
    }
    for (const [i, id] of (rule.onlyWith ?? []).entries()) {
      if (!ids.has(id))
        faults.push({
          file: parsed.file,
          line: parsed.lineOf(['onlyWith', i]),
          message: `onlyWith: no signal "${id}"`,
        });
    }
  }
  for (const { parsed, all } of combinations) {
    all.forEach((entry, i) => {
      for (const id of entry.split('|')) {
        if (!ids.has(id))
          faults.push({ file: parsed.file, line: parsed.lineOf(['all', i]), message: `all: no signal "${id}"` });
      }
    });
  }
  return faults;
}
