import { spawnSync } from 'node:child_process';

/** Which rule files each pack is made of, under the rules' folder. */
export const PACK_SOURCES = {
  signals: [
    'signals',
    'combinations',
    'words',
    'glossary',
    'messengers',
    'employers',
    'languages.yaml',
    'scoring.yaml',
    'weights.yaml',
    'wording.yaml',
    'meaning.yaml',
  ],
  'places-pay': ['places', 'pay'],
  sites: ['sites'],
  help: ['help'],
} as const;

function git(folder: string, args: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', args, { cwd: folder, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * When the sources were last committed, so that the same tag gives the same bytes: `SOURCE_DATE_EPOCH` where it is set,
 * else git's word about `paths` of the folder. Undefined outside a repository, and for paths in a shallow one, where git
 * cannot know.
 */
export function commitDate(folder: string, paths: readonly string[] = []): Date | undefined {
  const epoch = Number(process.env.SOURCE_DATE_EPOCH);
  if (process.env.SOURCE_DATE_EPOCH && Number.isSafeInteger(epoch)) return new Date(epoch * 1000);
  if (paths.length > 0 && git(folder, ['rev-parse', '--is-shallow-repository']) !== 'false') return undefined;
  const seconds = Number(git(folder, ['log', '-1', '--format=%ct', ...(paths.length > 0 ? ['--', ...paths] : [])]));
  return Number.isSafeInteger(seconds) && seconds > 0 ? new Date(seconds * 1000) : undefined;
}

/** Files of the folder that git does not know as they are. */
export function uncommitted(folder: string): string[] {
  return (git(folder, ['status', '--porcelain', '--', '.']) ?? '').split('\n').filter(Boolean);
}

/** "2026.11.22.2015": the minute in UTC, as a version that compares part by part. */
export function versionOf(date: Date): string {
  const [day, time] = date.toISOString().split('T') as [string, string];
  return `${day.replaceAll('-', '.')}.${time.slice(0, 5).replace(':', '')}`;
}
