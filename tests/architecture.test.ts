import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Which parts of the project each part may import. Types may come from anywhere that is listed under `types`. */
const ARROWS: Record<string, { imports: string[]; types?: string[] }> = {
  'src/engine': { imports: [] },
  'src/packs': { imports: ['src/engine'] },
  'src/pages': { imports: ['src/engine', 'src/packs'], types: ['src/messages.ts'] },
  'src/sync': { imports: ['src/engine', 'src/packs'] },
  'src/storage': { imports: ['src/engine', 'src/packs'], types: ['src/messages.ts'] },
  'src/report': { imports: ['src/engine', 'src/packs'], types: ['src/messages.ts'] },
  'src/messages.ts': {
    imports: [],
    types: ['src/engine', 'src/packs', 'src/list-messages.ts', 'src/site-messages.ts'],
  },
  'src/list-messages.ts': { imports: [], types: ['src/packs', 'src/messages.ts'] },
  'src/site-messages.ts': { imports: [] },
  // SCORED_FIELDS is the one value of the engine that the interface shows by name.
  'src/ui': {
    imports: ['src/messages.ts', 'src/list-messages.ts', 'src/site-messages.ts', 'src/engine/posting.ts'],
    types: ['src/engine', 'src/packs'],
  },
};

/** Packages that only one part may touch. */
const ONLY_IN: Record<string, string[]> = {
  dexie: ['src/storage'],
  'natural/': ['src/engine'],
  'wxt/browser': ['src/storage', 'src/ui', 'src/messages.ts', 'entrypoints'],
  preact: ['src/ui', 'entrypoints'],
  'node:': ['src/command-line', 'src/packs/build-packs.ts', 'src/packs/read-rules.ts'],
};

interface Import {
  file: string;
  what: string;
  /** Path from the root for our own files, else the package's name. */
  target: string;
  typeOnly: boolean;
}

function filesUnder(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name).replaceAll('\\', '/'))
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.ts'));
}

const sources = [...filesUnder('src'), ...filesUnder('entrypoints')];
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

function importsOf(file: string): Import[] {
  const statement =
    /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^'";()]*?)\s*from\s*['"]([^'"]+)['"]|\bimport\(?\s*['"]([^'"]+)['"]/g;
  return [...textOf(file).matchAll(statement)].flatMap(([, type, names = '', from, dynamic]) => {
    const what = from ?? dynamic!;
    const target = what.startsWith('.') ? normalize(join(dirname(file), what)).replaceAll('\\', '/') : what;
    const allTypes =
      /^\{[^}]*\}$/.test(names) &&
      names
        .slice(1, -1)
        .split(',')
        .every((name) => !name.trim() || /^\s*type\s/.test(name));
    return [{ file, what, target, typeOnly: Boolean(type) || allTypes }];
  });
}

const imports = sources.flatMap(importsOf);
const inside = (path: string, part: string) => path === part || path.startsWith(`${part}/`);

describe('imports go one way', () => {
  test.each(Object.keys(ARROWS))('%s', (part) => {
    const { imports: allowed, types = [] } = ARROWS[part]!;
    const forbidden = imports
      .filter(
        ({ file, target }) => inside(file, part) && /^(src|entrypoints|tests)\//.test(target) && !inside(target, part),
      )
      .filter(({ target, typeOnly }) => ![...allowed, ...(typeOnly ? types : [])].some((to) => inside(target, to)))
      .map(({ file, what }) => `${file} imports ${what}`);
    expect(forbidden).toEqual([]);
  });

  test('nothing that ships imports the command line or an entrypoint', () => {
    const forbidden = imports
      .filter(({ file }) => !inside(file, 'src/command-line'))
      .filter(
        ({ file, target }) =>
          inside(target, 'src/command-line') || (inside(target, 'entrypoints') && !inside(file, 'entrypoints')),
      )
      .map(({ file, what }) => `${file} imports ${what}`);
    expect(forbidden).toEqual([]);
  });

  test('an entrypoint does not reach into another one', () => {
    const folderOf = (path: string) => path.split('/').slice(0, 2).join('/');
    const forbidden = imports
      .filter(
        ({ file, target }) =>
          inside(file, 'entrypoints') && inside(target, 'entrypoints') && folderOf(file) !== folderOf(target),
      )
      .map(({ file, what }) => `${file} imports ${what}`);
    expect(forbidden).toEqual([]);
  });

  test.each(Object.entries(ONLY_IN))('%s appears only in %j', (name, parts) => {
    const matches = (target: string) =>
      /[/:]$/.test(name) ? target.startsWith(name) : target === name || target.startsWith(`${name}/`);
    const forbidden = imports
      .filter(
        ({ file, target }) =>
          matches(target) && !inside(file, 'src/command-line') && !parts.some((part) => inside(file, part)),
      )
      .map(({ file, what }) => `${file} imports ${what}`);
    expect(forbidden).toEqual([]);
  });

  test('no browser global stands in for wxt/browser', () => {
    const allowed = ONLY_IN['wxt/browser']!;
    const forbidden = sources.filter(
      (file) =>
        !inside(file, 'src/command-line') &&
        !allowed.some((part) => inside(file, part)) &&
        /\b(chrome|browser)\.(runtime|storage|tabs)\b/.test(textOf(file)),
    );
    expect(forbidden).toEqual([]);
  });

  test('relative imports carry their extension, so that Node runs the same files', () => {
    const bare = imports.filter(({ what }) => what.startsWith('.') && !/\.(tsx?|mjs|json|css|svg)(\?\w+)?$/.test(what));
    expect(bare.map(({ file, what }) => `${file} imports ${what}`)).toEqual([]);
  });
});

