import { parseMetadata, type RoleName } from '../../sync/metadata.ts';
import type { JsonObject } from '../../sync/strict-json.ts';
import { isSignedBy } from '../../sync/verify-signatures.ts';
import type { ListFiles } from './build-list.ts';
import type { Files, Published, PublishedFile } from './published-list.ts';
import { makeSnapshot, makeTargets, makeTimestamp, sha256 } from './tuf-metadata.ts';
import { type Signer, signMetadata } from './tuf-signing.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long each role's word holds. The timestamp is renewed by a machine, so it bounds how long news can be held back. */
export const LIFETIME_DAYS: Record<RoleName, number> = { root: 1095, targets: 365, snapshot: 180, timestamp: 7 };
/** What ends within so many days is renewed, where the key is at hand. */
const RENEW_DAYS = 30;

export function expiryOf(role: RoleName, from: Date): Date {
  return new Date(from.getTime() + LIFETIME_DAYS[role] * DAY_MS);
}

export interface PublishOptions {
  published: Published;
  signers: readonly Signer[];
  /** From when a new list holds: its own date, so that it rebuilds from a tag. */
  date: Date;
  /** From when the timestamp, and whatever is only renewed, holds. */
  now: Date;
}

/** Files to add, in order, and roles whose signatures are still too few. */
export interface Plan {
  files: Files;
  missing: { role: RoleName; have: number; need: number }[];
}

type Upper = Exclude<RoleName, 'root'>;

/** Signs with those of the keys that the root lists for the role; too few are noted. */
function signFor<R extends Upper>(role: R, signed: JsonObject, options: PublishOptions, plan: Plan): PublishedFile<R> {
  const { keyids, threshold } = options.published.root.metadata.signed.roles[role];
  const able = options.signers.filter(({ keyid }) => keyids.includes(keyid));
  if (able.length < threshold) plan.missing.push({ role, have: able.length, need: threshold });
  const bytes = signMetadata(signed, able);
  const parsed = parseMetadata(role, bytes);
  if (!parsed.ok) throw new Error(parsed.error.message);
  const prefix = role === 'timestamp' ? '' : `${signed.version}.`;
  plan.files.set(`metadata/${prefix}${role}.json`, bytes);
  return { bytes, metadata: parsed.value };
}

const versionAfter = (file: PublishedFile<Upper> | undefined): number => (file?.metadata.signed.version ?? 0) + 1;

const step = ({ bytes, metadata }: PublishedFile<Upper>): { version: number; bytes: Uint8Array } => ({
  version: metadata.signed.version,
  bytes,
});

/** Whether a file may stay: signed by the keys of today, and not near its end unless nobody here could renew it. */
async function holds({ published, now, signers }: PublishOptions, file: PublishedFile<Upper>): Promise<boolean> {
  const root = published.root.metadata.signed;
  const left = file.metadata.signed.expires - now.getTime();
  if (left <= 0 || !(await isSignedBy(root, file.metadata))) return false;
  const { keyids, threshold } = root.roles[file.metadata.role];
  return left > RENEW_DAYS * DAY_MS || signers.filter(({ keyid }) => keyids.includes(keyid)).length < threshold;
}

/**
 * Signs anew what the keys of today no longer vouch for or what ends soon, and whatever names it; the timestamp always.
 * Throws an Error when nothing was published yet.
 */
export async function planUpkeep(options: PublishOptions, holdsFrom = options.now): Promise<Plan> {
  const { published, now } = options;
  if (!published.targets) throw new Error('Nothing is published yet.');
  const plan: Plan = { files: new Map(), missing: [] };
  let { targets } = published;
  if (!(await holds(options, targets))) {
    const head = {
      version: versionAfter(targets),
      expires: expiryOf('targets', now).toISOString().replace('.000Z', 'Z'),
    };
    targets = signFor('targets', { ...targets.metadata.raw, ...head }, options, plan);
  }
  let { snapshot } = published;
  const named = snapshot?.metadata.signed.meta.get('targets.json');
  if (!snapshot || named?.hashes?.sha256 !== sha256(targets.bytes) || !(await holds(options, snapshot))) {
    const head = { version: versionAfter(snapshot), expires: expiryOf('snapshot', holdsFrom) };
    snapshot = signFor('snapshot', makeSnapshot(step(targets), head), options, plan);
  }
  const head = { version: versionAfter(published.timestamp), expires: expiryOf('timestamp', now) };
  signFor('timestamp', makeTimestamp(step(snapshot), head), options, plan);
  return plan;
}

function sorted(custom: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(custom).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether these are the files that are published. */
export function isPublished(files: ListFiles, { targets }: Published): boolean {
  const known = targets?.metadata.signed.targets;
  return (
    known?.size === files.size &&
    [...files].every(([name, { bytes, custom }]) => {
      const entry = known.get(name);
      return (
        entry?.hashes.sha256 === sha256(bytes) &&
        JSON.stringify(sorted(entry.custom)) === JSON.stringify(sorted(custom))
      );
    })
  );
}

/**
 * The next list: its files first, the timestamp that names it last. With the files of before only what ends is renewed.
 * Without enough targets keys the plan ends at the targets file, for others to sign.
 */
export async function planList(list: ListFiles, options: PublishOptions): Promise<Plan> {
  const { published, date } = options;
  if (isPublished(list, published)) return planUpkeep(options);
  const plan: Plan = { files: new Map(), missing: [] };
  for (const [name, { bytes }] of list) plan.files.set(`targets/${sha256(bytes)}.${name}`, bytes);
  const head = { version: versionAfter(published.targets), expires: expiryOf('targets', date) };
  const targets = signFor('targets', makeTargets(list, head), options, plan);
  return plan.missing.length > 0
    ? plan
    : continuePlan(plan, { ...options, published: { ...published, targets } }, date);
}

/** Adds to a plan what follows from its last file. */
export async function continuePlan(plan: Plan, options: PublishOptions, holdsFrom?: Date): Promise<Plan> {
  if (!options.published.targets) return plan;
  const above = await planUpkeep(options, holdsFrom);
  return { files: new Map([...plan.files, ...above.files]), missing: [...plan.missing, ...above.missing] };
}
