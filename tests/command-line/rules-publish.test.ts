import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { run as build } from '../../src/command-line/publishing/rules-build.ts';
import { run as diff } from '../../src/command-line/publishing/rules-diff.ts';
import { run as initKeys } from '../../src/command-line/publishing/rules-init-keys.ts';
import { lintRules } from '../../src/command-line/publishing/rules-lint.ts';
import { run as publish } from '../../src/command-line/publishing/rules-publish.ts';
import { run as rotate } from '../../src/command-line/publishing/rules-rotate.ts';
import { createListServer } from '../../src/command-line/publishing/rules-serve.ts';
import { run as sign } from '../../src/command-line/publishing/rules-sign.ts';
import { run as sync } from '../../src/command-line/publishing/rules-sync.ts';
import { RULES_FOLDER } from '../../src/command-line/read-rules.ts';

const DATE = '2026-11-22T12:00:00Z';
let folder: string;
let said: string[];
const at = (...parts: string[]): string => join(folder, ...parts);
const output = (): string => said.join('\n');

/** A few of the repository's rules: whole, but quick to read and compile. */
function copyRules(to: string): void {
  mkdirSync(join(to, 'signals'), { recursive: true });
  for (const name of ['languages.yaml', 'scoring.yaml']) cpSync(join(RULES_FOLDER, name), join(to, name));
  writeFileSync(join(to, 'weights.yaml'), 'bias: -3\nweights:\n  free-flight: 2\n');
  writeFileSync(join(to, 'signals', 'free-flight.yaml'), SIGNAL);
}

const SIGNAL = `id: free-flight
name: Free flight
group: offer
strength: strong
weight: 2
detector: phrases
text:
  en: { label: Your flight is paid, why: Lures pay for the way there. }
sources:
  - { title: Example, url: 'https://example.org/' }
phrases:
  en:
    - free flight
examples:
  hits:
    - { lang: en, text: free flight for you }
    - { lang: en, text: a free flight }
    - { lang: en, text: free flight and room }
  misses:
    - { lang: en, text: flight }
    - { lang: en, text: free }
    - { lang: en, text: honest work }
`;

const HELP = `country: XK
name: Kosovo
entries:
  - id: xk-nobody
    name: Nobody answers here
    kind: ngo
    for: [before-travel]
    languages: []
    source: { url: 'https://example.org/' }
    verified: '2026'
    confidence: medium
`;

const SITE = `site: board
name: Board
hosts: ['*.com']
confidence: high
revision: 1
minEngine: 1
views: []
sources: []
`;

// Keys are slow to open and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 });

/** Made once: guarding keys is slow on purpose. */
let keys: string;

beforeAll(async () => {
  keys = mkdtempSync(join(tmpdir(), 'rules-keys-'));
  vi.stubEnv('LUREWATCH_PASSPHRASE', 'a long passphrase');
  vi.spyOn(console, 'log').mockImplementation(() => {});
  await initKeys([join(keys, 'keys'), '--targets', '2/2', '--date', DATE]);
}, 60_000);
afterAll(() => rmSync(keys, { recursive: true, force: true }));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rules-publish-'));
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line) => void said.push(String(line)));
  vi.spyOn(console, 'error').mockImplementation((line) => void said.push(String(line)));
  vi.stubEnv('LUREWATCH_PASSPHRASE', 'a long passphrase');
  copyRules(at('rules'));
  cpSync(keys, folder, { recursive: true });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const edit = (from: string, to: string): void => {
  const path = at('rules/signals/free-flight.yaml');
  writeFileSync(path, readFileSync(path, 'utf8').replace(from, to));
};
const publishList = (version: string, ...more: string[]): Promise<number> =>
  publish([
    at('pub'),
    '--keys',
    at('keys'),
    '--rules',
    at('rules'),
    '--version',
    version,
    '--date',
    DATE,
    '--now',
    DATE,
    ...more,
  ]);
const newestOf = (role: string): string =>
  readdirSync(at('pub/metadata'))
    .filter((name) => name.includes(role))
    .toSorted((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))[0]!;

/** What the command-line client says of the published folder. */
async function syncNow(now = DATE): Promise<{ code: number; line: Record<string, unknown> }> {
  const server = createListServer(at('pub'));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  said = [];
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const code = await sync([
    url,
    '--store',
    at('store'),
    '--root',
    at('keys/root.json'),
    '--now',
    now,
    '--no-self-test',
  ]);
  server.closeAllConnections();
  server.close();
  expect(said).toHaveLength(1);
  return { code, line: JSON.parse(said[0]!) as Record<string, unknown> };
}

