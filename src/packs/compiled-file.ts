import { type PackedColumns, PackedMap, packMap } from '../engine/packed-map.ts';
import type { CompiledRules } from '../engine/rules.ts';
import { ENGINE_VERSION } from './pack-files.ts';

/**
 * Compiled rules as one run of bytes, so that the background need not compile when it wakes.
 *
 * Layout: magic, header length, JSON header, then the typed arrays, each aligned to 4 bytes. The header's `rules` are plain
 * JSON; what JSON cannot hold stands in `specials` with the path to its place, so that reading walks none of the rest: a
 * typed array `{"$":"i32","at":…,"length":…}`, a map `{"$":"map","keys":[…],"values":…}`, a set
 * `{"$":"set","values":[…]}`. Tables of thousands of words are packed into arrays (`{"$":"words","columns":…}`) and stay
 * so: making their strings would take most of the time of loading.
 */
const MAGIC = 0x4c575234;

/** Smaller maps are read faster as they are. */
const LEAST_PACKED = 500;

type Typed = Int32Array | Uint16Array | Uint8Array | Int8Array;

const KINDS = { i32: Int32Array, u16: Uint16Array, u8: Uint8Array, i8: Int8Array } as const;
type TypedKind = keyof typeof KINDS;

function kindOf(value: unknown): TypedKind | undefined {
  for (const kind of Object.keys(KINDS) as TypedKind[]) if (value instanceof KINDS[kind]) return kind;
  return undefined;
}

type Path = (string | number)[];

/** Something that JSON cannot hold, and where in the rules it stands. */
interface Special {
  path: Path;
  value: unknown;
}

function isSpecial(value: unknown): boolean {
  return value instanceof Map || value instanceof Set || value instanceof PackedMap || kindOf(value) !== undefined;
}

export function encodeCompiled(rules: CompiledRules): Uint8Array {
  const arrays: { at: number; array: Typed }[] = [];
  const specials: Special[] = [];
  let size = 0;

  function describe(value: unknown): unknown {
    const kind = kindOf(value);
    if (kind) {
      const array = value as Typed;
      const at = size;
      arrays.push({ at, array });
      size += Math.ceil(array.byteLength / 4) * 4;
      return { $: kind, at, length: array.length };
    }
    if (value instanceof Set) return { $: 'set', values: [...value] };
    if (value instanceof PackedMap) {
      const columns = Object.entries(value.columns).map(([key, column]) => [key, describe(column)]);
      return { $: 'words', columns: Object.fromEntries(columns) };
    }
    const map = value as Map<string, unknown>;
    const values = [...map.values()];
    const numbers = values.every((item) => Number.isInteger(item) && Math.abs(item as number) < 2 ** 31);
    if (numbers && map.size >= LEAST_PACKED) return describe(new PackedMap(packMap(map as Map<string, number>)));
    const keys = [...map.keys()];
    if (numbers) return { $: 'map', keys, values: describe(Int32Array.from(values as number[])) };
    return values.some(isSpecial) ? { $: 'map', keys, each: values.map(describe) } : { $: 'map', keys, plain: values };
  }

  /** The value as plain JSON, with nothing in the places of what is special. */
  function encode(value: unknown, path: Path): unknown {
    if (isSpecial(value)) {
      specials.push({ path, value: describe(value) });
      return null;
    }
    if (Array.isArray(value)) return value.map((item, i) => encode(item, [...path, i]));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item, [...path, key])]));
    return value;
  }

  const plain = encode(rules, []);
  const header = new TextEncoder().encode(JSON.stringify({ engine: ENGINE_VERSION, rules: plain, specials, size }));
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
  let header: { engine: number; rules: unknown; specials: Special[]; size: number };
  try {
    header = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 8, headerLength)));
  } catch {
    return { ok: false, error: 'broken header' };
  }
  if (header.engine !== ENGINE_VERSION)
    return { ok: false, error: `compiled for engine ${header.engine}, not ${ENGINE_VERSION}` };
  const start = 8 + Math.ceil(headerLength / 4) * 4;
  if (start + header.size !== bytes.byteLength) return { ok: false, error: 'cut off' };

  function restore(value: unknown): unknown {
    const special = value as Record<string, unknown>;
    switch (special.$) {
      case 'words': {
        const columns = special.columns as Record<string, unknown>;
        for (const key of Object.keys(columns)) columns[key] = restore(columns[key]);
        return new PackedMap(columns as unknown as PackedColumns);
      }
      case 'map': {
        const each = (special.each as unknown[] | undefined)?.map(restore);
        const values = (each ?? special.plain ?? restore(special.values)) as ArrayLike<unknown>;
        return new Map((special.keys as string[]).map((key, i) => [key, values[i]]));
      }
      case 'set':
        return new Set(special.values as number[]);
      default:
        return new KINDS[special.$ as TypedKind](bytes, start + (special.at as number), special.length as number);
    }
  }

  for (const { path, value } of header.specials) {
    let place = header.rules as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) place = place[key] as typeof place;
    place[path.at(-1)!] = restore(value);
  }
  return { ok: true, rules: header.rules as CompiledRules };
}
