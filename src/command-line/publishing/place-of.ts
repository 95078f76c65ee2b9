import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The first line of a rules folder's files that holds these words, for a fault that was found after parsing. */
export function placeOf(folder: string, directory: string, words: string): { file: string; line: number } {
  const path = join(folder, directory);
  for (const name of existsSync(path) ? readdirSync(path).toSorted() : []) {
    const index = readFileSync(join(path, name), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(words));
    if (index >= 0) return { file: `rules/${directory}/${name}`, line: index + 1 };
  }
  return { file: `rules/${directory}`, line: 1 };
}
