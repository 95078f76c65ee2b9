import type { Json } from './strict-json.ts';

function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

function write(value: Json): string {
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.keys(value)
      .sort()
      .map((key) => `${quote(key)}:${write(value[key]!)}`);
    return `{${members.join(',')}}`;
  }
  return String(value);
}

/** The bytes that are signed: OLPC canonical JSON (TUF 1.0, section 4.2.1): sorted keys, no spaces, whole numbers only. */
export function canonicalJson(value: Json): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(write(value));
}
