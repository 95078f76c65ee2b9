import type { ListPreview, PreviewAnswer } from '../../src/list-messages.ts';
import { readSubscriptionLink, type SubscriptionLink } from '../../src/packs/subscription-link.ts';
import { download } from '../../src/sync/download.ts';
import { sha256Hex } from '../../src/sync/hex.ts';
import { LIMITS } from '../../src/sync/limits.ts';
import { MemoryStore } from '../../src/sync/memory-store.ts';
import type { SyncError } from '../../src/sync/sync-error.ts';
import { syncList } from '../../src/sync/sync-list.ts';
import { acceptSubscription } from './accept-subscription.ts';
import { network, stopCheck } from './check-lists.ts';
import { loadSignalTexts } from './knowledge.ts';
import { listError } from './list-error.ts';
import { ALLOWS_OWN_MACHINE, loadPolicy } from './list-source.ts';
import { loadLiveLists, readTaken, subscribedList, TAKEN, type TakenList } from './live-lists.ts';
import { store } from './store.ts';
import { useListsAnew } from './use-lists.ts';

interface Prepared {
  id: string;
  link: SubscriptionLink;
  root: Uint8Array;
  memory: MemoryStore;
  taken: TakenList;
  preview: ListPreview;
}

type Preparing = { ok: true; prepared: Prepared } | Extract<PreviewAnswer, { ok: false }>;

/** The list that was looked at last, so that adding it keeps what was shown and nothing newer. */
let lookedAt: Prepared | null = null;

/** Lists by the root they begin with: the same list at another address is the same list. */
const idOf = (root: string) => `list-${root.slice(0, 16)}`;

const refuse = (fault: Exclude<Extract<PreviewAnswer, { ok: false }>['fault'], 'sync'>): Preparing => ({
  ok: false,
  fault,
});
const failed = (error: SyncError): Preparing => ({ ok: false, fault: 'sync', error: listError(error) });

/** Fetches a list into memory alone, checks it as if it were to become live, and shows what it would bring. */
async function prepare(text: string): Promise<Preparing> {
  const read = readSubscriptionLink(text, ALLOWS_OWN_MACHINE);
  if (!read.ok) return refuse(read.fault);
  const { link } = read;
  const id = idOf(link.root);
  const rows = await store.lists.all();
  if (rows.ok && rows.value.some((row) => row.id === id)) return refuse('already-added');

  const request = { role: 'root', most: LIMITS.rootBytes } as const;
  const got = await download(`${link.address}metadata/1.root.json`, request, network);
  if (!got.ok) return failed(got.error);
  if (got.value.got !== 'bytes') return refuse('no-root');
  const root = got.value.bytes;
  // The fingerprint came by another way than the file: whoever holds the address alone cannot put another list there.
  if ((await sha256Hex(root)) !== link.root) return refuse('other-root');

  const memory = new MemoryStore();
  const outcome = await syncList({
    ...network,
    mirrors: [link.address],
    root,
    store: memory,
    accept: acceptSubscription(),
  });
  const bytes = memory.product(TAKEN);
  if (!outcome.live || !bytes)
    return outcome.error?.role === 'list' && outcome.error.fault === 'schema'
      ? refuse('no-card')
      : failed(outcome.error ?? { fault: 'no-mirror', role: 'list', message: 'The list holds nothing.' });
  const taken = readTaken(bytes);
  if (await isPrefixTaken(taken.card.prefix)) return refuse('prefix-taken');
  const preview = previewOf(taken, link, outcome.live.version);
  return { ok: true, prepared: { id, link, root, memory, taken, preview } };
}

/** A list that begins its ids like one of ours, or like another subscription, could be taken for it. */
async function isPrefixTaken(prefix: string): Promise<boolean> {
  const [{ signals, combinations }, { subscriptions }] = await Promise.all([loadSignalTexts(), loadLiveLists()]);
  return (
    subscriptions.some(({ taken }) => taken.card.prefix === prefix) ||
    [...signals.keys(), ...combinations.keys()].some((id) => id.startsWith(`${prefix}-`))
  );
}

function previewOf(
  { card, signals, help, leftOut, indicators }: TakenList,
  link: SubscriptionLink,
  version: string,
): ListPreview {
  const { prefix: _prefix, ...shown } = card;
  return {
    ...shown,
    host: new URL(link.address).host,
    root: link.root,
    version,
    signals: signals.map(({ id, text }) => {
      const words = text.en ?? Object.values(text)[0];
      return { label: words?.label ?? id, why: words?.why ?? '' };
    }),
    contacts: help.flatMap(({ country, entries }) => entries.map(({ name }) => ({ name, country }))),
    indicators,
    leftOut,
  };
}

/** Shows a list; nothing of it is kept, and nothing is used. */
export async function previewList(text: string): Promise<PreviewAnswer> {
  const result = await prepare(text);
  if (!result.ok) return result;
  lookedAt = result.prepared;
  return { ok: true, preview: result.prepared.preview };
}

/** Adds the list that was shown; after a stop of the background it is fetched once more. */
export async function addList(text: string, managed = false): Promise<PreviewAnswer> {
  const read = readSubscriptionLink(text, ALLOWS_OWN_MACHINE);
  const isShown = read.ok && lookedAt?.link.root === read.link.root && lookedAt.link.address === read.link.address;
  const result: Preparing = isShown ? { ok: true, prepared: lookedAt! } : await prepare(text);
  if (!result.ok) return result;
  lookedAt = null;
  const { id, link, root, memory, taken, preview } = result.prepared;
  const added = await store.lists.add(id, {
    address: link.address,
    root: link.root,
    rootBytes: root,
    name: taken.card.name,
    prefix: taken.card.prefix,
    addedAt: new Date().toISOString(),
    ...(managed ? { managed } : {}),
  });
  try {
    if (!added.ok) throw new Error(added.fault);
    await memory.moveTo(subscribedList(id));
  } catch (error) {
    await store.lists.remove(id);
    const full = error instanceof DOMException && error.name === 'QuotaExceededError';
    const message = `The list could not be kept: ${(error as Error).message}`;
    const why = full || (!added.ok && added.fault === 'full') ? 'store-full' : 'store';
    return { ok: false, fault: 'sync', error: { name: why, attack: false, role: 'store', message } };
  }
  await useListsAnew();
  return { ok: true, preview };
}

/** Removes a list with everything that came from it. One that a policy set stays. */
export async function removeList(id: string): Promise<boolean> {
  const rows = await store.lists.all();
  const row = rows.ok ? rows.value.find((known) => known.id === id) : undefined;
  if (!row?.subscription || row.subscription.managed) return false;
  return forget(id);
}

async function forget(id: string): Promise<boolean> {
  await stopCheck();
  const removed = await store.lists.remove(id);
  if (!removed.ok) return false;
  store.verdicts.forget();
  await useListsAnew();
  return true;
}

/** Adds the lists that whoever manages this device laid down, and lets go of those they no longer name. */
export async function followPolicy(): Promise<void> {
  const [{ subscriptions, syncDisabled }, rows] = await Promise.all([loadPolicy(), store.lists.all()]);
  if (!rows.ok) return;
  const links = subscriptions.flatMap((text) => {
    const read = readSubscriptionLink(text, ALLOWS_OWN_MACHINE);
    return read.ok ? [{ text, id: idOf(read.link.root) }] : [];
  });
  for (const { id, subscription } of rows.value)
    if (subscription?.managed && !links.some((link) => link.id === id)) await forget(id);
  if (syncDisabled) return;
  for (const { text, id } of links) if (!rows.value.some((row) => row.id === id)) await addList(text, true);
}
