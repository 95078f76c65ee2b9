import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { RULES_FOLDER } from '../read-rules.ts';
import { buildList, buildOtherList, type ListFiles } from './build-list.ts';
import { commitDate, uncommitted } from './list-date.ts';
import { PUBLISH_OPTIONS, parseTime } from './publish-options.ts';
import { readList } from './read-list.ts';
import { sha256 } from './tuf-metadata.ts';

export interface BuiltList {
  files: ListFiles;
  /** The list's own date: as asked for, else of the last commit. */
  date: Date;
}

/** Reads, checks and builds. Throws an Error that lists every fault with file and line. */
export function readAndBuild(options: { rules?: string; version?: string; date?: string }): BuiltList {
  const folder = resolve(options.rules ?? RULES_FOLDER);
  const date = parseTime('date', options.date) ?? commitDate(folder);
  if (!date) throw new Error('git does not know the date of the rules here: give --date.');
  const result = readList(folder);
  if (!result.ok)
    throw new Error(result.faults.map((fault) => `${fault.file}:${fault.line}: ${fault.message}`).join('\n'));
  const changed = options.version ? [] : uncommitted(folder);
  if (changed.length > 0)
    console.error(`${changed.length} files are not committed; versions are those of the last commit.`);
  const how = { folder, version: options.version, date };
  const { rules, card } = result;
  return { files: card ? buildOtherList(rules, card, how) : buildList(rules, how), date };
}

/** `rules build DIR [--rules FOLDER] [--version V] [--date ISO]`: the packs as they would be published, unsigned. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: PUBLISH_OPTIONS, allowPositionals: true });
  const [folder] = positionals;
  if (!folder) {
    console.error('usage: npm run rules -- build DIR [--rules FOLDER] [--version V] [--date ISO]');
    return 2;
  }
  const { files } = readAndBuild(values);
  mkdirSync(folder, { recursive: true });
  for (const [name, { bytes, custom }] of files) {
    writeFileSync(join(folder, name), bytes);
    console.log(`${name}  ${custom.version}  ${bytes.length} bytes  ${sha256(bytes)}`);
  }
  return 0;
}
