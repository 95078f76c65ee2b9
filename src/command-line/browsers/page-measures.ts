import type { CDPSession, Page } from 'puppeteer-core';

/** Main-thread time of one script, from a sampled profile. */
export interface ScriptTime {
  /** Milliseconds in all. */
  total: number;
  /** Longest uninterrupted stretch, in milliseconds. */
  longest: number;
  /** Milliseconds by function, the dearest first. */
  functions: [name: string, ms: number][];
}

interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number }; children?: number[] }[];
  samples?: number[];
  timeDeltas?: number[];
}

const SAMPLE_MICROSECONDS = 100;
const LONGEST_GAP_MICROSECONDS = 5 * SAMPLE_MICROSECONDS;
/** Samples that are further apart belong to different tasks. */
const SAME_TASK_MICROSECONDS = 1000;

/** Samples what the page's main thread runs until `stop`, which gives the time spent in scripts of this origin. */
export async function startProfile(session: CDPSession): Promise<(origin: string) => Promise<ScriptTime>> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS });
  await session.send('Profiler.start');
  return async (origin) => {
    const { profile } = await session.send('Profiler.stop');
    await session.send('Profiler.disable');
    return scriptTime(profile as Profile, origin);
  };
}

/** A sample counts when a function of the script is anywhere on the stack: what it calls is its doing. */
export function scriptTime({ nodes, samples = [], timeDeltas = [] }: Profile, origin: string): ScriptTime {
  const parents = new Map<number, number>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const { id, children } of nodes) for (const child of children ?? []) parents.set(child, id);
  /** Innermost function of the script on each node's stack. */
  const owner = new Map<number, string | null>();
  function ownerOf(id: number | undefined): string | null {
    if (id === undefined) return null;
    const known = owner.get(id);
    if (known !== undefined) return known;
    const frame = byId.get(id)?.callFrame;
    const name = frame?.url.startsWith(origin)
      ? frame.functionName || `(line ${frame.lineNumber + 1})`
      : ownerOf(parents.get(id));
    owner.set(id, name);
    return name;
  }
  const functions = new Map<string, number>();
  let total = 0;
  let longest = 0;
  let stretch = 0;
  let since = Number.POSITIVE_INFINITY;
  for (const [at, id] of samples.entries()) {
    // A sample stands for the time until the next one. A long gap is one in which the machine ran something else.
    const micros = Math.min(timeDeltas[at + 1] ?? 0, LONGEST_GAP_MICROSECONDS);
    const name = ownerOf(id);
    if (name === null) {
      since += micros;
      continue;
    }
    stretch = since > SAME_TASK_MICROSECONDS ? micros : stretch + micros;
    since = 0;
    total += micros;
    longest = Math.max(longest, stretch);
    functions.set(name, (functions.get(name) ?? 0) + micros / 1000);
  }
  return {
    total: total / 1000,
    longest: longest / 1000,
    functions: [...functions].sort((one, other) => other[1] - one[1]),
  };
}

/** What the browser counts for a page, after rubbish was collected. Bytes, milliseconds, numbers of things. */
export interface PageCounts {
  heap: number;
  nodes: number;
  listeners: number;
  task: number;
  layout: number;
  style: number;
}

export async function countsOf(page: Page, session: CDPSession): Promise<PageCounts> {
  for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
  const metrics = await page.metrics();
  return {
    heap: metrics.JSHeapUsedSize ?? 0,
    nodes: metrics.Nodes ?? 0,
    listeners: metrics.JSEventListeners ?? 0,
    task: 1000 * (metrics.TaskDuration ?? 0),
    layout: 1000 * (metrics.LayoutDuration ?? 0),
    style: 1000 * (metrics.RecalcStyleDuration ?? 0),
  };
}

/** Counts of live objects by the name that a heap snapshot gives them. */
export async function objectsIn(session: CDPSession, names: string[]): Promise<Record<string, number>> {
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }) => void chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', take);
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', take);
  const { snapshot, nodes, strings } = JSON.parse(chunks.join('')) as {
    snapshot: { meta: { node_fields: string[] } };
    nodes: number[];
    strings: string[];
  };
  const { node_fields: fields } = snapshot.meta;
  const nameAt = fields.indexOf('name');
  const detachedAt = fields.indexOf('detachedness');
  const counts: Record<string, number> = Object.fromEntries([...names, 'detached'].map((name) => [name, 0]));
  for (let at = 0; at < nodes.length; at += fields.length) {
    const name = strings[nodes[at + nameAt]!]!;
    if (names.includes(name)) counts[name] = (counts[name] ?? 0) + 1;
    if (detachedAt >= 0 && nodes[at + detachedAt] === 2) counts.detached = (counts.detached ?? 0) + 1;
  }
  return counts;
}