describe('keys', () => {
  test('lie encrypted on disk, are never written over, and need their passphrase', async () => {
    expect(readdirSync(at('keys'))).toHaveLength(8);
    const key = JSON.parse(readFileSync(at('keys/root-1.key.json'), 'utf8')) as Record<string, unknown>;
    expect(key).toMatchObject({ kdf: { name: 'scrypt' }, cipher: { name: 'aes-256-gcm' } });
    await expect(initKeys([at('keys')])).rejects.toThrow('never written over');
    vi.stubEnv('LUREWATCH_PASSPHRASE', 'another passphrase');
    await expect(publishList('1')).rejects.toThrow('passphrase is wrong');
  });

  test('a short passphrase is refused', async () => {
    vi.stubEnv('LUREWATCH_PASSPHRASE', 'short');
    await expect(initKeys([at('others')])).rejects.toThrow('at least eight');
  });
});

test('the same rules give the same bytes', async () => {
  for (const to of ['one', 'two']) await build([at(to), '--rules', at('rules'), '--version', '1', '--date', DATE]);
  await publishList('1');
  cpSync(at('pub'), at('first'), { recursive: true });
  rmSync(at('pub'), { recursive: true });
  await publishList('1');
  const all = (of: string): [string, string][] =>
    readdirSync(at(of), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name), 'base64')]);
  expect(all('two')).toEqual(all('one'));
  expect(all('pub')).toEqual(all('first'));
  expect(all('pub').length).toBeGreaterThan(7);
});

test('publish, sync, publish again, expire, renew, rotate: the client follows', async () => {
  await publishList('1');
  expect(await syncNow()).toMatchObject({
    code: 0,
    line: {
      ok: true,
      accepted: { root: 1, timestamp: 1, snapshot: 1, targets: 1, packs: { signals: { version: '1' } } },
      error: null,
    },
  });
  edit('- free flight', '- free flight\n    - free plane');
  await publishList('2');
  expect((await syncNow()).line).toMatchObject({
    ok: true,
    accepted: { targets: 2, packs: { signals: { version: '2' } } },
  });
  // Past its time: the old list stays live and the exit code says so.
  expect(await syncNow('2026-12-22T12:00:00Z')).toMatchObject({
    code: 0,
    line: { ok: false, accepted: { targets: 2 }, error: { attack: 'freeze', role: 'timestamp' } },
  });
  expect(await sign([at('pub'), '--keys', at('keys'), '--now', '2026-12-22T12:00:00Z'])).toBe(0);
  expect((await syncNow('2026-12-22T13:00:00Z')).line).toMatchObject({
    ok: true,
    accepted: { timestamp: 3, targets: 2 },
  });
  expect(await rotate([at('pub'), 'timestamp', '--keys', at('keys'), '--now', '2026-12-22T12:00:00Z'])).toBe(0);
  expect((await syncNow('2026-12-22T13:00:00Z')).line).toMatchObject({ ok: true, accepted: { root: 2, timestamp: 4 } });
});

test('nothing valid is live: exit code 1, and the cause', async () => {
  await publishList('1');
  writeFileSync(at('pub/metadata/timestamp.json'), '<html>gone</html>');
  expect(await syncNow()).toMatchObject({
    code: 1,
    line: { ok: false, accepted: null, error: { fault: 'html-page', role: 'timestamp' } },
  });
});

test('a machine with the timestamp key alone renews the timestamp and nothing else', async () => {
  await publishList('1');
  mkdirSync(at('machine'));
  cpSync(at('keys/timestamp-1.key.json'), at('machine/timestamp-1.key.json'));
  const others = () => readdirSync(at('pub/metadata')).filter((name) => name !== 'timestamp.json');
  const before = others();
  vi.stubEnv('LUREWATCH_KEYS', at('machine'));
  // Ten days before the snapshot ends: nobody here could renew it.
  const later = '2027-05-11T12:00:00Z';
  expect(await sign([at('pub'), '--now', later])).toBe(0);
  expect(others()).toEqual(before);
  expect((await syncNow(later)).line).toMatchObject({ ok: true, accepted: { timestamp: 2, snapshot: 1 } });
});

test('two people sign a list: until both have, nothing is public', async () => {
  mkdirSync(at('hers'));
  cpSync(at('keys/targets-2.key.json'), at('hers/targets-2.key.json'));
  rmSync(at('keys/targets-2.key.json'));
  expect(await publishList('1')).toBe(3);
  expect(existsSync(at('pub/metadata/timestamp.json'))).toBe(false);
  for (const role of ['snapshot', 'timestamp']) cpSync(at(`keys/${role}-1.key.json`), at(`hers/${role}-1.key.json`));
  expect(await sign([at('pub'), '--keys', at('hers'), '--now', DATE])).toBe(0);
  expect(existsSync(at('pub/staged'))).toBe(false);
  expect((await syncNow()).line).toMatchObject({ ok: true, accepted: { targets: 1 } });
});

