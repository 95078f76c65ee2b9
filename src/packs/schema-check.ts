/** The parts of JSON schema that the schemas of `rules/schema/` use. */
export interface Schema {
  $ref?: string;
  definitions?: Record<string, Schema>;
  type?: string | string[];
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
}

export type Checked = { ok: true; value: unknown } | { ok: false; at: string; expected: string };

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/**
 * Holds a value against a schema and gives back what of it is known. `skipUnknown` drops unknown keys, as a reader of an
 * older version must; otherwise they are faults. A plain walk over the schema: libraries that compile schemas to code
 * cannot run under the extension's content security policy.
 */
export function checkSchema(root: Schema, value: unknown, skipUnknown: boolean): Checked {
  function walk(schema: Schema, at: string, current: unknown): Checked {
    const { $ref } = schema;
    if ($ref) return walk(root.definitions?.[decodeURIComponent($ref.split('/').at(-1)!)] ?? {}, at, current);
    const types = schema.type === undefined ? [] : [schema.type].flat();
    const type = typeOf(current);
    if (types.length > 0 && !types.includes(type)) return { ok: false, at, expected: types.join(' or ') };
    if (schema.enum && !schema.enum.includes(current))
      return { ok: false, at, expected: `one of ${schema.enum.join(', ')}` };
    if (type === 'array') return list(schema, at, current as unknown[]);
    return type === 'object' ? record(schema, at, current as Record<string, unknown>) : { ok: true, value: current };
  }

  function list({ items = {} }: Schema, at: string, current: unknown[]): Checked {
    const values: unknown[] = [];
    for (const [index, item] of current.entries()) {
      const checked = walk(items, `${at}.${index}`, item);
      if (!checked.ok) return checked;
      values.push(checked.value);
    }
    return { ok: true, value: values };
  }

  function record(schema: Schema, at: string, current: Record<string, unknown>): Checked {
    for (const key of schema.required ?? [])
      if (!Object.hasOwn(current, key)) return { ok: false, at: `${at}.${key}`, expected: 'to be there' };
    const values: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(current)) {
      const known = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined;
      const open = schema.additionalProperties ?? true;
      if (key === '__proto__' || (!known && open === false)) {
        if (skipUnknown) continue;
        return { ok: false, at: `${at}.${key}`, expected: 'no such key' };
      }
      const checked = walk(known ?? (typeof open === 'object' ? open : {}), `${at}.${key}`, item);
      if (!checked.ok) return checked;
      values[key] = checked.value;
    }
    return { ok: true, value: values };
  }

  return walk(root, '', value);
}
