/**
 * `npm run rules -- COMMAND …`: everything a publisher of a rule list needs.
 *
 *   lint                 checks the rule files and their quality on the corpus
 *   build DIR            writes the packs of a list
 *   diff FROM [TO]       what changes between two lists, and on the corpus
 *   init-keys DIR        makes keys and the first root
 *   publish DIR          builds, signs and writes the next list
 *   sign DIR             adds signatures to what waits for them; renews what ends soon
 *   rotate DIR ROLE      gives a role other keys
 *   serve DIR            serves a published folder on this machine, for trying
 *   sync URL --store DIR runs the extension's client against a list
 */
const COMMANDS: Record<string, () => Promise<{ run(args: string[]): Promise<number> }>> = {
  lint: () => import('./publishing/rules-lint.ts'),
  build: () => import('./publishing/rules-build.ts'),
  diff: () => import('./publishing/rules-diff.ts'),
  'init-keys': () => import('./publishing/rules-init-keys.ts'),
  publish: () => import('./publishing/rules-publish.ts'),
  sign: () => import('./publishing/rules-sign.ts'),
  rotate: () => import('./publishing/rules-rotate.ts'),
  serve: () => import('./publishing/rules-serve.ts'),
  sync: () => import('./publishing/rules-sync.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (!load) {
  console.error(`usage: npm run rules -- ${Object.keys(COMMANDS).join(' | ')}`);
  process.exit(2);
}
try {
  process.exitCode = await (await load()).run(args);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

export {};
