import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { SiteRule } from '../../src/packs/site-rule.ts';

const FOLDER = new URL('../../rules/sites/', import.meta.url);

/** All site rules as written; their schema is checked elsewhere. */
export function loadSites(): SiteRule[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => parse(readFileSync(new URL(name, FOLDER), 'utf8')) as SiteRule);
}
