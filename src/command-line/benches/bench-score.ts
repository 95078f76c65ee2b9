/**
 * Cost of scoring an advert, beside the least that reading its text can cost and beside other ways to read it, all in one
 * run: rounds take turns, and a ratio is of one round, so that what slows one slows all.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Posting } from '../../engine/posting.ts';
import { createScorer } from '../../engine/score-posting.ts';
import { compileRules } from '../../packs/compile-rules.ts';
import { encodeCompiled } from '../../packs/compiled-file.ts';
import { readPacks } from '../read-rules.ts';
import { threadMs } from '../thread-time.ts';
import type { ColdFigures } from './bench-score-process.ts';
import { benchTexts, longer } from './score-texts.ts';
import { alternation, floor, trainBayes } from './score-yardsticks.ts';
import { countPhrases, HOW_TENFOLD, tenfoldPhrases } from './tenfold-phrases.ts';

const ROUNDS = 15;
/** For what takes a hundred times as long as a scorer. */
const SLOW_ROUNDS = 3;
const PROCESSES = 9;
const GOALS = { timesFloor: 2, load: 15, tenfold: 1.2 };
const MEGABYTE = 1_000_000;

type Act = (posting: Posting) => unknown;

function report(name: string, value: number, unit: string, more: object = {}): void {
  console.log(JSON.stringify({ name, value: Math.round(value * 1000) / 1000, unit, ...more }));
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** Microseconds of CPU a text of each act, and what it costs times the first act: medians over rounds. */
function timeTogether(texts: Posting[], acts: Act[], rounds = ROUNDS): { time: number; ratio: number }[] {
  const all = Array.from({ length: rounds }, (_, round) => {
    const times: number[] = [];
    for (let i = 0; i < acts.length; i++) {
      const at = (i + round) % acts.length;
      const start = threadMs();
      for (const text of texts) acts[at]!(text);
      times[at] = ((threadMs() - start) * 1000) / texts.length;
    }
    return times;
  });
  return acts.map((_, i) => ({
    time: median(all.map((times) => times[i]!)),
    ratio: median(all.map((times) => times[i]! / times[0]!)),
  }));
}

/** Processes that only just began, as a background that wakes is one. */
function benchCold(rules: Uint8Array, texts: Posting[], corpus: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'lurewatch-bench-'));
  try {
    const files = [join(folder, 'rules.bin'), join(folder, 'adverts.json')] as const;
    writeFileSync(files[0], rules);
    writeFileSync(files[1], JSON.stringify(texts));
    const program = join(import.meta.dirname, 'bench-score-process.ts');
    const runs = Array.from({ length: PROCESSES }, () => {
      const args = ['--expose-gc', program, ...files];
      const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
      if (status !== 0) throw new Error(stderr || `ended with ${status}`);
      return JSON.parse(stdout) as ColdFigures;
    });
    const of = (key: keyof ColdFigures): number => median(runs.map((run) => run[key]));
    report('compiled rules loaded', of('load'), 'ms', { goal: GOALS.load, cpu: rounded(of('loadCpu')) });
    report('advert, cold: first in a fresh process', of('first'), 'µs', { second: Math.round(of('second')), corpus });
    report('memory of compiled rules and scorer', (of('heap') + of('buffers')) / MEGABYTE, 'MB', {
      heap: rounded(of('heap') / MEGABYTE),
      buffers: rounded(of('buffers') / MEGABYTE),
      ofThemTheFile: rounded(of('file') / MEGABYTE),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function run(): void {
  const readStart = performance.now();
  const packs = readPacks();
  report('rules read and checked from files', performance.now() - readStart, 'ms');
  const compileStart = performance.now();
  const rules = compileRules(packs);
  const phrases = countPhrases(packs);
  const patterns = rules.matcher.patternTarget.length;
  report('rules compiled', performance.now() - compileStart, 'ms', { phrases, patterns });
  const { corpus, adverts } = benchTexts();
  const longAdverts = adverts.map(longer);
  benchCold(encodeCompiled(rules), adverts, corpus);

  const score = createScorer(rules);
  const bayes = trainBayes();
  const words = alternation(packs.signals);
  for (const [name, texts] of [
    ['advert', adverts],
    ['advert of 1.6 kB', longAdverts],
  ] as const) {
    const characters = Math.round(texts.reduce((sum, { text }) => sum + text.length, 0) / texts.length);
    const [least, own] = timeTogether(texts, [floor, score]) as [{ time: number }, { time: number; ratio: number }];
    report(`${name}, warm`, own.time, 'µs/advert', { corpus, characters });
    report(`${name}, floor: NFKC, lower case, word split`, least.time, 'µs/advert');
    report(`${name}, warm ÷ floor`, own.ratio, '×', { goal: GOALS.timesFloor });
    const slow = timeTogether(texts, [score, bayes.classify, words.count], SLOW_ROUNDS);
    const times = (at: number): object => ({ timesOurs: rounded(slow[at]!.ratio) });
    report(`${name}, natural's Bayes classifier`, slow[1]!.time, 'µs/advert', { texts: bayes.texts, ...times(1) });
    report(`${name}, alternation of all words`, slow[2]!.time, 'µs/advert', {
      alternatives: words.alternatives,
      ...times(2),
    });
  }

  const larger = tenfoldPhrases(packs);
  const largerStart = performance.now();
  const largerRules = compileRules(larger);
  const largerPhrases = countPhrases(larger);
  report('ten times the phrases, compiled', performance.now() - largerStart, 'ms', {
    phrases: largerPhrases,
    patterns: largerRules.matcher.patternTarget.length,
    made: HOW_TENFOLD,
  });
  const scoreLarger = createScorer(largerRules);
  for (const [name, texts] of [
    ['advert', adverts],
    ['advert of 1.6 kB', longAdverts],
  ] as const) {
    const figures = timeTogether(texts, [score, scoreLarger]);
    report(`${name}, ten times the phrases`, figures[1]!.time, 'µs/advert', { asNow: rounded(figures[0]!.time) });
    report(`${name}, ten times the phrases ÷ as now`, figures[1]!.ratio, '×', { goal: GOALS.tenfold });
  }
}
