/** Deeper than any metadata; a file of a million brackets must not exhaust the stack. */
const DEEPEST = 32;

export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** `duplicate` tells a repeated key from other faults. */
export class JsonFault extends Error {
  readonly duplicate: boolean;
  constructor(message: string, duplicate = false) {
    super(message);
    this.duplicate = duplicate;
  }
}

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?![\d.eE])/y;
const WORD = /true|false|null/y;
const LONE_SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Parses the JSON of signed metadata where `JSON.parse` is too kind: two readers must never see two different things in
 * the same signed bytes. Refused are repeated keys, fractions and numbers that JavaScript rounds, broken UTF-8, a byte
 * order mark, the key `__proto__`, and deep nesting. Throws a `JsonFault`.
 */
export function parseStrictJson(bytes: Uint8Array): Json {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new JsonFault('not UTF-8');
  }
  let at = 0;

  function take(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  }
  function expected(what: string): never {
    throw new JsonFault(at >= text.length ? `ends where ${what} is expected` : `${what} expected at character ${at}`);
  }
  function skip(mark: string): boolean {
    take(SPACE);
    if (text[at] !== mark) return false;
    at++;
    take(SPACE);
    return true;
  }
  function string(): string {
    if (text[at] !== '"') expected('a string');
    let end = at + 1;
    while (end < text.length && text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    let value: string;
    try {
      value = JSON.parse(text.slice(at, end + 1)) as string;
    } catch {
      expected('a whole string');
    }
    at = end + 1;
    if (LONE_SURROGATE.test(value)) throw new JsonFault(`half a character before ${at}`);
    return value;
  }
  function object(depth: number): JsonObject {
    const result: JsonObject = {};
    if (skip('}')) return result;
    do {
      const key = string();
      if (key === '__proto__') throw new JsonFault('the key "__proto__" is not allowed');
      if (Object.hasOwn(result, key)) throw new JsonFault(`the key "${key.slice(0, 80)}" stands twice`, true);
      if (!skip(':')) expected('":"');
      result[key] = value(depth + 1);
    } while (skip(','));
    if (!skip('}')) expected('"," or "}"');
    return result;
  }
  function array(depth: number): Json[] {
    const result: Json[] = [];
    if (skip(']')) return result;
    do result.push(value(depth + 1));
    while (skip(','));
    if (!skip(']')) expected('"," or "]"');
    return result;
  }
  function value(depth: number): Json {
    if (depth > DEEPEST) throw new JsonFault(`nested deeper than ${DEEPEST}`);
    if (skip('{')) return object(depth);
    if (skip('[')) return array(depth);
    if (text[at] === '"') return string();
    const word = take(WORD);
    if (word !== undefined) return JSON.parse(word) as Json;
    const digits = take(NUMBER);
    if (digits === undefined) expected('a value (whole numbers only)');
    const number = Number(digits);
    if (!Number.isSafeInteger(number) || Object.is(number, -0))
      throw new JsonFault(`the number ${digits} is too large`);
    return number;
  }

  take(SPACE);
  const result = value(0);
  take(SPACE);
  if (at < text.length) throw new JsonFault(`something follows the end, at character ${at}`);
  return result;
}
