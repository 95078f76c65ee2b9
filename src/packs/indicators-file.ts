import { SALT_BYTES } from '../engine/indicators/indicator-hash.ts';
import { NORMALISING } from '../engine/indicators/indicator-kinds.ts';
import type { IndicatorSource, IndicatorTable } from '../engine/indicators/indicator-lookup.ts';
import { ENGINE_VERSION, PACK_FORMAT } from './pack-files.ts';

/**
 * An indicators pack as bytes. All numbers little-endian, as every browser's typed arrays are:
 *
 * magic `LWI1` · u32 length of the header · header, JSON in UTF-8, padded with spaces to 4 bytes · u32 hi[count] ·
 * u32 lo[count] · u32 removedHi[removed] · u32 removedLo[removed] · label[count], u16 or, with more than 65,536 labels,
 * u32 · u16 source[labels] · u16 added[labels] · u16 expires[labels] · u8 kind[labels].
 *
 * Ten bytes an entry: what one source named on one day shares a label. The columns are views of the bytes as they came,
 * so that reading a pack needs no memory of its own and no work but the checks.
 */
const MAGIC = 0x3149574c;

const LARGEST_HEADER = 1_000_000;
/** Above any list that a phone should carry; stops a header that asks for more than its file holds. */
export const MOST_INDICATORS = 4_000_000;

/** So many labels have indexes of two bytes. */
export const MOST_NARROW_LABELS = 65_536;

interface Header {
  pack: 'indicators-recent' | 'indicators-base';
  format: number;
  minEngine: number;
  version: string;
  normalising: number;
  /** Lowercase hex. */
  salt: string;
  count: number;
  removed: number;
  labels: number;
  sources: IndicatorSource[];
}

export type IndicatorsPackId = Header['pack'];

function isWide({ labels }: Pick<Header, 'labels'>): boolean {
  return labels > MOST_NARROW_LABELS;
}

function bytesFor(header: Pick<Header, 'count' | 'removed' | 'labels'>): number {
  const { count, removed, labels } = header;
  return count * (isWide(header) ? 12 : 10) + removed * 8 + labels * 7;
}

/** The same table gives the same bytes. */
export function encodeIndicators(pack: IndicatorsPackId, table: IndicatorTable): Uint8Array<ArrayBuffer> {
  const header: Header = {
    pack,
    format: PACK_FORMAT,
    minEngine: ENGINE_VERSION,
    version: table.version,
    normalising: NORMALISING,
    salt: Array.from(table.salt, (byte) => byte.toString(16).padStart(2, '0')).join(''),
    count: table.hi.length,
    removed: table.removedHi.length,
    labels: table.labels.kind.length,
    sources: table.sources,
  };
  let text = new TextEncoder().encode(JSON.stringify(header));
  const padded = new Uint8Array(Math.ceil(text.length / 4) * 4).fill(0x20);
  padded.set(text);
  text = padded;
  const bytes = new Uint8Array(8 + text.length + bytesFor(header));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, text.length, true);
  bytes.set(text, 8);
  let at = 8 + text.length;
  const { hi, lo, removedHi, removedLo, label, labels } = table;
  const { source, added, expires, kind } = labels;
  for (const column of [hi, lo, removedHi, removedLo, label, source, added, expires, kind]) {
    bytes.set(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), at);
    at += column.byteLength;
  }
  return bytes;
}

export type DecodedIndicators =
  | { ok: true; pack: IndicatorsPackId; table: IndicatorTable }
  /** `newer`: the pack is whole but asks for a newer engine, so the old one stays and nothing is wrong. */
  | { ok: false; error: string; newer?: boolean };

function refused(error: string): DecodedIndicators {
  return { ok: false, error };
}

function readHeader(text: Uint8Array): Header | undefined {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text)) as Header;
  } catch {
    return undefined;
  }
}

const SOURCE_CLASSES = new Set(['police', 'court', 'regulator', 'platform', 'ngo', 'press', 'report']);

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && (value as number) <= MOST_INDICATORS;
}

