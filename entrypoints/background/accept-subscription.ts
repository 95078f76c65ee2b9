import { capHelp, capSignals } from '../../src/packs/cap-subscription.ts';
import { encodeCompiled } from '../../src/packs/compiled-file.ts';
import { type ListCard, readListCard } from '../../src/packs/list-card.ts';
import type { PackId } from '../../src/packs/pack-ids.ts';
import { setsOf, subscriptionPacks } from '../../src/packs/subscription-packs.ts';
import { COMPILED } from '../../src/sync/accept-packs.ts';
import { fault } from '../../src/sync/sync-error.ts';
import type { Accepted, AcceptPacks, VerifiedPack } from '../../src/sync/sync-options.ts';
import { mayBeUsed } from './check-indicators.ts';
import { compileInTurns } from './compile-in-turns.ts';
import { livePack } from './knowledge.ts';
import { countIndicators } from './listed-addresses.ts';
import { TAKEN, type TakenList } from './live-lists.ts';

function parse(pack: VerifiedPack | undefined): Record<string, unknown> | undefined {
  if (!pack) return undefined;
  const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(pack.bytes));
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

/** Who the list says it is: the first card in the head of one of its packs. */
function cardOf(packs: (Record<string, unknown> | undefined)[]): ListCard | null {
  for (const pack of packs) {
    const card = readListCard(pack?.list);
    if (card) return card;
  }
  return null;
}

async function take(packs: ReadonlyMap<PackId, VerifiedPack>, prefix: string | undefined): Promise<Accepted> {
  const signalsPack = parse(packs.get('signals'));
  const helpPack = parse(packs.get('help'));
  const card = cardOf([signalsPack, helpPack]);
  if (!card) return fault('schema', 'list', 'No pack of the list says who keeps it.');
  // Another prefix than at the beginning would let a list speak as another one.
  if (prefix !== undefined && card.prefix !== prefix)
    return fault('schema', 'list', `The list now speaks as "${card.prefix}", not as "${prefix}".`);
  const files = (['indicators-recent', 'indicators-base'] as const).flatMap((id) => packs.get(id) ?? []);
  for (const { id, bytes } of files) {
    const checked = await mayBeUsed(bytes);
    if (!checked.ok) return fault(checked.newer ? 'newer-engine' : 'schema', id, `The addresses: ${checked.error}.`);
  }
  const shared = await livePack('signals');
  const { signals, leftOut } = capSignals(signalsPack, card, setsOf(shared));
  const help = capHelp(helpPack, card);
  const taken: TakenList = {
    card,
    signals,
    help: help.help,
    leftOut: leftOut.length + help.leftOut.length,
    indicators: countIndicators(files.map(({ bytes }) => bytes)),
  };
  const compiled = await compileInTurns(subscriptionPacks(signals, shared, packs.get('signals')?.version ?? ''));
  return {
    ok: true,
    value: { [TAKEN]: new TextEncoder().encode(JSON.stringify(taken)), [COMPILED]: encodeCompiled(compiled) },
  };
}

/** Takes of somebody else's list what it may bring. `prefix` is the one it had when the person added it. */
export function acceptSubscription(prefix?: string): AcceptPacks {
  return async (packs) => {
    try {
      return await take(packs, prefix);
    } catch (error) {
      return fault('schema', 'list', `The list cannot be read: ${(error as Error).message}`);
    }
  };
}
