import { homedir } from 'node:os';
import { join } from 'node:path';

/** Options that the publishing commands share. */
export const PUBLISH_OPTIONS = {
  keys: { type: 'string' },
  rules: { type: 'string' },
  version: { type: 'string' },
  date: { type: 'string' },
  now: { type: 'string' },
  root: { type: 'string' },
  'allow-shrink': { type: 'boolean', default: false },
} as const;

/** Throws an Error that names the option when it is no time. */
export function parseTime(option: string, text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) throw new Error(`--${option}: not a time: ${text}`);
  return date;
}

/** Where keys lie when nothing else is said: outside every repository. */
export function keysFolder(given: string | undefined): string {
  return given ?? process.env.LUREWATCH_KEYS ?? join(homedir(), '.lurewatch-keys');
}
