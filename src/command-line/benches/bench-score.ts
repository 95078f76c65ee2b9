/** Cost of scoring an advert, beside the least that reading its text can cost, in one run. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Posting } from '../../engine/posting.ts';
import { createScorer } from '../../engine/score-posting.ts';
import { compileRules } from '../../packs/compile-rules.ts';
import { RULES_FOLDER, readPacks } from '../read-rules.ts';

const ROUNDS = 15;

function report(name: string, value: number, unit: string, more: object = {}): void {
  console.log(JSON.stringify({ name, value: Math.round(value * 1000) / 1000, unit, ...more }));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

/** Microseconds a text, median of rounds, each over all texts. */
function timeEach(texts: Posting[], act: (posting: Posting) => unknown): number {
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    for (const text of texts) act(text);
    rounds.push(((performance.now() - start) * 1000) / texts.length);
  }
  return median(rounds);
}

/** Adverts of the demonstration site: part of the repository, in many languages. */
function demonstrationAdverts(): Posting[] {
  const adverts = JSON.parse(readFileSync(join(RULES_FOLDER, '../tests/demo-site/adverts.json'), 'utf8')) as Posting[];
  return adverts.map(({ title, company, location, text }) => ({ title, company, location, text }));
}

function developmentAdverts(): Posting[] | undefined {
  const file = join(RULES_FOLDER, '../../shared/corpus/adverts-dev.jsonl');
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Posting);
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** NFKC, lower case and a split into words: what any reader must do. */
function floor({ text }: Posting): number {
  return text.normalize('NFKC').toLowerCase().match(WORD)?.length ?? 0;
}

function longer(posting: Posting): Posting {
  let { text } = posting;
  while (text.length < 1600) text += `\n${posting.text || 'work'}`;
  return { ...posting, text: text.slice(0, 1600) };
}

export function run(): void {
  const readStart = performance.now();
  const packs = readPacks();
  report('rules read and checked from files', performance.now() - readStart, 'ms');
  const compileStart = performance.now();
  const rules = compileRules(packs);
  report('rules compiled', performance.now() - compileStart, 'ms', { patterns: rules.matcher.patternTarget.length });
  const score = createScorer(rules);
  const development = developmentAdverts();
  const texts = development ?? demonstrationAdverts();
  const corpus = development ? 'development adverts' : 'demonstration adverts (the development corpus is absent)';
  const coldStart = performance.now();
  score(texts[0]!);
  report('first advert in a fresh process', (performance.now() - coldStart) * 1000, 'µs', { corpus });
  const passStart = performance.now();
  for (const text of texts) score(text);
  report('first pass over the corpus', ((performance.now() - passStart) * 1000) / texts.length, 'µs/advert', {
    corpus,
  });
  for (const [name, set] of [
    ['', texts],
    [' of 1.6 kB', texts.map(longer)],
  ] as const) {
    const warm = timeEach(set, score);
    const least = timeEach(set, floor);
    const length = set.reduce((sum, text) => sum + text.text.length, 0) / set.length;
    report(`advert${name}, warm`, warm, 'µs/advert', { characters: Math.round(length) });
    report(`floor${name}: NFKC, lower case, word split`, least, 'µs/advert');
    report(`advert${name} ÷ floor`, warm / least, '×');
  }
}
