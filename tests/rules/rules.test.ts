import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RULES_FOLDER, readRules } from '../../src/command-line/read-rules.ts';
import { makeSchemas } from '../../src/command-line/write-schemas.ts';
import { createSignalFinder } from '../../src/engine/score-posting.ts';
import { compileRules } from '../../src/packs/compile-rules.ts';
import { buildPacks } from '../../src/packs/pack-files.ts';
import { lookupOf } from '../engine/indicators/test-list.ts';

const read = readRules();

describe('rule files', () => {
  it('are well formed and refer only to what exists', () => {
    expect(read.ok ? [] : read.faults).toEqual([]);
  });

  it('have schemas that match the types (npm run schemas writes them)', () => {
    for (const [kind, text] of makeSchemas()) {
      expect(readFileSync(join(RULES_FOLDER, 'schema', `${kind}.json`), 'utf8'), kind).toBe(text);
    }
  });
});

if (read.ok) {
  const find = createSignalFinder(compileRules(buildPacks(read.rules, 'test')), lookupOf());
  describe.each(read.rules.signals.map((rule) => [rule.id, rule] as const))('signal %s', (id, rule) => {
    it.each(rule.examples.hits.map((example) => [example.lang, example.text, example] as const))(
      'is found (%s) in: %s',
      (_lang, _text, example) => {
        expect([...find(example).keys()]).toContain(id);
      },
    );
    it.each(rule.examples.misses.map((example) => [example.lang, example.text, example] as const))(
      'is not found (%s) in: %s',
      (_lang, _text, example) => {
        const finding = find(example).get(id);
        expect(finding?.ranges ?? []).toEqual([]);
      },
    );
  });
}
