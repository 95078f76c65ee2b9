import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuildTarget, buildExtension } from '../../src/command-line/browsers/build-extension.ts';

/** Bytes. The page script is loaded into every page of the named sites: what counts is its size as packed. */
const PAGE_SCRIPT_BUDGET = 25_000;
const PACKAGE_BUDGET = 26_000_000;

interface Manifest {
  manifest_version: number;
  permissions: string[];
  host_permissions: string[];
  optional_host_permissions: string[];
  content_scripts: { matches: string[]; js: string[]; all_frames?: boolean }[];
  content_security_policy: { extension_pages: string };
  browser_specific_settings?: { gecko: { id: string; data_collection_permissions: { required: string[] } } };
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => statSync(join(folder, name)).isFile());
}

describe.each<BuildTarget>(['chrome', 'firefox'])('the package for %s', (target) => {
  let folder = '';
  let manifest: Manifest;

  beforeAll(async () => {
    folder = await buildExtension(target, 'production');
    manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  }, 120_000);

  test('asks for five permissions and the named sites, nothing else', () => {
    expect(manifest.manifest_version).toBe(3);
    expect(manifest.permissions.toSorted()).toEqual(['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage']);
    expect(manifest.optional_host_permissions).toEqual(['*://*/*']);
    const [script, ...others] = manifest.content_scripts;
    expect(others).toEqual([]);
    expect(manifest.host_permissions.toSorted()).toEqual(script!.matches.toSorted());
    expect(script!.matches).toContain('https://*.linkedin.com/*');
    expect(script!.all_frames ?? false).toBe(false);
    for (const match of script!.matches) expect(match).toMatch(/^https:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+\/\*$/);
  });

  test('never reads private conversations by itself', () => {
    expect(manifest.host_permissions.join(' ')).not.toMatch(/web\.telegram|whatsapp|messenger\.com|mail\./);
  });

  test('gives pages nothing by which they could find it', () => {
    const text = JSON.stringify(manifest);
    expect(text).not.toContain('web_accessible_resources');
    expect(text).not.toContain('externally_connectable');
    expect(text).not.toContain('<all_urls>');
    expect(text).not.toMatch(/localhost|127\.0\.0\.1/);
  });

  test('lets its own pages load nothing but its own files, and fetch lists over https', () => {
    const directives = manifest.content_security_policy.extension_pages.split('; ');
    expect(directives).toContain("default-src 'none'");
    expect(directives).toContain("script-src 'self'");
    expect(directives).toContain("connect-src 'self' https:");
    const others = directives.filter((directive) => !directive.startsWith('connect-src'));
    expect(others.join('; ')).not.toMatch(/unsafe|https?:|\*/);
  });

  test('says of the list in it which version it is, and where newer ones are', () => {
    const list = JSON.parse(readFileSync(join(folder, 'packs/list.json'), 'utf8'));
    expect(list.version).toMatch(/^\d+(\.\d+)+$/);
    for (const mirror of list.mirrors) expect(mirror).toMatch(/^https:\/\//);
  });

  test('declares that it collects nothing', () => {
    const gecko = manifest.browser_specific_settings?.gecko;
    if (target === 'firefox') expect(gecko?.data_collection_permissions).toEqual({ required: ['none'] });
    else expect(gecko).toBeUndefined();
  });

  test('holds no code that makes code, and none from elsewhere', () => {
    for (const name of filesOf(folder).filter((file) => /\.(js|html)$/.test(file))) {
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text, name).not.toMatch(/\beval\(|new Function\(|importScripts\(/);
      expect(text, name).not.toMatch(/<script[^>]+src="(https?:)?\/\//);
      expect(text, name).not.toMatch(/(mongoose|redis|memjs|postgres)/i);
    }
  });

  test('keeps within its sizes', () => {
    const size = (name: string) => statSync(join(folder, name)).size;
    const pageScript = readFileSync(join(folder, 'content-scripts/posting.js'));
    expect(gzipSync(pageScript, { level: 9 }).length).toBeLessThanOrEqual(PAGE_SCRIPT_BUDGET);
    expect(filesOf(folder).reduce((sum, name) => sum + size(name), 0)).toBeLessThan(PACKAGE_BUDGET);
    expect(filesOf(folder).filter((name) => /\.(map|ts|yaml)$/.test(name))).toEqual([]);
  });
});
