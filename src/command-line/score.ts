/**
 * `npm run -s score < in.jsonl > out.jsonl`: one verdict a line, in the order of the input.
 * A line that cannot be read gives `{"id":null,"line":N,"error":"…"}` on its place; the exit code is then 1.
 */
import { createInterface } from 'node:readline';
import type { Posting } from '../engine/posting.ts';
import { createScorer } from '../engine/score-posting.ts';
import { compileRules } from '../packs/compile-rules.ts';
import { readPacks } from './read-rules.ts';

interface Line extends Posting {
  id: unknown;
}

function parseLine(line: string): { ok: true; value: Line } | { ok: false; error: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { ok: false, error: `not JSON: ${(error as Error).message}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { ok: false, error: 'expected an object' };
  const fields = value as Record<string, unknown>;
  if (!('id' in fields)) return { ok: false, error: '"id" is missing' };
  if (typeof fields.text !== 'string') return { ok: false, error: '"text" must be a string' };
  for (const key of ['title', 'company', 'location', 'url']) {
    if (fields[key] != null && typeof fields[key] !== 'string')
      return { ok: false, error: `"${key}" must be a string` };
  }
  return { ok: true, value: fields as unknown as Line };
}

const score = createScorer(compileRules(readPacks()));
let number = 0;
let broken = 0;
for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
  number++;
  if (line.trim() === '') continue;
  const parsed = parseLine(line);
  let out: unknown;
  if (parsed.ok) {
    const { id, text, title, company, location, salary, url } = parsed.value;
    const verdict = score({
      text,
      title: title ?? undefined,
      company: company ?? undefined,
      location: location ?? undefined,
      salary,
      url: url ?? undefined,
    });
    out = {
      id,
      level: verdict.level,
      score: verdict.score,
      kind: verdict.kind,
      reasons: verdict.reasons.map(({ signal, weight, spans }) => ({
        signal,
        weight,
        spans: spans.filter((span) => span.field === 'text').map(({ start, end }) => [start, end]),
      })),
    };
  } else {
    broken++;
    out = { id: null, line: number, error: parsed.error };
  }
  if (!process.stdout.write(`${JSON.stringify(out)}\n`))
    await new Promise((resolve) => process.stdout.once('drain', resolve));
}
process.exitCode = broken > 0 ? 1 : 0;
