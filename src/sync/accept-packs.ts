import type { CompiledRules } from '../engine/rules.ts';
import { checkPack } from '../packs/check-pack.ts';
import type { EnginePacks } from '../packs/compile-rules.ts';
import { encodeCompiled } from '../packs/compiled-file.ts';
import type { Packs } from '../packs/pack-files.ts';
import type { PackId } from '../packs/pack-ids.ts';
import { selfTest } from './self-test.ts';
import { fault, type Result } from './sync-error.ts';
import type { Accepted, AcceptPacks } from './sync-options.ts';

type CheckedIndicators = { ok: true } | { ok: false; error: string; newer?: boolean };

export interface AcceptTools {
  /** The packaged packs, for those that the list lacks; both or neither may be asked for. */
  packaged(): Promise<EnginePacks>;
  /** Compiles without holding up whatever else runs. Rejects with an Error that names the phrase. */
  compile(packs: EnginePacks): Promise<CompiledRules>;
  /** Checks the bytes of an indicators pack. */
  checkIndicators(bytes: Uint8Array): CheckedIndicators | Promise<CheckedIndicators>;
  /** What is wrong with the compiled rules, in a sentence. */
  selfTest?(rules: CompiledRules): string | undefined;
}

/** Name of the compiled rules among the products. */
export const COMPILED = 'compiled.bin';

type JsonPackId = keyof Packs;

function isJson(id: PackId): id is JsonPackId {
  return !id.startsWith('indicators-');
}

function refuse(id: PackId, { error, newer }: { error: string; newer?: boolean }): Result<never> {
  const reason = error.replace(/\.$/, '');
  return fault(newer ? 'newer-engine' : 'schema', id, `The ${id} pack was left out: ${reason}.`);
}

async function compileAndTest(packs: EnginePacks, tools: AcceptTools): Promise<Result<CompiledRules>> {
  let rules: CompiledRules;
  try {
    rules = await tools.compile(packs);
  } catch (error) {
    return fault('compile', 'signals', `The rules cannot be compiled: ${(error as Error).message}.`);
  }
  const wrong = (tools.selfTest ?? selfTest)(rules);
  return wrong ? fault('self-test', 'signals', wrong) : { ok: true, value: rules };
}

/**
 * The way of verified packs to becoming live: checked against the schema, compiled beside the live rules, tried on texts
 * whose verdict is known. The product is the compiled rules, when the list has packs that the engine reads.
 */
export function createAcceptor(tools: AcceptTools): AcceptPacks {
  return async (packs): Promise<Accepted> => {
    const read: Partial<Packs> = {};
    for (const { id, bytes } of packs.values()) {
      if (!isJson(id)) {
        const checked = await tools.checkIndicators(bytes);
        if (!checked.ok) return refuse(id, checked);
        continue;
      }
      const checked = checkPack(id, bytes);
      if (!checked.ok) return refuse(id, checked);
      Object.assign(read, { [id]: checked.pack });
    }
    const { signals, 'places-pay': placesPay } = read;
    if (!signals && !placesPay) return { ok: true, value: {} };
    const engine =
      signals && placesPay ? { signals, 'places-pay': placesPay } : { ...(await tools.packaged()), ...withKnown(read) };
    const rules = await compileAndTest(engine, tools);
    return rules.ok ? { ok: true, value: { [COMPILED]: encodeCompiled(rules.value) } } : rules;
  };
}

function withKnown({ signals, 'places-pay': placesPay }: Partial<Packs>): Partial<EnginePacks> {
  return { ...(signals && { signals }), ...(placesPay && { 'places-pay': placesPay }) };
}
