import type { Apart } from './style.ts';

/** Collects text as lines, up to a limit. */
export interface LineWriter {
  /** Ends the line; `forced` by a line break, which may leave one empty line. */
  line(forced?: boolean): void;
  apart(how: Apart): void;
  /** The end of an element, of which it is asked only when text follows at once. */
  end(edge: () => Apart): void;
  write(raw: string, keepsLines: boolean): void;
  /** What comes next would be glued to what was written. */
  isGlued(): boolean;
  isFull(): boolean;
  text(): string;
}

export function lineWriter(limit: number): LineWriter {
  let text = '';
  let breaks = 0;
  let space = false;
  let full = false;
  let lastEnd: (() => Apart) | null = null;

  const isGlued = (): boolean => text !== '' && breaks === 0 && !space;

  function line(forced = false): void {
    breaks = forced ? Math.min(breaks + 1, 2) : Math.max(breaks, 1);
  }

  function apart(how: Apart): void {
    if (how === 'line') line();
    else if (how === 'gap') space = true;
  }

  function write(raw: string, keepsLines: boolean): void {
    if (keepsLines && raw.includes('\n')) {
      for (const [at, part] of raw.split('\n').entries()) {
        if (at > 0) line(true);
        write(part, false);
        if (full) return;
      }
      return;
    }
    const folded = raw.replace(/\s+/g, ' ');
    const words = folded.trim();
    if (folded.startsWith(' ')) space = true;
    if (!words) return;
    if (lastEnd && isGlued()) apart(lastEnd());
    const piece = (text === '' ? '' : breaks > 0 ? '\n'.repeat(breaks) : space ? ' ' : '') + words;
    full = text.length + piece.length > limit;
    text += full ? piece.slice(0, limit - text.length) : piece;
    breaks = 0;
    lastEnd = null;
    space = folded.endsWith(' ');
  }

  return {
    line,
    apart,
    write,
    isGlued,
    end(edge) {
      lastEnd = edge;
    },
    isFull: () => full,
    text: () => text,
  };
}
