import { type PackedColumns, PackedMap, packMap } from '../engine/packed-map.ts';
import type { CompiledRules } from '../engine/rules.ts';
import { ENGINE_VERSION } from './pack-files.ts';

/**
 * Compiled rules as one run of bytes, so that the background need not compile when it wakes.
 *
 * Layout: magic, header length, JSON header, then the typed arrays, each aligned to 4 bytes. In the header a typed array
 * is `{"$":"i32","at":…,"length":…}` a map `{"$":"map","keys":[…],"values":…}`, a set `{"$":"set","values":[…]}`. Tables
 * of thousands of words are packed into arrays (`{"$":"words","columns":…}`) and stay so: making their strings would take
 * most of the time of loading.
 */
const MAGIC = 0x4c575232;

/** Smaller maps are read faster as they are. */
const LEAST_PACKED = 500;

type Typed = Int32Array | Uint16Array | Uint8Array;

const KINDS = { i32: Int32Array, u16: Uint16Array, u8: Uint8Array } as const;
type TypedKind = keyof typeof KINDS;

function kindOf(value: unknown): TypedKind | undefined {
  for (const kind of Object.keys(KINDS) as TypedKind[]) if (value instanceof KINDS[kind]) return kind;
  return undefined;
}

export function encodeCompiled(rules: CompiledRules): Uint8Array {
  const arrays: { at: number; array: Typed }[] = [];
  let size = 0;

  function encode(value: unknown): unknown {
    const kind = kindOf(value);
    if (kind) {
      const array = value as Typed;
      const at = size;
      arrays.push({ at, array });
      size += Math.ceil(array.byteLength / 4) * 4;
      return { $: kind, at, length: array.length };
    }
    if (value instanceof PackedMap) return { $: 'words', columns: encode(value.columns) };
    if (value instanceof Map) {
      const values = [...value.values()];
      const numbers = values.every((item) => Number.isInteger(item) && Math.abs(item as number) < 2 ** 31);
      if (numbers && value.size >= LEAST_PACKED) return { $: 'words', columns: encode(packMap(value)) };
      return {
        $: 'map',
        keys: [...value.keys()],
        values: numbers ? encode(Int32Array.from(values as number[])) : values.map(encode),
      };
    }
    if (value instanceof Set) return { $: 'set', values: [...value] };
    if (Array.isArray(value)) return value.map(encode);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]));
    return value;
  }

  const header = new TextEncoder().encode(JSON.stringify({ engine: ENGINE_VERSION, rules: encode(rules), size }));
  const start = 8 + Math.ceil(header.length / 4) * 4;
  const bytes = new Uint8Array(start + size);
  new DataView(bytes.buffer).setUint32(0, MAGIC);
  new DataView(bytes.buffer).setUint32(4, header.length);
  bytes.set(header, 8);
  for (const { at, array } of arrays)
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), start + at);
  return bytes;
}

/** The compiled rules, or why these bytes are not to be used; the caller then compiles from the packs. Never repairs. */
export function decodeCompiled(bytes: ArrayBuffer): { ok: true; rules: CompiledRules } | { ok: false; error: string } {
  if (bytes.byteLength < 8) return { ok: false, error: 'too short' };
  const view = new DataView(bytes);
  if (view.getUint32(0) !== MAGIC) return { ok: false, error: 'not a compiled rule list' };
  const headerLength = view.getUint32(4);
  if (8 + headerLength > bytes.byteLength) return { ok: false, error: 'cut off in the header' };
  let header: { engine: number; rules: unknown; size: number };
  try {
    header = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 8, headerLength)));
  } catch {
    return { ok: false, error: 'broken header' };
  }
  if (header.engine !== ENGINE_VERSION)
    return { ok: false, error: `compiled for engine ${header.engine}, not ${ENGINE_VERSION}` };
  const start = 8 + Math.ceil(headerLength / 4) * 4;
  if (start + header.size !== bytes.byteLength) return { ok: false, error: 'cut off' };

  function decode(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(decode);
    if (typeof value !== 'object' || value === null) return value;
    const record = value as Record<string, unknown>;
    if (record.$ === 'map') {
      const keys = record.keys as string[];
      const values = decode(record.values) as ArrayLike<unknown>;
      return new Map(keys.map((key, i) => [key, values[i]]));
    }
    if (record.$ === 'words') return new PackedMap(decode(record.columns) as PackedColumns);
    if (record.$ === 'set') return new Set(record.values as number[]);
    const kind = record.$ as TypedKind | undefined;
    if (kind && KINDS[kind]) return new KINDS[kind](bytes, start + (record.at as number), record.length as number);
    for (const key of Object.keys(record)) record[key] = decode(record[key]);
    return record;
  }

  return { ok: true, rules: decode(header.rules) as CompiledRules };
}
