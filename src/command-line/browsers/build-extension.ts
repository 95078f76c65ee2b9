import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/**
 * `production`: what the stores get. `demo`: also runs on this machine's own pages. `read` runs on every page, so that a
 * saved page can be read at any address; `read-generic` the same without any site rule.
 */
export type BuildMode = 'production' | 'demo' | 'read' | 'read-generic';
export type BuildTarget = 'chrome' | 'firefox';

const INPUTS = ['entrypoints', 'src', 'rules', 'public', 'wxt.config.ts', 'package.json', 'package-lock.json'];
const LOCK_PATIENCE_MS = 120_000;

function newest(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** A build of its own process: what it prints must not mix with a program's output. Throws with its words on failure. */
async function runBuild(target: BuildTarget, mode: BuildMode): Promise<void> {
  const wxt = join(ROOT, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  try {
    await promisify(execFile)(process.execPath, [wxt, 'build', '-b', target, '--mode', mode], { cwd: ROOT });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`The extension could not be built.\n${stdout}${stderr}`);
  }
}

export function outputFolder(target: BuildTarget, mode: BuildMode): string {
  return join(ROOT, '.output', `${target}-mv3${mode === 'production' ? '' : `-${mode}`}`);
}

/** Builds the extension unless its newest input is older than the last build. Returns its folder. */
export async function buildExtension(target: BuildTarget, mode: BuildMode): Promise<string> {
  const folder = outputFolder(target, mode);
  const lock = `${folder}.lock`;
  const stamp = `${folder}.built`;
  // Two programs started at once must not write the same folder; a lock left by one that died is taken over.
  for (const started = Date.now(); ; await wait(200)) {
    try {
      mkdirSync(dirname(lock), { recursive: true });
      mkdirSync(lock);
      break;
    } catch {
      if (Date.now() - started > LOCK_PATIENCE_MS) break;
    }
  }
  try {
    const inputs = Math.max(...INPUTS.map((name) => newest(join(ROOT, name))));
    if ((statSync(stamp, { throwIfNoEntry: false })?.mtimeMs ?? 0) < inputs) {
      rmSync(stamp, { force: true });
      const started = new Date();
      await runBuild(target, mode);
      writeFileSync(stamp, '');
      // What changed during the build is newer than the build.
      utimesSync(stamp, started, started);
    }
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  return folder;
}
