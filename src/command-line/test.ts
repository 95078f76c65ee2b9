import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtension, ROOT } from './browsers/build-extension.ts';
import { type Engine, ensureBrowser } from './browsers/install-browser.ts';
import { closingLine, readVitestReport, type StageResult } from './test-results.ts';

/** `npm test`: every stage runs, also after one has failed; the last line counts them all. */
const reports = mkdtempSync(join(tmpdir(), 'lurewatch-test-'));
const results: StageResult[] = [];

const inPackages = (...path: string[]) => join(ROOT, 'node_modules', ...path);

/** Runs a program of the packages on this Node. Prints its output together when it ends, or at once. */
function run(args: string[], environment: Record<string, string> = {}, atOnce = false): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', atOnce ? 'inherit' : 'pipe', atOnce ? 'inherit' : 'pipe'],
      env: { ...process.env, ...environment },
    });
    const output: Buffer[] = [];
    child.stdout?.on('data', (data) => output.push(data));
    child.stderr?.on('data', (data) => output.push(data));
    child.on('close', (code) => {
      if (code !== 0) process.stdout.write(Buffer.concat(output));
      resolve(code === 0);
    });
  });
}

function record(stage: string, ok: boolean): void {
  results.push({ stage, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] });
  console.log(`${ok ? '✓' : '✗'} ${stage}`);
}

async function vitest(
  config: string,
  name: string,
  stage?: string,
  environment?: Record<string, string>,
): Promise<void> {
  const report = join(reports, `${name}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  await run([inPackages('vitest', 'vitest.mjs'), 'run', '--config', config, ...reporters], environment, true);
  results.push(...readVitestReport(report, ROOT, stage));
}

async function endToEnd(engine: Engine): Promise<void> {
  const stage = `end to end in ${engine === 'firefox' ? 'Firefox' : 'Chromium'}`;
  const browser = ensureBrowser(engine);
  if (!browser.ok) {
    console.error(browser.advice);
    return record(`${stage}: ${browser.advice}`, false);
  }
  try {
    await buildExtension(engine === 'firefox' ? 'firefox' : 'chrome', 'demo');
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return record(`${stage}: the build`, false);
  }
  await vitest('tests/vitest.e2e.config.ts', engine, stage, { LUREWATCH_ENGINE: engine });
}

record('preparation', await run([inPackages('wxt', 'bin', 'wxt.mjs'), 'prepare']));
const [types, lint] = await Promise.all([
  run([inPackages('typescript', 'bin', 'tsc'), '--noEmit']),
  run([inPackages('@biomejs', 'biome', 'bin', 'biome'), 'check', '--config-path', 'tests/lint.json', '.']),
]);
record('types', types);
record('lint', lint);
await vitest('tests/vitest.config.ts', 'unit');
await endToEnd('chromium');
await endToEnd('firefox');

rmSync(reports, { recursive: true, force: true });
console.log('');
for (const { stage, passed, failed, skipped } of results) {
  console.log(`${failed === 0 ? '✓' : '✗'} ${stage}: ${passed} passed, ${failed} failed`);
  for (const name of skipped) console.log(`    skipped: ${name}`);
}
console.log(closingLine(results));
process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
