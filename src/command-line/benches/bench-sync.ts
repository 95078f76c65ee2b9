/**
 * Cost of the synced list: taking an update with 100,000 indicators, looking addresses up, loading the compiled rules
 * when the background wakes. Updates and loading are measured in fresh processes, as a background that wakes is one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NOW, ROOT, TestRepository } from '../../../tests/sync/repository.ts';
import type { IndicatorLookup } from '../../engine/indicators/indicator-lookup.ts';
import { findKnownIndicators } from '../../engine/indicators/known-indicators.ts';
import { createMatcher } from '../../engine/matcher.ts';
import type { Posting } from '../../engine/posting.ts';
import { readPosting } from '../../engine/reading.ts';
import type { CompiledRules } from '../../engine/rules.ts';
import { createScorer } from '../../engine/score-posting.ts';
import { compileRules } from '../../packs/compile-rules.ts';
import { encodeCompiled } from '../../packs/compiled-file.ts';
import { encodeIndicators } from '../../packs/indicators-file.ts';
import { neverListed } from '../../packs/never-listed.ts';
import type { Packs } from '../../packs/pack-files.ts';
import { COMPILED } from '../../sync/accept-packs.ts';
import type { ListFiles } from '../publishing/build-list.ts';
import { RULES_FOLDER, readPacks } from '../read-rules.ts';
import { threadMs } from '../thread-time.ts';
import type { LoadFigures, UpdateFigures } from './bench-sync-process.ts';
import { largeLookup, largeTable } from './large-list.ts';

const INDICATORS = 100_000;
const SIZES = [0, 100_000, 1_000_000];
const PROCESSES = 9;
const SLOW_PROCESSES = 3;
const ROUNDS = 41;

function report(name: string, value: number, unit: string, more: object = {}): void {
  console.log(JSON.stringify({ name, value: Math.round(value * 1000) / 1000, unit, ...more }));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

function inProcess<T>(...args: string[]): T {
  const program = join(import.meta.dirname, 'bench-sync-process.ts');
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--expose-gc', program, ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr || `ended with ${status}`);
  return JSON.parse(stdout) as T;
}

function inProcesses<T>(count: number, ...args: string[]): T[] {
  return Array.from({ length: count }, () => inProcess<T>(...args));
}

function listOf(packs: Packs, seed: number, version: string): ListFiles {
  const files: ListFiles = new Map();
  const add = (pack: string, name: string, bytes: Uint8Array): void => {
    files.set(name, { bytes, custom: { pack, version, format: 1, minEngine: 1 } });
  };
  for (const [name, pack] of Object.entries(packs))
    add(name, `${name}.json`, new TextEncoder().encode(JSON.stringify(pack)));
  const recent = INDICATORS / 50;
  for (const [pack, count] of [
    ['indicators-recent', recent],
    ['indicators-base', INDICATORS - recent],
  ] as const)
    add(pack, `${pack}.bin`, encodeIndicators(pack, largeTable(count, seed + count)));
  return files;
}

function write(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

/** Folders of a mirror before and after an update of the addresses, and after one of the phrases too. */
async function writeMirrors(folder: string, packs: Packs): Promise<void> {
  const repository = new TestRepository();
  await repository.publish(listOf(packs, 1, '2026.11.22.0900'));
  write(join(folder, 'before'), repository.files);
  await repository.publish(listOf(packs, 2, '2026.11.22.1000'));
  write(join(folder, 'addresses'), repository.files);
  const signals = { ...packs.signals, version: '2026.11.22.1100' };
  await repository.publish(listOf({ ...packs, signals }, 3, '2026.11.22.1100'));
  write(join(folder, 'phrases'), repository.files);
  write(folder, new Map([['root.json', ROOT]]));
  const never = neverListed({ ...packs.signals, ...packs.help, ...packs.sites });
  writeFileSync(join(folder, 'never.json'), JSON.stringify([...never.keys()]));
}

function benchUpdate(folder: string): void {
  const args = (name: string) => ['update', folder, name, NOW.toISOString()];
  const runs = inProcesses<UpdateFigures>(PROCESSES, ...args('addresses'));
  const tidy = inProcesses<UpdateFigures>(PROCESSES, ...args('addresses'), 'tidy');
  const { fetched } = runs[0]!;
  const name = 'update with 100,000 indicators';
  report(`${name}, CPU`, median(runs.map(({ cpu }) => cpu)), 'ms', { goal: 150, fetched });
  report(`${name}, peak extra memory`, median(tidy.map(({ memory }) => memory)), 'MB', {
    goal: 8,
    withGarbage: Math.round(median(runs.map(({ memory }) => memory)) * 10) / 10,
  });
  const slow = inProcesses<UpdateFigures>(SLOW_PROCESSES, ...args('phrases'));
  report('update that changes phrases too, CPU', median(slow.map(({ cpu }) => cpu)), 'ms', {
    of: 'mostly compiling, in steps',
  });
}