describe('the engine is pure', () => {
  test.each([
    ['clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/],
    ['randomness', /\bMath\.random\b|\bgetRandomValues\b|\brandomUUID\b/],
    ['network', /\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/],
    ['DOM', /\bdocument\.|\bwindow\./],
  ])('no %s', (_, pattern) => {
    expect(filesUnder('src/engine').filter((file) => pattern.test(withoutComments(textOf(file))))).toEqual([]);
  });
});

describe('code that shows hostile text', () => {
  const shipped = sources.filter((file) => !inside(file, 'src/command-line'));

  test.each([
    [
      'innerHTML and its kin',
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|setHTMLUnsafe)\b/,
    ],
    ['document.write', /\bdocument\.write/],
    ['eval', /\beval\(|new Function\(/],
    ['an open shadow root', /mode:\s*['"]open['"]/],
  ])('%s is never used', (_, pattern) => {
    expect(shipped.filter((file) => pattern.test(withoutComments(textOf(file))))).toEqual([]);
  });

  test('nothing is fetched but files of the package and the synced list', () => {
    const fetching = shipped.filter(
      (file) => /\bfetch\(/.test(withoutComments(textOf(file))) && !inside(file, 'src/sync'),
    );
    const elsewhere = fetching.filter(
      (file) => !/fetch\(\s*(browser\.runtime\.getURL\(|['"`]\/[^/])/.test(textOf(file)),
    );
    expect(elsewhere).toEqual([]);
  });
});

describe('files are small and named for one idea', () => {
  test('none is longer than 300 lines', () => {
    const long = sources.filter((file) => textOf(file).split('\n').length > 301);
    expect(long).toEqual([]);
  });

  test('names are kebab-case and say what is inside', () => {
    const odd = sources.filter((file) => {
      const parts = file.split('/').slice(1);
      return parts.some(
        (part) =>
          !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/.test(part) || /^(utils?|helpers?|manager|common|misc)\b/.test(part),
      );
    });
    expect(odd).toEqual([]);
  });

  test('no file only passes on what others export', () => {
    const barrels = sources.filter((file) => /\bexport\s+(\*|\{[^}]*\})\s*from\b/.test(textOf(file)));
    expect(barrels).toEqual([]);
  });

  test('every entrypoint has a folder', () => {
    const loose = existsSync(join(root, 'entrypoints'))
      ? readdirSync(join(root, 'entrypoints'), { withFileTypes: true }).filter((entry) => !entry.isDirectory())
      : [];
    expect(loose.map(({ name }) => name)).toEqual([]);
  });
});

describe('the repository', () => {
  const tracked = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean);

  test('keeps to its top level', () => {
    const allowed = [
      'entrypoints',
      'src',
      'rules',
      'public',
      'tests',
      'wxt.config.ts',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'README.md',
      'LICENSE',
      'CONTRIBUTING.md',
      'SECURITY.md',
      'PRIVACY.md',
      'CHANGELOG.md',
    ];
    const odd = new Set(
      tracked.map((file) => file.split('/')[0]!).filter((name) => !name.startsWith('.') && !allowed.includes(name)),
    );
    expect([...odd]).toEqual([]);
  });

  test('names no path of a single machine', () => {
    const absolute = tracked
      .filter(
        (file) =>
          /\.(ts|tsx|mjs|json|yaml|md|css|html)$/.test(file) &&
          file !== 'package-lock.json' &&
          existsSync(join(root, file)),
      )
      .filter((file) => /(["'`( ])\/(work|root|home\/[a-z]+|Users\/[A-Za-z]+)\//.test(textOf(file)));
    expect(absolute.filter((file) => file !== relative(root, fileURLToPath(import.meta.url)))).toEqual([]);
  });
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}
