// Entry of every npm script: plain JavaScript without dependencies, because it runs on whatever Node (20 or later) the
// machine has, before anything is installed. It installs what is missing, then runs the named program on the Node that
// the project pins (the `node` package), so that every machine tests with the same one.
//   node src/command-line/set-up.mjs [program [arguments…]]
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const windows = process.platform === 'win32';
const pinnedNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** Reads a lockfile's packages; null when there is none. npm writes the second one into node_modules itself. */
function lockedPackages(...path) {
  const file = join(root, ...path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : null;
}

/** Installed and asked for agree, apart from packages for other platforms. */
function isInstalled() {
  const installed = lockedPackages('node_modules', '.package-lock.json');
  if (!installed) return false;
  const wanted = lockedPackages('package-lock.json');
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}

/** Runs a command with its output on stderr, so that a program's stdout stays its own. Tells whether it worked. */
function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], shell: windows, ...options }).status === 0;
}

function fail(message) {
  console.error(`Set-up stopped: ${message}`);
  process.exit(1);
}

function install() {
  // The Node that runs now may be the one in node_modules; Windows cannot replace a running program, so keep what fits.
  const how = windows && existsSync(pinnedNode) ? 'install' : 'ci';
  console.error(`Installing packages (npm ${how}); the first time takes about half a minute…`);
  if (run('npm', [how, '--no-audit', '--no-fund', '--loglevel=error'])) return;
  // A registry mirror that lacks packages for other platforms makes `ci` refuse where `install` gets by.
  console.error('Trying again in another way (npm install)…');
  if (!run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'])) {
    fail('npm could not install the packages; its words stand above.');
  }
}

function installPinnedNode() {
  // npm may be told not to run install scripts; this one only fetches the pinned Node from the npm registry.
  const folder = join(root, 'node_modules', 'node');
  run(process.execPath, ['installArchSpecificPackage.js'], { cwd: folder, shell: false });
  if (!existsSync(pinnedNode)) fail('the pinned Node could not be installed. Install Node 24 and try again.');
}

function canRunTypeScript() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 18);
}

if (!isInstalled()) install();
if (!existsSync(pinnedNode)) installPinnedNode();

const [program, ...args] = process.argv.slice(2);
if (program) {
  const file = join(root, 'src', 'command-line', `${program}.ts`);
  if (!existsSync(file)) fail(`there is no program "${program}".`);
  if (canRunTypeScript()) {
    process.argv = [process.argv[0], file, ...args];
    await import(pathToFileURL(file).href);
  } else {
    const path = `${join(root, 'node_modules', '.bin')}${windows ? ';' : ':'}${process.env.PATH}`;
    const done = spawnSync(pinnedNode, [file, ...args], { stdio: 'inherit', env: { ...process.env, PATH: path } });
    process.exit(done.status ?? 1);
  }
}