test('two people rotate a root key: the new root waits for the second', async () => {
  await publishList('1');
  mkdirSync(at('hers'));
  for (const name of ['root-2', 'root-3', 'timestamp-1']) {
    cpSync(at(`keys/${name}.key.json`), at(`hers/${name}.key.json`));
    if (name !== 'timestamp-1') rmSync(at(`keys/${name}.key.json`));
  }
  const known = JSON.parse(readFileSync(at('hers/root-3.key.json'), 'utf8')) as { public: string };
  expect(await rotate([at('pub'), 'root', '--keys', at('keys'), '--remove', known.public, '--now', DATE])).toBe(3);
  expect((await syncNow()).line).toMatchObject({ ok: true, accepted: { root: 1 } });
  expect(await sign([at('pub'), '--keys', at('hers'), '--now', DATE])).toBe(0);
  expect((await syncNow()).line).toMatchObject({ ok: true, accepted: { root: 2 } });
});

test('a list that lost half of itself, or goes back, is not published', async () => {
  edit('- free flight', Array.from({ length: 400 }, (_, i) => `- free flight ${i}`).join('\n    '));
  await publishList('2');
  const before = newestOf('targets');
  edit(
    /- free flight 1\n[\s\S]*- free flight 399/.exec(readFileSync(at('rules/signals/free-flight.yaml'), 'utf8'))![0],
    '',
  );
  await expect(publishList('3')).rejects.toThrow('signals.json shrank');
  await expect(publishList('1', '--allow-shrink')).resolves.toBe(0);
  expect(newestOf('targets')).not.toBe(before);
  await expect(publishList('0')).rejects.toThrow('goes back from version 1 to 0');
});

test('diff says what came, went and changed', async () => {
  await publishList('1');
  said = [];
  await diff([at('pub'), at('rules'), '--no-corpus']);
  expect(output()).toBe('No rule changes.');
  edit('- free flight', '- free plane');
  edit('weight: 2', 'weight: 3');
  writeFileSync(at('rules/weights.yaml'), 'bias: -3\nweights:\n  free-flight: 2.5\n');
  cpSync(join(RULES_FOLDER, 'help'), at('rules/help'), { recursive: true });
  said = [];
  await diff([at('pub'), at('rules'), '--no-corpus']);
  expect(output()).toContain('~ signal free-flight');
  expect(output()).toContain('weight: 2 → 3');
  expect(output()).toContain('+ phrases.en: free plane');
  expect(output()).toContain('- phrases.en: free flight');
  expect(output()).toContain('~ weight free-flight: 2 → 2.5');
  expect(output()).toMatch(/\+ help \w\w /);
});

describe('lint', () => {
  test('finds no fault in the rules of the repository', () => {
    expect(lintRules(RULES_FOLDER, false)).toEqual([]);
  });

  test('names file, line and what was expected', () => {
    edit('strength: strong', 'strength: huge');
    expect(lintRules(at('rules'), false)).toEqual([
      { file: 'rules/signals/free-flight.yaml', line: 4, message: 'strength: expected one of strong, medium, weak' },
    ]);
  });

  test('names a phrase that stands twice', () => {
    edit('- free flight', '- free flight\n    - Free Flight');
    expect(lintRules(at('rules'), false)).toMatchObject([
      { line: 14, message: expect.stringContaining('stands already on line 13') },
    ]);
  });

  test('names help that nobody could use, and hosts of the whole web', () => {
    for (const [kind, name, words] of [
      ['help', 'xk.yaml', HELP],
      ['sites', 'board.yaml', SITE],
    ] as const) {
      mkdirSync(at('rules', kind));
      writeFileSync(at('rules', kind, name), words);
    }
    expect(lintRules(at('rules'), false)).toEqual([
      expect.objectContaining({ file: 'rules/sites/board.yaml', line: 3, message: expect.stringContaining('"*.com"') }),
      expect.objectContaining({
        file: 'rules/help/xk.yaml',
        line: 4,
        message: expect.stringContaining('expected a number'),
      }),
    ]);
  });

  test('names a phrase of ordinary honest adverts, and a list that has gone silent', () => {
    edit('- free flight', '- (the|a|and|to)');
    const faults = lintRules(at('rules'), true);
    expect(faults).toContainEqual(
      expect.objectContaining({
        file: 'rules/signals/free-flight.yaml',
        line: 13,
        message: expect.stringContaining('honest adverts'),
      }),
    );
    expect(faults.map(({ message }) => message).join('\n')).toMatch(/lures are missed|no longer raises a warning/);
  });
});
