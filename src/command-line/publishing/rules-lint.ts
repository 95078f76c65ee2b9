import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPacks } from '../../packs/pack-files.ts';
import type { RuleFault } from '../../packs/parse-rule-file.ts';
import { type SharedWords, subscriptionPacks } from '../../packs/subscription-packs.ts';
import { readCorpus } from '../learning/training-texts.ts';
import { RULES_FOLDER, readPacks } from '../read-rules.ts';
import { commonPhrases, corpusFaults, helpWithoutContact, repeatedPhrases, wideHosts } from './list-quality.ts';
import { readList } from './read-list.ts';

const sharedWords = (): SharedWords => readPacks().signals;

/** All that is wrong with a folder of rules; `withCorpus` tries them on the adverts too (half a minute). */
export function lintRules(folder: string, withCorpus: boolean): RuleFault[] {
  const result = readList(folder);
  if (!result.ok) return result.faults;
  const { rules, card } = result;
  const faults = [...repeatedPhrases(rules, folder), ...wideHosts(rules, folder), ...helpWithoutContact(rules, folder)];
  if (!withCorpus) return faults;
  // Sealed texts only measure: naming one here would let rules be fitted to it.
  const adverts = readCorpus().filter(({ sealed }) => !sealed);
  const packs = buildPacks(rules, '0');
  if (card)
    return [...faults, ...commonPhrases(subscriptionPacks(packs.signals.signals, sharedWords(), '0'), adverts, folder)];
  return [...faults, ...commonPhrases(packs, adverts, folder), ...corpusFaults(packs, adverts)];
}

/** `rules lint [FOLDER] [--quick]`: one line a fault, with file, line and what was expected; exit code 1 when there are any. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { quick: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const faults = lintRules(resolve(positionals[0] ?? RULES_FOLDER), !values.quick);
  for (const { file, line, message } of faults) console.log(`${file}:${line}: ${message}`);
  console.log(faults.length === 0 ? 'No faults.' : `${faults.length} faults.`);
  return faults.length === 0 ? 0 : 1;
}