function benchLoad(folder: string): void {
  const runs = inProcesses<LoadFigures>(PROCESSES, 'load', join(folder, COMPILED));
  const of = (key: keyof LoadFigures): number => median(runs.map((run) => run[key]));
  report('compiled default: loaded', of('decode') + of('scorer'), 'ms', {
    goal: 15,
    elapsed: Math.round(of('elapsed') * 10) / 10,
    bytes: of('bytes'),
  });
  report('compiled default: bytes to rules', of('decode'), 'ms');
  report('compiled default: scorer made', of('scorer'), 'ms');
  report('compiled default: file read', of('read'), 'ms');
}

/** Adverts of the demonstration site, or of the development corpus where it lies beside the repository. */
function adverts(): { corpus: string; postings: Posting[] } {
  const file = join(RULES_FOLDER, '../../shared/corpus/adverts-dev.jsonl');
  if (existsSync(file)) {
    const postings = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Posting);
    return { corpus: 'development adverts', postings };
  }
  const demo = JSON.parse(readFileSync(join(RULES_FOLDER, '../tests/demo-site/adverts.json'), 'utf8')) as Posting[];
  const postings = demo.map(({ title, company, location, text }) => ({ title, company, location, text }));
  return { corpus: 'demonstration adverts (the development corpus is absent)', postings };
}

interface SizeFigure {
  /** Microseconds of CPU an advert. */
  time: number;
  /** Times the cost without indicators, of the same round. */
  ratio: number;
}

/** Medians over rounds in which the sizes take turns: what slows one slows all, and a ratio is of one round. */
function timeSizes(count: number, acts: (() => void)[]): SizeFigure[] {
  const rounds = Array.from({ length: ROUNDS }, (_, round) => {
    const times: number[] = [];
    for (let i = 0; i < acts.length; i++) {
      const at = (i + round) % acts.length;
      const start = threadMs();
      acts[at]!();
      times[at] = ((threadMs() - start) * 1000) / count;
    }
    return times;
  });
  return acts.map((_, i) => ({
    time: median(rounds.map((times) => times[i]!)),
    ratio: median(rounds.map((times) => times[i]! / times[0]!)),
  }));
}

function reportSizes(name: string, figures: SizeFigure[], more: object): void {
  for (const [i, size] of SIZES.entries()) {
    const { time, ratio } = figures[i]!;
    const rounded = Math.round(ratio * 1000) / 1000;
    report(`${name}, ${size.toLocaleString('en')} indicators`, time, 'µs/advert', {
      ...more,
      ratio: rounded,
      goal: 1.2,
    });
  }
}

function benchLookUp(rules: CompiledRules): void {
  const { corpus, postings } = adverts();
  const matcher = createMatcher(rules.matcher);
  const readings = postings.map((posting) => readPosting(posting, rules, matcher));
  let asked = 0;
  const counting: IndicatorLookup = {
    size: 0,
    find() {
      asked++;
      return [];
    },
  };
  const lookUp = (lookup: IndicatorLookup): void => {
    for (const [i, reading] of readings.entries())
      findKnownIndicators(lookup, reading, postings[i]!, rules, ['VN', 'KH']);
  };
  lookUp(counting);
  const lookups = SIZES.map(largeLookup);
  const more = { corpus, addresses: Math.round((asked / postings.length) * 10) / 10 };
  const times = timeSizes(
    postings.length,
    lookups.map((lookup) => () => lookUp(lookup)),
  );
  reportSizes('look-up', times, more);
  const scorers = lookups.map((lookup) => createScorer(rules, [], rules.version, lookup));
  const scoring = timeSizes(
    postings.length,
    scorers.map((score) => () => postings.forEach(score)),
  );
  reportSizes('whole advert', scoring, { corpus });
}

export async function run(): Promise<void> {
  const packs = readPacks();
  const rules = compileRules(packs);
  const folder = mkdtempSync(join(tmpdir(), 'bench-sync-'));
  try {
    writeFileSync(join(folder, COMPILED), encodeCompiled(rules));
    benchLoad(folder);
    await writeMirrors(folder, packs);
    benchUpdate(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  benchLookUp(rules);
}
