/** What `bench -- sync` measures in processes of their own; each prints its figures as one JSON line. */
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createScorer } from '../../engine/score-posting.ts';
import { compileRules } from '../../packs/compile-rules.ts';
import { decodeCompiled } from '../../packs/compiled-file.ts';
import { checkIndicators } from '../../packs/indicator-list.ts';
import { COMPILED, createAcceptor } from '../../sync/accept-packs.ts';
import { sha256Hex } from '../../sync/hex.ts';
import { MemoryStore } from '../../sync/memory-store.ts';
import { syncList } from '../../sync/sync-list.ts';
import type { AcceptPacks, Fetch } from '../../sync/sync-options.ts';
import { keepingUnchangedRules } from '../../sync/unchanged-rules.ts';
import { FolderStore } from '../publishing/folder-store.ts';
import { threadMs } from '../thread-time.ts';

/** Milliseconds of CPU of the thread, which other programs do not lengthen; `elapsed` by the clock; bytes of the file. */
export interface LoadFigures {
  read: number;
  decode: number;
  scorer: number;
  elapsed: number;
  bytes: number;
}

/** CPU of all threads in milliseconds; memory in megabytes above what was in use before; bytes fetched. */
export interface UpdateFigures {
  cpu: number;
  memory: number;
  fetched: number;
}

const MIRROR = 'https://lists.example/';
const MEGABYTE = 1_000_000;

function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}

function load(file: string): LoadFigures {
  const start = threadMs();
  const buffer = bufferOf(readFileSync(file));
  const isRead = threadMs();
  const began = performance.now();
  const decoded = decodeCompiled(buffer);
  const isDecoded = threadMs();
  if (!decoded.ok) throw new Error(decoded.error);
  createScorer(decoded.rules);
  const elapsed = performance.now() - began;
  const end = threadMs();
  const bytes = buffer.byteLength;
  return { read: isRead - start, decode: isDecoded - isRead, scorer: end - isDecoded, elapsed, bytes };
}

function filesUnder(folder: string): Map<string, Uint8Array> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const files = paths.filter((path) => statSync(path).isFile());
  return new Map(
    files.map((path) => [relative(folder, path).replaceAll('\\', '/'), new Uint8Array(readFileSync(path))]),
  );
}

function inUse(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Lets go of what is no longer used; buffers are let go of a turn later than what held them. */
async function rest(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The list of before, as a client that took it holds it. */
async function prepare(folder: string, options: { root: Uint8Array; now: number }): Promise<FolderStore> {
  const compiled = new Uint8Array(readFileSync(join(folder, COMPILED)));
  const accept: AcceptPacks = async () => ({ ok: true, value: { [COMPILED]: compiled } });
  const memory = new MemoryStore();
  const files = filesUnder(join(folder, 'before'));
  const fetch: Fetch = async (url) => answer(files.get(new URL(url).pathname.slice(1)));
  const clock = { now: () => options.now, after: () => () => {} };
  const outcome = await syncList({ mirrors: [MIRROR], root: options.root, store: memory, fetch, clock, accept });
  if (!outcome.ok) throw new Error(outcome.error?.message);
  const store = new FolderStore(mkdtempSync(join(folder, 'store-')));
  await memory.moveTo(store);
  return store;
}

const CHUNK = 65_536;

/** Sends bytes in pieces, as they come from a network. */
function answer(bytes: Uint8Array | undefined): Response {
  if (!bytes) return new Response(null, { status: 404 });
  let at = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= bytes.length) {
        controller.close();
        return;
      }
      controller.enqueue(bytes.slice(at, at + CHUNK));
      at += CHUNK;
    },
  });
  return new Response(body);
}

/**
 * `tidy`: young garbage is let go of before each look, as the small new space of a worker that just woke makes the engine
 * do by itself; without, everything counts that this process, warm from preparing, has not yet come round to.
 */
async function update(folder: string, name: string, now: number, tidy: boolean): Promise<UpdateFigures> {
  const root = new Uint8Array(readFileSync(join(folder, 'root.json')));
  const store = await prepare(folder, { root, now });
  const files = filesUnder(join(folder, name));
  await sha256Hex(new Uint8Array(1));
  let never: string[] | undefined;
  const check = createAcceptor({
    packaged: () => Promise.reject(new Error('the list lacks a pack')),
    compile: async (packs) => compileRules(packs),
    checkIndicators: (bytes) => {
      never ??= JSON.parse(readFileSync(join(folder, 'never.json'), 'utf8')) as string[];
      return checkIndicators(bytes, never);
    },
  });
  let fetched = 0;
  let peak = 0;
  const look = (): void => {
    if (tidy) globalThis.gc?.({ type: 'minor', execution: 'sync' });
    peak = Math.max(peak, inUse());
  };
  const fetch: Fetch = async (url) => {
    look();
    const bytes = files.get(new URL(url).pathname.slice(1));
    fetched += bytes?.length ?? 0;
    return answer(bytes);
  };
  const accept: AcceptPacks = async (packs) => {
    look();
    const accepted = await keepingUnchangedRules(
      check,
      () => store.live(),
      async () => store.hasProduct(COMPILED),
    )(packs);
    look();
    return accepted;
  };
  const clock = { now: () => now, after: () => () => {} };
  await rest();
  const before = inUse();
  peak = before;
  const cpu = process.cpuUsage();
  const outcome = await syncList({ mirrors: [MIRROR], root, store, fetch, clock, accept, onStep: look });
  const used = process.cpuUsage(cpu);
  look();
  if (!outcome.ok || !outcome.changed) throw new Error(outcome.error?.message ?? 'nothing changed');
  return {
    cpu: (used.user + used.system) / 1000,
    memory: (peak - before) / MEGABYTE,
    fetched,
  };
}

const [mode, path = '', name = '', now = '', tidy = ''] = process.argv.slice(2);
console.log(JSON.stringify(mode === 'load' ? load(path) : await update(path, name, Date.parse(now), tidy === 'tidy')));
