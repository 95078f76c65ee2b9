import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readCorpus } from '../learning/training-texts.ts';
import { RULES_FOLDER } from '../read-rules.ts';
import { type CorpusDiff, diffOnCorpus, fixedSample } from './corpus-diff.ts';
import { diffPacks } from './list-diff.ts';
import { type LoadedList, loadList } from './load-list.ts';

/** Ids shown of each kind of change on the corpus. */
const MOST_SHOWN = 40;

function sizeLines(before: LoadedList, after: LoadedList): string[] {
  const names = [...new Set([...before.sizes.keys(), ...after.sizes.keys()])];
  return names
    .filter((name) => before.sizes.get(name) !== after.sizes.get(name))
    .map((name) => `~ ${name}: ${before.sizes.get(name) ?? 0} → ${after.sizes.get(name) ?? 0} bytes`);
}

function corpusLines({ adverts, changed }: CorpusDiff): string[] {
  const lines = [`On ${adverts} adverts of the corpus, ${changed.length} change their level.`];
  const isRisk = (label: string): boolean => label === 'lure' || label === 'scam';
  const groups: [string, CorpusDiff['changed']][] = [
    ['honest or warning texts, better', changed.filter(({ label, better }) => !isRisk(label) && better)],
    ['honest or warning texts, worse', changed.filter(({ label, better }) => !isRisk(label) && !better)],
    ['lures and scams, better', changed.filter(({ label, better }) => isRisk(label) && better)],
    ['lures and scams, worse', changed.filter(({ label, better }) => isRisk(label) && !better)],
  ];
  for (const [name, rows] of groups) {
    if (rows.length === 0) continue;
    lines.push(`${name}: ${rows.length}`);
    lines.push(...rows.slice(0, MOST_SHOWN).map(({ id, before, after }) => `    ${id}: ${before} → ${after}`));
    if (rows.length > MOST_SHOWN) lines.push(`    … and ${rows.length - MOST_SHOWN} more`);
  }
  return lines;
}

/** `rules diff FROM [TO] [--no-corpus]`: FROM and TO are published folders or folders of rules; TO is the working rules. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    options: { 'no-corpus': { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [from, to = RULES_FOLDER] = positionals;
  if (!from) {
    console.error('usage: npm run rules -- diff FROM [TO] [--no-corpus]');
    return 2;
  }
  const [before, after] = [loadList(resolve(from)), loadList(resolve(to))];
  const lines = [...diffPacks(before.packs, after.packs), ...sizeLines(before, after)];
  if (before.indicators !== after.indicators) lines.push(`~ indicators: ${before.indicators} → ${after.indicators}`);
  console.log(lines.length === 0 ? 'No rule changes.' : lines.join('\n'));
  if (values['no-corpus'] || lines.length === 0) return 0;
  const adverts = fixedSample(readCorpus().filter(({ sealed }) => !sealed));
  console.log(corpusLines(diffOnCorpus(before.packs, after.packs, adverts)).join('\n'));
  return 0;
}
