/** What `bench -- score` measures in processes of their own; each prints its figures as one JSON line. */
import { readFileSync } from 'node:fs';
import type { Posting } from '../../engine/posting.ts';
import { createScorer } from '../../engine/score-posting.ts';
import { decodeCompiled } from '../../packs/compiled-file.ts';
import { threadMs } from '../thread-time.ts';

export interface ColdFigures {
  /** Bytes of the compiled file to a scorer, in milliseconds of CPU of the thread and by the clock. */
  loadCpu: number;
  load: number;
  /** Microseconds by the clock. */
  first: number;
  second: number;
  /** Bytes of heap and of buffers held by the compiled rules and the scorer, when all adverts have been read. */
  heap: number;
  buffers: number;
  /** Of `buffers`, the compiled file itself, in which the tables stay. */
  file: number;
}

async function memory(): Promise<{ heap: number; buffers: number }> {
  // Buffers are let go of a turn later than what held them.
  for (let turn = 0; turn < 3; turn++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return { heap: heapUsed, buffers: arrayBuffers };
}

function bufferOf(file: string): ArrayBuffer {
  const bytes = readFileSync(file);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

async function measure(rulesFile: string, advertsFile: string): Promise<ColdFigures> {
  const adverts = JSON.parse(readFileSync(advertsFile, 'utf8')) as Posting[];
  const before = await memory();
  const buffer = bufferOf(rulesFile);
  const file = buffer.byteLength;
  const cpu = threadMs();
  const start = performance.now();
  const decoded = decodeCompiled(buffer);
  if (!decoded.ok) throw new Error(decoded.error);
  const score = createScorer(decoded.rules);
  const loaded = performance.now();
  const loadCpu = threadMs() - cpu;
  score(adverts[0]!);
  const first = performance.now();
  score(adverts[1]!);
  const second = performance.now();
  for (const advert of adverts) score(advert);
  const after = await memory();
  // Named last, so that the scorer is still held when memory is looked at.
  score(adverts[0]!);
  return {
    loadCpu,
    load: loaded - start,
    first: (first - loaded) * 1000,
    second: (second - first) * 1000,
    heap: after.heap - before.heap,
    buffers: after.buffers - before.buffers,
    file,
  };
}

console.log(JSON.stringify(await measure(process.argv[2]!, process.argv[3]!)));
