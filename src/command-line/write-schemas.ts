/** Writes `rules/schema/<kind>.json` from the TypeScript types; editors and the validator read them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';
import { RULE_KINDS } from '../packs/rule-kinds.ts';

const root = join(import.meta.dirname, '../..');

/** JSON schema texts by kind, as they should stand in `rules/schema/`. */
export function makeSchemas(): Map<string, string> {
  const schemas = new Map<string, string>();
  const generator = createGenerator({
    path: join(root, 'src/packs/*-rule*.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    skipTypeCheck: true,
    additionalProperties: false,
  });
  for (const [kind, { type }] of Object.entries(RULE_KINDS)) {
    schemas.set(kind, `${JSON.stringify(generator.createSchema(type), null, 2)}\n`);
  }
  return schemas;
}

// Run directly, or through the set-up program, which imports it.
if (import.meta.main || process.argv[1] === import.meta.filename) {
  mkdirSync(join(root, 'rules/schema'), { recursive: true });
  for (const [kind, text] of makeSchemas()) writeFileSync(join(root, 'rules/schema', `${kind}.json`), text);
}
