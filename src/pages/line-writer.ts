import type { Apart } from './style.ts';

/** Collects text as lines, up to a limit. */
export class LineWriter {
  private parts: string[] = [];
  private length = 0;
  private breaks = 0;
  private space = false;
  private edge: (() => Apart) | null = null;
  private readonly limit: number;
  full = false;

  constructor(limit: number) {
    this.limit = limit;
  }

  /** Ends the line; `forced` by a line break, which may leave one empty line. */
  line(forced = false): void {
    this.breaks = forced ? Math.min(this.breaks + 1, 2) : Math.max(this.breaks, 1);
  }

  apart(how: Apart): void {
    if (how === 'line') this.line();
    else if (how === 'gap') this.space = true;
  }

  /** What comes next would be glued to what was written. */
  get glued(): boolean {
    return this.length > 0 && this.breaks === 0 && !this.space;
  }

  /** The end of an element, of which it is asked only when text follows at once. */
  end(edge: () => Apart): void {
    this.edge = edge;
  }

  write(raw: string, keepsLines: boolean): void {
    if (keepsLines && raw.includes('\n')) {
      const lines = raw.split('\n');
      for (let at = 0; at < lines.length && !this.full; at++) {
        if (at > 0) this.line(true);
        this.write(lines[at]!, false);
      }
      return;
    }
    const text = raw.replace(/\s+/g, ' ');
    const words = text.trim();
    if (!words) {
      if (text) this.space = true;
      return;
    }
    if (text.startsWith(' ')) this.space = true;
    if (this.edge && this.glued) this.apart(this.edge());
    if (this.length > 0) this.append(this.breaks > 0 ? '\n'.repeat(this.breaks) : this.space ? ' ' : '');
    this.breaks = 0;
    this.edge = null;
    this.space = text.endsWith(' ');
    this.append(words);
  }

  private append(piece: string): void {
    const room = Math.max(this.limit - this.length, 0);
    if (piece.length > room) this.full = true;
    this.parts.push(piece.slice(0, room));
    this.length += Math.min(piece.length, room);
  }

  text(): string {
    return this.parts.join('');
  }
}
