import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Metadata, parseMetadata } from '../../sync/metadata.ts';
import { countSignatures } from '../../sync/verify-signatures.ts';
import { continuePlan, type Plan, type PublishOptions } from './publish-list.ts';
import { type Files, type Published, writeFiles } from './published-list.ts';
import { rolesOf } from './rotate-keys.ts';
import { signMetadata } from './tuf-signing.ts';

/** Beside the published files: what still waits for signatures. No client ever asks for it. */
const STAGED = 'staged';

export function stage(folder: string, files: Files): void {
  rmSync(join(folder, STAGED), { recursive: true, force: true });
  writeFiles(join(folder, STAGED), files);
}

function readStaged(folder: string): Files {
  const staged = join(folder, STAGED);
  if (!existsSync(staged)) return new Map();
  return new Map(
    readdirSync(staged, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [`${entry.parentPath.split(/[\\/]/).at(-1)}/${entry.name}`, join(entry.parentPath, entry.name)])
      .toSorted(([a], [b]) => (b! < a! ? -1 : 1))
      .map(([path, full]) => [path!, new Uint8Array(readFileSync(full!))]),
  );
}

function waitingFile(
  files: Files,
): { path: string; role: 'root' | 'targets'; before: Metadata<'root' | 'targets'> } | undefined {
  const path = [...files.keys()].find((name) => name.startsWith('metadata/'));
  if (!path) return undefined;
  const role = path.endsWith('.root.json') ? 'root' : 'targets';
  const parsed = parseMetadata(role, files.get(path)!);
  if (!parsed.ok) throw new Error(`${path}: ${parsed.error.message}`);
  return { path, role, before: parsed.value };
}

/** Keys that only the waiting root lists; undefined when nothing waits. */
export function stagedKeys(folder: string): string[] | undefined {
  const waiting = waitingFile(readStaged(folder));
  if (!waiting) return undefined;
  if (waiting.role !== 'root') return [];
  const root = { bytes: new Uint8Array(), metadata: waiting.before as Metadata<'root'> };
  return Object.values(rolesOf({ root })).flatMap(({ publicKeys }) => publicKeys);
}

/** The root of before and the new one must both find enough of their keys (TUF 5.3.4). */
async function missingFor(file: Metadata<'root' | 'targets'>, published: Published): Promise<Plan['missing']> {
  const roots = [published.root.metadata.signed];
  if (file.role === 'root') roots.push((file as Metadata<'root'>).signed);
  const counts = await Promise.all(roots.map((root) => countSignatures(root, file)));
  return counts
    .filter(({ valid, threshold }) => valid < threshold)
    .map(({ valid, threshold }) => ({ role: file.role, have: valid, need: threshold }));
}

/**
 * Adds the signatures of the keys at hand to what waits for them. Once there are enough, the plan makes it public with all
 * that follows from it; until then it keeps it staged. Undefined when nothing waits.
 */
export async function signStaged(folder: string, options: PublishOptions): Promise<Plan | undefined> {
  const files = readStaged(folder);
  const waiting = waitingFile(files);
  if (!waiting) return undefined;
  const { path, before, role } = waiting;
  const { published, signers } = options;
  const keys = new Set([...rolesOf(published)[role].publicKeys, ...(stagedKeys(folder) ?? [])]);
  const able = signers.filter(({ publicKey }) => keys.has(publicKey));
  const others = [...before.signatures].map(([keyid, sig]) => ({ keyid, sig }));
  const bytes = signMetadata(before.raw, able, others);
  files.set(path, bytes);
  const signed = parseMetadata(role, bytes);
  if (!signed.ok) throw new Error(signed.error.message);
  const plan: Plan = { files, missing: await missingFor(signed.value, published) };
  if (plan.missing.length > 0) return plan;
  const next = { ...published, [role]: { bytes, metadata: signed.value } };
  return continuePlan(plan, { ...options, published: next });
}

export function clearStaged(folder: string): void {
  rmSync(join(folder, STAGED), { recursive: true, force: true });
}