/** What is wrong with a header, in words; the numbers in it decide how the rest is cut, so each is checked. */
function faultOf(header: Header): string | undefined {
  if (header.pack !== 'indicators-recent' && header.pack !== 'indicators-base') return 'the header names no such pack';
  if (typeof header.version !== 'string') return 'the header has no version';
  if (typeof header.salt !== 'string' || !/^[0-9a-f]{32}$/.test(header.salt))
    return `the salt is not ${SALT_BYTES} bytes`;
  if (![header.count, header.removed, header.labels].every(isCount)) return 'the header gives no number of entries';
  if (!Array.isArray(header.sources) || header.sources.length > 65_535) return 'the header has no list of sources';
  for (const source of header.sources as Partial<IndicatorSource>[]) {
    if (typeof source?.title !== 'string' || typeof source.url !== 'string' || typeof source.sourceClass !== 'string')
      return 'a source has no title, address or class';
    // An address that a person may click: no other scheme gets that far.
    if (!/^https?:\/\//.test(source.url)) return 'a source is no web address';
    if (!SOURCE_CLASSES.has(source.sourceClass)) return 'a source is of an unknown class';
  }
  return undefined;
}

function isSorted(hi: Uint32Array, lo: Uint32Array): boolean {
  for (let i = 1; i < hi.length; i++) {
    const before = hi[i - 1]!;
    if (before > hi[i]! || (before === hi[i] && lo[i - 1]! >= lo[i]!)) return false;
  }
  return true;
}

/**
 * The table of a pack, or why these bytes are not one; never repairs. Every check names what a wrong file would do:
 * unsorted hashes would hide entries, a source out of range would give a reason without a source, an entry that ends
 * before it begins would never end or never count.
 */
export function decodeIndicators(given: Uint8Array): DecodedIndicators {
  if (given.length < 8) return refused('too short');
  // Typed arrays need their place in the buffer aligned.
  const bytes = given.byteOffset % 4 === 0 ? given : given.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (view.getUint32(0, true) !== MAGIC) return refused('not an indicators pack');
  const headerLength = view.getUint32(4, true);
  if (headerLength > LARGEST_HEADER || headerLength % 4 !== 0) return refused('broken header');
  if (8 + headerLength > bytes.length) return refused('cut off in the header');
  const header = readHeader(bytes.subarray(8, 8 + headerLength));
  if (typeof header !== 'object' || header === null) return refused('broken header');
  if (header.format !== PACK_FORMAT || header.normalising !== NORMALISING || !(header.minEngine <= ENGINE_VERSION))
    return { ok: false, error: 'made for another engine', newer: true };
  const fault = faultOf(header);
  if (fault) return refused(fault);
  const { count, removed, labels } = header;
  if (8 + headerLength + bytesFor(header) !== bytes.length) return refused('the length is not that of its entries');

  let at = bytes.byteOffset + 8 + headerLength;
  function next<T>(
    Column: new (buffer: ArrayBufferLike, at: number, length: number) => T,
    size: number,
    length: number,
  ): T {
    const column = new Column(bytes.buffer, at, length);
    at += size * length;
    return column;
  }
  const hi = next(Uint32Array, 4, count);
  const lo = next(Uint32Array, 4, count);
  const removedHi = next(Uint32Array, 4, removed);
  const removedLo = next(Uint32Array, 4, removed);
  const label = isWide(header) ? next(Uint32Array, 4, count) : next(Uint16Array, 2, count);
  const source = next(Uint16Array, 2, labels);
  const added = next(Uint16Array, 2, labels);
  const expires = next(Uint16Array, 2, labels);
  const kind = next(Uint8Array, 1, labels);
  if (!isSorted(hi, lo) || !isSorted(removedHi, removedLo)) return refused('the entries are not in order');
  for (let i = 0; i < count; i++) if (label[i]! >= labels) return refused('an entry names no label');
  for (let i = 0; i < labels; i++) {
    if (source[i]! >= header.sources.length) return refused('an entry names no source');
    if (expires[i]! < added[i]!) return refused('an entry ends before it begins');
  }
  const salt = Uint8Array.from(header.salt.match(/../g)!, (pair) => Number.parseInt(pair, 16));
  const { version, sources } = header;
  const columns = { hi, lo, label, removedHi, removedLo, labels: { kind, source, added, expires } };
  return { ok: true, pack: header.pack, table: { version, salt, ...columns, sources } };
}
