import { describe, expect, it } from 'vitest';
import { readPacks } from '../../src/command-line/read-rules.ts';
import { createScorer } from '../../src/engine/score-posting.ts';
import { compileRules } from '../../src/packs/compile-rules.ts';
import { decodeCompiled, encodeCompiled } from '../../src/packs/compiled-file.ts';

const packs = readPacks();
const rules = compileRules(packs);
const bytes = encodeCompiled(rules);
const buffer = bytes.buffer as ArrayBuffer;

describe('compiled rules as a file', () => {
  it('come back as they were', () => {
    const decoded = decodeCompiled(buffer);
    expect(decoded.ok).toBe(true);
    if (!decoded.ok) return;
    const posting = {
      text: 'Chat agents for Myawaddy, free ticket, enter on tourist visa, 2000 USD a month. Telegram @agent_000',
    };
    expect(createScorer(decoded.rules)(posting)).toEqual(createScorer(rules)(posting));
  });

  it('are the same bytes for the same rules', () => {
    expect(Buffer.compare(encodeCompiled(compileRules(packs)), bytes)).toBe(0);
  });

  it.each([0, 4, 8, 100, buffer.byteLength >> 1, buffer.byteLength - 1])(
    'are refused when cut off at %i bytes',
    (length) => {
      const decoded = decodeCompiled(buffer.slice(0, length));
      expect(decoded.ok).toBe(false);
    },
  );

  it('are refused when they are something else', () => {
    expect(
      decodeCompiled(new TextEncoder().encode('<!doctype html><title>Sign in</title>').buffer as ArrayBuffer),
    ).toEqual({ ok: false, error: 'not a compiled rule list' });
  });
});
