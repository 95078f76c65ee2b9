import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';

const PROGRAM = fileURLToPath(new URL('../../src/command-line/read.ts', import.meta.url));
const run = promisify(execFile);

/** A job page that would run scripts, ask the network and go elsewhere, if it were let. */
const PAGE = `<!doctype html><html><head><title>Cook</title>
<meta http-equiv="refresh" content="0; url=https://elsewhere.example/">
<script src="https://tracker.example/t.js"></script></head>
<body><main><h1 id="title">Cook in a school kitchen</h1>
<p>We are hiring a cook for a school kitchen in Leeds, 30 hours a week, term time only. You will prepare lunch for two
hundred children together with one colleague. Pay is 13.10 an hour. Apply through the council's site with your CV.</p>
<p>The kitchen was rebuilt last year. We offer a pension, paid holidays and training in food safety. Interviews are held at
the school on the second Tuesday of the month. Bring proof of your right to work and two references.</p>
<script>document.getElementById('title').textContent = 'Changed by a script';</script></main></body></html>`;

function save(name: string, content: string | Buffer): string {
  const file = join(mkdtempSync(join(tmpdir(), 'lurewatch-')), name);
  writeFileSync(file, content);
  return file;
}

describe('reading a saved page from the command line', () => {
  test("gives one JSON object, reads gzip, runs none of the page's scripts and leaves for nowhere", async () => {
    const file = save('page.html.gz', gzipSync(PAGE));
    const { stdout } = await run(process.execPath, [PROGRAM, '--url', 'https://jobs.example.org/cook', file]);
    const output = JSON.parse(stdout);
    expect(Object.keys(output)).toEqual(['adapter', 'view', 'postings', 'unread']);
    expect(output.postings).toHaveLength(1);
    const [posting] = output.postings;
    expect(Object.keys(posting)).toEqual([
      'title',
      'company',
      'location',
      'salary',
      'text',
      'link',
      'poster',
      'level',
      'score',
    ]);
    expect(posting).toMatchObject({ title: 'Cook in a school kitchen', level: 'none' });
    expect(posting.text).toContain('hundred children');
  }, 120_000);

  test.each([
    [[], 'Usage'],
    [['--url', 'ftp://example.org/', 'x.html'], 'Not a web address'],
    [['--url', 'https://example.org/', '--wrong', 'x.html'], 'Usage'],
  ])('%j is answered with how to use it', async (args, words) => {
    const failed = await run(process.execPath, [PROGRAM, ...args]).catch((error) => error);
    expect(failed.code).toBe(2);
    expect(failed.stderr).toContain(words);
    expect(failed.stdout).toBe('');
  });
});
